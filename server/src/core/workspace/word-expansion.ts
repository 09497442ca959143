/**
 * Splits the value of a `source` line as glibc's wordexp(3) with WRDE_NOCMD does, as far as that depends on the text alone.
 * Its oddity: from the first wildcard that is not quoted to the next blank, it takes braces and `|` for letters and heeds
 * no blank in quotes, and then quotes protect no wildcard in the whole word.
 */
export interface ExpandedWord {
  /** A glob pattern. In a word that has no wildcard, letters that could be taken for one are escaped by a backslash. */
  readonly pattern: string;
  /** Whether a variable or a home directory stands in it, whose value only the machine knows. */
  readonly isUnknown: boolean;
}

interface Expansion {
  readonly text: string;
  at: number;
  readonly words: ExpandedWord[];
  /** The open word, its quotes removed; `undefined`: none is open. */
  word: string | undefined;
  isUnknown: boolean;
}

/** `undefined`: wordexp fails, and ifupdown ignores the whole line silently. */
export function expandWords(text: string): readonly ExpandedWord[] | undefined {
  const expansion: Expansion = { text, at: 0, words: [], word: undefined, isUnknown: false };
  while (expansion.at < text.length) {
    if (!readLetter(expansion, text.charAt(expansion.at))) return undefined;
  }
  endWord(expansion, false);
  return expansion.words;
}

/** Takes what stands at the place; `false`: wordexp fails for it. */
function readLetter(expansion: Expansion, letter: string): boolean {
  if (isBlank(letter)) {
    endWord(expansion, false);
    expansion.at++;
    return true;
  }
  if ('*?['.includes(letter)) return readPattern(expansion);
  if (letter === "'") return readSingleQuoted(expansion);
  if (letter === '"') return readDoubleQuoted(expansion);
  if (letter === '$') return readDollar(expansion);
  if (letter === '\\') return readEscaped(expansion, expansion.text.charAt(expansion.at + 1));
  if ('`\n|&;<>(){}'.includes(letter)) return false;
  expansion.isUnknown ||= letter === '~' && expansion.word === undefined;
  add(expansion, letter, 1);
  return true;
}

/** The rest of a word from its first wildcard on (parse_glob in glibc's wordexp.c). */
function readPattern(expansion: Expansion): boolean {
  const { text } = expansion;
  let quote = '';
  while (expansion.at < text.length && !isBlank(text.charAt(expansion.at))) {
    const letter = text.charAt(expansion.at);
    if ((letter === "'" || letter === '"') && (quote === '' || quote === letter)) {
      quote = quote === '' ? letter : '';
      expansion.at++;
    } else if (letter === '$' && quote !== "'") {
      if (!readDollar(expansion)) return false;
    } else if (letter === '\\') {
      const next = text.charAt(expansion.at + 1);
      if (!readEscaped(expansion, quote === '' || '$`"\\'.includes(next) ? next : `\\${next}`)) return false;
    } else add(expansion, letter, 1);
  }
  endWord(expansion, true);
  return true;
}

function readSingleQuoted(expansion: Expansion): boolean {
  const end = expansion.text.indexOf("'", expansion.at + 1);
  if (end < 0) return false;
  add(expansion, expansion.text.slice(expansion.at + 1, end), end + 1 - expansion.at);
  return true;
}

function readDoubleQuoted(expansion: Expansion): boolean {
  const { text } = expansion;
  add(expansion, '', 1);
  while (expansion.at < text.length) {
    const letter = text.charAt(expansion.at);
    const next = text.charAt(expansion.at + 1);
    if (letter === '"') {
      expansion.at++;
      return true;
    }
    if (letter === '`') return false;
    if (letter === '$') {
      if (!readDollar(expansion)) return false;
    } else if (letter === '\\' && next !== '' && '$`"\\'.includes(next)) add(expansion, next, 2);
    else add(expansion, letter, 1);
  }
  return false;
}

/** A variable's name stays in the word, which is not known anyway; commands are forbidden. */
function readDollar(expansion: Expansion): boolean {
  if (/^\$\((?!\()/.test(expansion.text.slice(expansion.at))) return false;
  expansion.isUnknown = true;
  add(expansion, '$', 1);
  return true;
}

function readEscaped(expansion: Expansion, meaning: string): boolean {
  if (expansion.at + 1 >= expansion.text.length) return false;
  add(expansion, meaning, 2);
  return true;
}

function add(expansion: Expansion, letters: string, length: number): void {
  expansion.word = (expansion.word ?? '') + letters;
  expansion.at += length;
}

function endWord(expansion: Expansion, isPattern: boolean): void {
  const { word, isUnknown } = expansion;
  if (word !== undefined) expansion.words.push({ pattern: isPattern ? word : escapeGlob(word), isUnknown });
  expansion.word = undefined;
  expansion.isUnknown = false;
}

function isBlank(letter: string): boolean {
  return letter === ' ' || letter === '\t' || letter === '\n';
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
