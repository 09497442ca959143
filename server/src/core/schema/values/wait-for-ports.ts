import { isTemplate } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueType } from './value-type.ts';
import { firstWord, wordsOf } from './words.ts';

/** How long to wait, in whole seconds, and for which interfaces. */
export const waitForPorts: ValueType = {
  kind: 'wait-for-ports',
  describe: 'whole seconds, then optionally the ports to wait for',
  check(text) {
    const word = firstWord(text);
    if (isTemplate(text) || /^[+-]?\d+$/.test(word.text)) return undefined;
    return problemIn(
      text,
      'dropped',
      `"${word.text}" is no whole number of seconds; the hook does not wait.`,
      word.span,
    );
  },
  explain: () => undefined,
  complete: () => [],
  interfaces: (text) =>
    wordsOf(text)
      .slice(1)
      .map((word) => ({ name: word.text, role: 'bridge-port', span: word.span })),
  interfaceRole: 'bridge-port',
};
