import { enumeration } from '../../values/enumeration.ts';
import { text } from '../../values/text.ts';
import type { ValueCandidate, ValueType } from '../../values/value-type.ts';

/*
 * Kinds of values in strings of devices. What xl says against a value, the languages' parsers tell (syntax/xl/values); these
 * describe, explain and complete.
 */

/** One of a few words. */
export function words(candidates: readonly ValueCandidate[], ignoreCase = false): ValueType {
  return enumeration({ candidates, ignoreCase });
}

/** A whole number; `candidates` are those worth offering. */
export function wholeNumber(describe: string, candidates: readonly ValueCandidate[] = []): ValueType {
  return {
    ...text(describe),
    kind: 'xl-number',
    explain: (value) => candidates.find(({ label }) => label === value)?.detail,
    complete: () => candidates,
  };
}

/** A switch that C reads as a number: everything but 0 is yes, and a word is 0. */
export function zeroOrOne(off: string, on: string): ValueType {
  return {
    ...wholeNumber('0 or 1', [
      { label: '1', detail: on },
      { label: '0', detail: off },
    ]),
    kind: 'xl-switch',
  };
}

/** A domain that runs a backend. */
export const backendDomain: ValueType = text('the name or number of a domain');
