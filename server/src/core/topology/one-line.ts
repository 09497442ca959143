/**
 * A text as it can be shown on one line: what ends a line, controls something or is half a character becomes the sign for
 * what cannot be shown. A domU's name may hold any byte.
 */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu, '\ufffd');
}
