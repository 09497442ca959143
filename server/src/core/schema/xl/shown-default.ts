import { inlineCode } from '../../text/markdown.ts';

/** A default as it stands in a sentence: one that is a value as code, one that is said in words as it is. */
export function shownDefault(text: string): string {
  return /[ ;]/.test(text) ? text : inlineCode(text);
}
