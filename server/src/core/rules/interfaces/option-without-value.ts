import type { HostModel, Stanza } from '../../model/host.ts';
import { linesToKeepIpv6Off } from '../../model/ipv6-on-bridge.ts';
import { keywordsMeant } from '../../model/keyword-spelling.ts';
import { canonicalOptionName, findOption, isHookCommand } from '../../schema/interfaces/index.ts';
import type { OptionLine } from '../../syntax/interfaces/ast.ts';
import { brokenContinuationAbove } from '../../syntax/interfaces/continuation.ts';
import { appendOptions, deleteLines, replaceSpan } from '../../syntax/interfaces/print.ts';
import type { EditedFile } from '../../text/edited-file.ts';
import { afterRefusal, problemsOf, refusal } from '../refusal.ts';
import type { Fix, InterfacesRule } from '../rule.ts';

export const optionWithoutValue: InterfacesRule = {
  ...refusal,
  name: 'option-without-value',
  summary: 'An option has no value, for which ifupdown refuses the file.',
  fixes: ['safe', 'unsafe'],
  *check({ host }) {
    for (const { edited, location } of problemsOf(host, 'option-without-value')) {
      const stanza = host.stanzas.find(
        ({ file, node }) => file === location.file && node.options.some(({ name }) => name.span === location.span),
      );
      const option = stanza?.node.options.find(({ name }) => name.span === location.span);
      const name = option?.name.text ?? edited.text.slice(location.span.start, location.span.end);
      yield {
        location,
        message: `${reasonFor(name, location.span.start, edited)} ${afterRefusal(host, location.file)}`,
        fixes: stanza && option ? fixesFor(stanza, option, edited, host) : [],
      };
    }
  },
};

const pseudoComment = /^(?:;+|\/\/+)/;

function reasonFor(name: string, offset: number, { text }: EditedFile): string {
  if (brokenContinuationAbove(text, offset)) {
    return `The line above does not continue here, since its backslash is not its last character; ifupdown takes \`${name}\` for an option without a value.`;
  }
  if (pseudoComment.test(name))
    return `Only \`#\` begins a comment; ifupdown takes \`${name}\` for an option without a value.`;
  return `\`${name}\` has no value.`;
}

function fixesFor(stanza: Stanza, option: OptionLine, edited: EditedFile, host: HostModel): readonly Fix[] {
  const joining = brokenContinuationAbove(edited.text, option.span.start);
  if (joining) {
    const edits = [replaceSpan(edited, joining.span, joining.text)];
    return [{ title: 'Continue the line above', safety: 'safe', edits }];
  }
  const marker = pseudoComment.exec(option.name.text)?.[0];
  if (marker !== undefined) {
    const { start } = option.name.span;
    const edits = [replaceSpan(edited, { start, end: start + marker.length }, '#')];
    return [{ title: 'Make the line a comment', safety: 'safe', edits }];
  }
  return [
    ...writeMark(option, edited),
    ...splitWord(stanza, option, edited),
    ...writeNone(stanza, option, edited, host),
    ...remove(stanza, option, edited),
  ];
}

/** `Auto` alone below an iface line: without a name, the keyword means the stanza's own interface. */
function writeMark(option: OptionLine, edited: EditedFile): readonly Fix[] {
  return keywordsMeant(option.name.text)
    .filter(({ keyword, isVariant }) => isVariant && /^(?:auto|allow-|no-)/.test(keyword))
    .map(({ keyword }) => ({
      title: `Write \`${keyword}\``,
      safety: 'safe',
      edits: [replaceSpan(edited, option.name.span, keyword)],
    }));
}

/** `mtu=1500`, `mtu:1500`. */
function splitWord({ node, family, method }: Stanza, option: OptionLine, edited: EditedFile): readonly Fix[] {
  const [, name = '', value = ''] = /^([\w-]+)[=:](.+)$/.exec(option.name.text) ?? [];
  if (name === '' || findOption(name, family, method) === undefined) return [];
  if (node.options.some((other) => other.name.text === name)) return [];
  const edits = [replaceSpan(edited, option.name.span, `${name} ${value}`)];
  return [{ title: `Write \`${name} ${value}\``, safety: 'unsafe', edits }];
}

function writeNone(stanza: Stanza, option: OptionLine, edited: EditedFile, host: HostModel): readonly Fix[] {
  if (canonicalOptionName(option.name.text) !== 'bridge_ports') return [];
  const lines = stanza.method === 'manual' ? linesToKeepIpv6Off(host, stanza.name, { becomesBridge: true }) : [];
  const { end } = option.name.span;
  const edits = [replaceSpan(edited, { start: end, end }, ' none')];
  if (lines.length > 0) edits.push(appendOptions(edited, stanza.node, lines));
  return [{ title: `Write \`${option.name.text} none\``, safety: 'unsafe', edits }];
}

/** Without the line the stanza must still be whole: not lack what its method or its bridge needs. */
function remove(stanza: Stanza, option: OptionLine, edited: EditedFile): readonly Fix[] {
  const name = option.name.text;
  const isLast = stanza.node.options.filter((other) => other.name.text === name).length === 1;
  if (isLast && findOption(name, stanza.family, stanza.method)?.required) return [];
  const safety = isHookCommand(name) ? 'safe' : 'unsafe';
  return [{ title: 'Remove the line', safety, edits: [deleteLines(edited, option.span)] }];
}
