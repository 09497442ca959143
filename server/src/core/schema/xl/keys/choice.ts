import type { XlChoiceOptions } from '../../values/xl-choice.ts';
import { xlChoice } from '../../values/xl-choice.ts';
import type { KeyDoc } from '../key-doc.ts';

/** What the reader does with a string that it does not know, as the end of a sentence. */
const consequences = {
  refused: 'xl exits with an error',
  'fails-at-start': 'xl takes it and the guest does not start',
  dropped: 'xl ignores the key',
} as const;

type Unknown = NonNullable<KeyDoc['onUnknownValue']>;

/** How a key's words are compared, and what any other word leads to; `undefined` when others go too. */
export interface ChoiceFacts extends Pick<XlChoiceOptions, 'alsoAccepted' | 'describe' | 'kind' | 'numbers'> {
  readonly unknown: Unknown | undefined;
  readonly ignoresCase?: boolean;
  readonly matchesPrefix?: boolean;
}

type ChoiceFields = Pick<KeyDoc, 'value' | 'ignoresCase' | 'matchesPrefix' | 'onUnknownValue'>;

/** The fields of a key that takes one of a few words, each with what it means. */
export function oneOf(words: Readonly<Record<string, string>>, facts: ChoiceFacts): ChoiceFields {
  const { unknown, ...how } = facts;
  const candidates = Object.entries(words).map(([label, detail]) => ({ label, detail }));
  const effect = unknown === 'dropped' ? 'dropped' : 'fails';
  const otherwise = unknown === undefined ? {} : { otherwise: { effect, consequence: consequences[unknown] } as const };
  return {
    value: xlChoice({ ...how, candidates, ...otherwise }),
    ...(facts.ignoresCase === undefined ? {} : { ignoresCase: facts.ignoresCase }),
    ...(facts.matchesPrefix === undefined ? {} : { matchesPrefix: facts.matchesPrefix }),
    ...(unknown === undefined ? {} : { onUnknownValue: unknown }),
  };
}
