/**
 * The regular expression that matches what a shell pattern (glob(7), fnmatch(3)) matches: `*`, `?`, `[...]`, `\`.
 * A leading `.` of the name must stand in the pattern literally, as the shell has it.
 */
export function globToRegExp(pattern: string): RegExp {
  let source = /^[*?[]/.test(pattern) ? '(?!\\.)' : '';
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern.charAt(at);
    if (letter === '*') source += '.*';
    else if (letter === '?') source += '.';
    else if (letter === '\\' && at + 1 < pattern.length) source += escapeForRegExp(pattern.charAt(++at));
    else if (letter === '[') {
      const set = readSet(pattern, at);
      source += set?.source ?? '\\[';
      at = set?.last ?? at;
    } else source += escapeForRegExp(letter);
  }
  return new RegExp(`^${source}$`, 's');
}

/** Whether a name matches a shell pattern as programs in the C locale have it, to which a letter is a byte. */
export function globMatcher(pattern: string): (name: string) => boolean {
  const expression = globToRegExp(utf8Letters(pattern));
  return (name) => expression.test(utf8Letters(name));
}

/** Whether a word has a character that makes it a shell pattern. */
export function isGlob(word: string): boolean {
  return /[*?[]/.test(word);
}

/** The members of the classes that stand in sets as `[:alpha:]`, in the C locale. */
const classes: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f',
};

/** The set that begins at `[`, and where its last letter is; `undefined`: no `]` ends it, so that `[` is a letter. */
function readSet(pattern: string, start: number): { readonly source: string; readonly last: number } | undefined {
  const negation = /[!^]/.test(pattern.charAt(start + 1)) ? '^' : '';
  const first = start + 1 + negation.length;
  let members = '';
  for (let at = first; at < pattern.length; at++) {
    const letter = pattern.charAt(at);
    if (letter === ']' && at > first) return { source: setSource(negation, members), last: at };
    const named = /^\[:([a-z]+):\]/.exec(pattern.slice(at));
    if (named !== null) {
      members += classes[named[1] ?? ''] ?? '';
      at += named[0].length - 1;
    } else if (letter === '\\' && at + 1 < pattern.length) members += escapeInSet(pattern.charAt(++at));
    // A hyphen makes a range between two letters; at either end it is a letter.
    else if (letter === '-' && at > first && pattern.charAt(at + 1) !== ']') members += '-';
    else members += escapeInSet(letter);
  }
  return undefined;
}

/** A range that runs backwards holds nothing, where a regular expression would be refused. */
function setSource(negation: string, members: string): string {
  const forward = members.replace(/(\\?[\s\S])-(\\?[\s\S])/g, (range, from: string, to: string) =>
    from.slice(-1) <= to.slice(-1) ? range : '',
  );
  if (forward === '') return negation === '' ? '(?!)' : '.';
  return `[${negation}${forward}]`;
}

function escapeInSet(letter: string): string {
  return /[\\[\]^-]/.test(letter) ? `\\${letter}` : letter;
}

function escapeForRegExp(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** One letter for each byte of the text in UTF-8. */
function utf8Letters(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, '\uFFFD');
  return encodeURIComponent(whole).replace(/%([0-9A-F]{2})/g, (_, byte: string) =>
    String.fromCharCode(Number.parseInt(byte, 16)),
  );
}
