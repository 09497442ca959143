/**
 * Splits the value of a `source` line as wordexp(3) with WRDE_NOCMD does, as far as that depends on the text alone.
 * ifupdown puts the including file's folder before the value when it does not begin with `/` (config.c), so that only
 * the first word is relative to that folder.
 */
export interface ExpandedWord {
  /** A glob pattern; characters that were quoted are escaped by a backslash. */
  readonly pattern: string;
  /** Whether a variable or a home directory stands in it, whose value only the machine knows. */
  readonly isUnknown: boolean;
}

/** `undefined`: wordexp fails, and ifupdown ignores the whole line silently. */
export function expandWords(text: string): readonly ExpandedWord[] | undefined {
  const words: ExpandedWord[] = [];
  let pattern: string | undefined;
  let isUnknown = false;
  const finish = (): void => {
    if (pattern !== undefined) words.push({ pattern, isUnknown });
    pattern = undefined;
    isUnknown = false;
  };
  for (const match of text.matchAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\([\s\S])|([ \t\n]+)|([\s\S])/g)) {
    const [, single, double, escaped, blank, letter] = match;
    if (blank !== undefined) {
      finish();
      continue;
    }
    if (letter === '#' && pattern === undefined) break;
    if (letter !== undefined && '|&;<>(){}`\'"\\\n'.includes(letter)) return undefined;
    if (double?.includes('`') || double?.includes('$(') || text.startsWith('$(', match.index)) return undefined;
    isUnknown ||= letter === '$' || (letter === '~' && pattern === undefined) || (double?.includes('$') ?? false);
    const literal = single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped;
    pattern = (pattern ?? '') + (literal === undefined ? (letter ?? '') : escapeGlob(literal));
  }
  finish();
  return words;
}

/** The text that an escaped pattern without wildcards stands for. */
export function literalOf(pattern: string): string {
  return pattern.replace(/\\([\s\S])/g, '$1');
}

/** Whether a wildcard of the pattern is not escaped. */
export function hasWildcard(pattern: string): boolean {
  return /[*?[]/.test(pattern.replace(/\\[\s\S]/g, ''));
}

function escapeGlob(text: string): string {
  return text.replace(/[\\*?[\]]/g, '\\$&');
}

/** The text, written so that the expansion gives it back as it is. */
export function escapeForExpansion(text: string): string {
  return text.replace(/[^\w/.-]/g, '\\$&');
}
