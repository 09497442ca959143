import { isOpaque } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueCandidate, ValueEffect, ValueType } from './value-type.ts';
import { firstWord } from './words.ts';

/** Which words an option takes. */
export interface EnumerationOptions {
  readonly kind?: string;
  /** A short phrase; without one the words are listed. */
  readonly describe?: string;
  readonly candidates: readonly ValueCandidate[];
  /** More words that the reader takes but that are not worth offering. */
  readonly alsoAccepted?: readonly string[];
  /** What any other word leads to; `undefined` when the reader may know more words than these. */
  readonly otherwise?: { readonly effect: ValueEffect; readonly consequence: string };
  /** Whether upper and lower case are the same to the reader. */
  readonly ignoreCase?: boolean;
}

/** One of a few words; only the first word of the value counts. */
export function enumeration(options: EnumerationOptions): ValueType {
  const fold = (word: string) => (options.ignoreCase ? word.toLowerCase() : word);
  const labels = options.candidates.map((candidate) => candidate.label);
  const accepted = new Set([...labels, ...(options.alsoAccepted ?? [])].map(fold));
  return {
    kind: options.kind ?? 'enumeration',
    describe: options.describe ?? alternatives(labels),
    check(text) {
      const word = firstWord(text);
      if (!options.otherwise || isOpaque(text) || accepted.has(fold(word.text))) return undefined;
      const message = `"${word.text}" is not ${alternatives(labels)}; ${options.otherwise.consequence}.`;
      return problemIn(text, options.otherwise.effect, message, word.span);
    },
    explain: (text) => options.candidates.find((candidate) => fold(candidate.label) === fold(text))?.detail,
    complete: () => options.candidates,
  };
}

/** `a`, `a or b`, `a, b or c`. */
function alternatives(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
