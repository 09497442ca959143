/** Text from files in Markdown: nothing of it may become markup. */

/** The longest piece of a file that is shown whole. */
const longestCode = 200;

/**
 * The text as an inline code span (CommonMark 6.1). Blanks and control characters are drawn together, a long text is
 * cut; an empty one is shown as an empty pair of quotes.
 */
export function inlineCode(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const letters = Array.from(line.slice(0, 2 * longestCode + 1));
  const shown = letters.length > longestCode ? `${letters.slice(0, longestCode).join('')}…` : line;
  if (shown === '') return '`""`';
  const longestRun = Math.max(0, ...Array.from(shown.matchAll(/`+/g), (run) => run[0].length));
  const fence = '`'.repeat(longestRun + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return fence + pad + shown + pad + fence;
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(parts: readonly string[], conjunction = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${conjunction} ${parts.at(-1)}`;
}

/** Paragraphs and lists, an empty line between each; what is `undefined` or empty is left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** A list of points; `undefined` when there is none. */
export function bullets(points: readonly (string | undefined)[]): string | undefined {
  const kept = points.filter((point) => point !== undefined);
  return kept.length === 0 ? undefined : kept.map((point) => `- ${point}`).join('\n');
}

/** A phrase as a sentence, each line of it as one of its own: `switched off` becomes `Switched off.`. */
export function sentence(phrase: string): string {
  return phrase
    .split('  \n')
    .map((line) => line.charAt(0).toUpperCase() + line.slice(1).replace(/[^.]$/, '$&.'))
    .join('  \n');
}
