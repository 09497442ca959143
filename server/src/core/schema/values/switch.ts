import { enumeration } from './enumeration.ts';
import { isOpaque } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueType } from './value-type.ts';

/** A switch that ip reads: `on` or `off`, nothing else. */
export const onOff: ValueType = enumeration({
  kind: 'on-off',
  candidates: [
    { label: 'on', detail: 'switched on' },
    { label: 'off', detail: 'switched off' },
  ],
  otherwise: { effect: 'fails', consequence: 'ip refuses it' },
});

/** A switch that brctl reads; it also knows yes, no, 1 and 0. */
export const onOffForBrctl: ValueType = enumeration({
  kind: 'on-off-brctl',
  describe: 'on or off',
  candidates: [
    { label: 'on', detail: 'switched on' },
    { label: 'off', detail: 'switched off' },
  ],
  alsoAccepted: ['yes', 'no', '1', '0'],
  otherwise: { effect: 'dropped', consequence: 'brctl ignores it' },
});

/** A switch where exactly `yes` counts and everything else is no. */
export const yesNo: ValueType = enumeration({
  kind: 'yes-no',
  candidates: [
    { label: 'yes', detail: 'switched on' },
    { label: 'no', detail: 'switched off' },
  ],
  otherwise: { effect: 'misread', consequence: 'everything but yes counts as no' },
});

const offWords = new Set(['0', 'off', 'false', 'no']);

/** Whether ifupdown takes the text for true (execute.c, var_true): a number that is not 0, `on`, `true` or `yes`. */
export function isTrueToIfupdown(text: string): boolean {
  return /^\s*[+-]?0*[1-9]/.test(text) || ['on', 'true', 'yes'].includes(text.toLowerCase());
}

/** A switch that ifupdown reads itself: 0 or 1; on, true and yes are known too, every other word is off. */
export const zeroOne: ValueType = {
  kind: 'zero-one',
  describe: '0 or 1',
  check(text) {
    if (isOpaque(text) || isTrueToIfupdown(text) || offWords.has(text.toLowerCase())) return undefined;
    return problemIn(text, 'misread', `"${text}" is neither 0 nor 1; ifupdown takes it for 0.`);
  },
  explain: () => undefined,
  complete: () => [
    { label: '1', detail: 'switched on' },
    { label: '0', detail: 'switched off' },
  ],
};
