import type { HostModel, Stanza, StanzaOption } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { commentIn } from '../../model/inline-comment.ts';
import { isOwnOption, optionSpelt } from '../../model/stanzas.ts';
import { findOption, isHookCommand } from '../../schema/interfaces/index.ts';
import type { OptionDoc } from '../../schema/option-doc.ts';
import type { ValueProblem } from '../../schema/values/value-type.ts';
import type { InterfacesRule } from '../rule.ts';

export const unusableValue: InterfacesRule = {
  name: 'unusable-value',
  group: 'interfaces',
  severity: 'error',
  summary: 'A value is none that the option takes, as an address that cannot be one, and ifup fails or drops it.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: [],
  *check({ host }) {
    for (const stanza of host.stanzas) {
      for (const option of stanza.options) {
        if (isHookCommand(option.name) || !isOwnOption(stanza, option)) continue;
        const doc = findOption(option.name, stanza.family, stanza.method);
        if (doc === undefined || !isKnowable(option, host) || !isRead(doc, stanza)) continue;
        const problem = doc.value.check(option.value.text);
        if (problem === undefined || isOverruled(option, problem, stanza)) continue;
        const fails = isSureToFail(problem, doc);
        const { start } = option.value.span;
        yield {
          location: {
            file: option.file,
            span: { start: start + problem.span.start, end: start + problem.span.end },
          },
          message: fails ? `${problem.message} ifup fails at ${stanza.name}.` : problem.message,
          severity: fails ? 'error' : 'warning',
        };
      }
    }
  },
};

/** What a name in capitals stands for, as scripts fill in, nobody knows; of comments and long lines other rules speak. */
function isKnowable({ file, value }: StanzaOption, host: HostModel): boolean {
  const isOnOneLine = textOf(host, file).slice(value.span.start, value.span.end) === value.text;
  return isOnOneLine && commentIn(value.words) === undefined && !/^[A-Z][A-Z0-9_]*$/.test(value.text);
}

/** `metric` alone, without a `gateway`, is not looked at. */
function isRead(doc: OptionDoc, stanza: Stanza): boolean {
  return doc.usedWith === undefined || optionSpelt(stanza, doc.usedWith) !== undefined;
}

/** With a netmask, in IPv4, ifupdown never looks at what stands behind the slash. */
function isOverruled(option: StanzaOption, problem: ValueProblem, stanza: Stanza): boolean {
  const isPrefix = option.name === 'address' && option.value.text.slice(0, problem.span.start).includes('/');
  return isPrefix && stanza.family === 'inet' && optionSpelt(stanza, 'netmask') !== undefined;
}

/** What is set otherwise than the words say may still work; a hook that fails need not be reached. */
function isSureToFail({ effect }: ValueProblem, { readBy }: OptionDoc): boolean {
  return effect === 'fails' && readBy === 'ifupdown';
}
