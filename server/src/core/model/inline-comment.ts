import type { Word } from '../syntax/interfaces/ast.ts';

/**
 * The words up to one that begins with `#`. To ifupdown that is a word like any other, but whoever writes it means a
 * comment, and no interface is called so. Where it changes what ifup does, a rule of its own says it.
 */
export function wordsBeforeComment(words: readonly Word[]): readonly Word[] {
  const at = commentIn(words);
  return at === undefined ? words : words.slice(0, at);
}

/** The index of the word with which a comment seems to begin; `undefined` where none does. */
export function commentIn(words: readonly Word[]): number | undefined {
  const at = words.findIndex((word) => word.text.startsWith('#'));
  return at < 0 ? undefined : at;
}
