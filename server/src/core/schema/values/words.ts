import type { Span } from '../../text/span.ts';

/** A word of a value with its place in the value's text. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** The words between blanks, as an unquoted shell expansion or ifupdown's next_word would cut them. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

/** The first word; an empty one at the start when the text is blank. */
export function firstWord(text: string): Word {
  return wordsOf(text)[0] ?? { text: '', span: { start: 0, end: 0 } };
}
