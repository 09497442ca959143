import type { KeywordAt, OptionAt, SourceAt, Thing, ValueAt } from '../../model/at.ts';
import { thingAt } from '../../model/at.ts';
import { describeInterface } from '../../model/describe-interface.ts';
import type { HostModel, StanzaOption } from '../../model/host.ts';
import {
  describeFamily,
  describeKeyword,
  describeMethod,
  describeOption,
  repeatSentences,
  valueLine,
} from '../../schema/interfaces/describe.ts';
import { findHookVariable } from '../../schema/interfaces/hook-environment.ts';
import { canonicalOptionName, isHookCommand, isKnownOption, packagesThatRead } from '../../schema/interfaces/index.ts';
import { repeatAfter } from '../../schema/option-doc.ts';
import type { FileId } from '../../text/location.ts';
import { bullets, enumerate, inlineCode, paragraphs, sentence } from '../../text/markdown.ts';
import { pathOf } from '../../text/paths.ts';
import type { InterfacesSnapshot } from '../../workspace/snapshot.ts';
import { hasWildcard } from '../../workspace/word-expansion.ts';
import type { Hover } from '../answers.ts';
import { describeGuests } from '../describe-bridge.ts';
import { describeDirective } from '../describe-directive.ts';

/** What stands at the offset and what it means in this host; `undefined` where there is nothing to say. */
export function hoverAt(snapshot: InterfacesSnapshot, file: FileId, offset: number): Hover | undefined {
  const thing = thingAt(snapshot.host, file, offset);
  const markdown = thing && describe(thing, snapshot);
  return thing === undefined || markdown === undefined ? undefined : { span: thing.span, markdown };
}

function describe(thing: Thing, { host, dom0 }: InterfacesSnapshot): string | undefined {
  switch (thing.kind) {
    case 'keyword':
      return describeKeywordAt(thing);
    case 'interface':
      return paragraphs(describeInterface(host, thing.use.name), describeGuests(dom0, thing.use.name));
    case 'family':
      return thing.doc && describeFamily(thing.doc);
    case 'method':
      return thing.doc && describeMethod(thing.doc);
    case 'option':
      return describeOptionAt(thing, host);
    case 'value':
      return describeValueAt(thing, host);
    case 'directive':
      return describeDirective(thing.directive);
    case 'source':
      return describeSource(thing);
  }
}

function describeKeywordAt({ doc, word }: KeywordAt): string {
  if (doc.name !== 'allow-') return describeKeyword(doc);
  return paragraphs(
    `Brought up by ${inlineCode(`ifup --allow=${word.slice('allow-'.length)}`)}.`,
    describeKeyword(doc),
  );
}

function describeOptionAt(thing: OptionAt, host: HostModel): string {
  const { doc, line } = thing;
  return paragraphs(
    doc === undefined ? describeUndocumented(line.name.text) : describeOption(doc),
    onlyIfUnsetNote(line.name.text),
    host.dialect === 'ifupdown' ? repeatedHere(thing) : undefined,
    dialectNote(host),
  );
}

/** An option that no catalogue describes yet, or that is nobody's. */
function describeUndocumented(name: string): string {
  const packages = packagesThatRead(name);
  const variable = inlineCode(`IF_${canonicalOptionName(name).toUpperCase()}`);
  const readBy =
    packages.length > 0
      ? `Read by ${enumerate(packages, 'or')}.`
      : isKnownOption(name)
        ? 'No program reads it today.'
        : 'No program that Bridgewise knows reads it.';
  return `**${inlineCode(name)}**: ${readBy} Hook scripts find its value in ${variable}.`;
}

function onlyIfUnsetNote(name: string): string | undefined {
  return name.length > 1 && name.endsWith('?')
    ? 'The `?` makes ifupdown set it only where it is not set yet.'
    : undefined;
}

/** What happens where the option stands more than once in the stanza, what is inherited included. */
function repeatedHere({ doc, stanza, line }: OptionAt): string | undefined {
  if (doc === undefined || stanza === undefined || doc.repeat === 'hook-list') return undefined;
  const same = stanza.options.filter((option) => isSameOption(option, doc.readBy, line.name.text));
  const [first] = same;
  if (first === undefined || same.length < 2) return undefined;
  const names = stanza.options.map((option) => option.name);
  const effect = repeatAfter(doc, first.value.text, names);
  return `**Here it stands ${same.length} times**: ${repeatSentences[effect]}.`;
}

function isSameOption(option: StanzaOption, readBy: 'ifupdown' | 'hook', name: string): boolean {
  return readBy === 'hook' ? option.canonical === canonicalOptionName(name) : option.name === name.replace(/\?$/, '');
}

function dialectNote(host: HostModel): string | undefined {
  return host.dialect === 'ifupdown'
    ? undefined
    : `*This is how Debian's ifupdown and its hooks read it; this host uses ${host.dialect}.*`;
}

function describeValueAt(thing: ValueAt, host: HostModel): string | undefined {
  const { doc, line, value, word } = thing;
  if (isHookCommand(line.name.text)) return describeVariable(thing);
  if (doc === undefined) return undefined;
  const meaning = doc.value.explain(value.text) ?? doc.value.explain(word.text);
  return paragraphs(
    `**${doc.name}** ${inlineCode(value.text)}`,
    meaning && sentence(meaning),
    bullets([doc.summary, valueLine(doc)]),
    dialectNote(host),
  );
}

function describeVariable({ word, stanza }: ValueAt): string | undefined {
  const variable = findHookVariable(word.text);
  if (variable === undefined) return undefined;
  const isName = variable.name === 'IFACE' || variable.name === 'LOGICAL';
  const here =
    isName && stanza !== undefined ? `Here ${inlineCode(stanza.name)}, unless a mapping chose this stanza.` : '';
  return paragraphs(`**$${variable.name}**: ${variable.summary}`, here);
}

function describeSource({ include }: SourceAt): string | undefined {
  if (include === undefined) return undefined;
  const links = include.targets.map((target) => `[${inlineCode(pathOf(target))}](${target})`);
  return paragraphs(
    links.length === 0 ? 'Reads no file.' : 'Reads, in this order:',
    bullets([
      ...links,
      ...include.skipped.map(
        (file) =>
          `${inlineCode(pathOf(file))} is skipped: its name has other characters than letters, digits, \`_\` and \`-\``,
      ),
      ...include.missing.map(missingNote),
      include.unknown ? 'A part of it only the machine itself can tell.' : undefined,
    ]),
  );
}

/** Debian's own file sources all of this folder, which is empty at first (interfaces(5)). */
const stockPattern = '/etc/network/interfaces.d/*';

function missingNote(pattern: string): string {
  if (!hasWildcard(pattern)) return `${inlineCode(pattern)} is not there`;
  const isNormal = pattern === stockPattern ? ', which is normal until a package or you put one there' : '';
  return `${inlineCode(pattern)} matches no file${isNormal}`;
}
