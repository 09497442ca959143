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
      const set = /^\[[!^]?\]?[^\]]*\]/.exec(pattern.slice(at))?.[0];
      source += set === undefined ? '\\[' : setSource(set);
      at += (set?.length ?? 1) - 1;
    } else source += escapeForRegExp(letter);
  }
  return new RegExp(`^${source}$`, 's');
}

/** Whether a word has a character that makes it a shell pattern. */
export function isGlob(word: string): boolean {
  return /[*?[]/.test(word);
}

function setSource(set: string): string {
  const negated = /^\[[!^]/.test(set);
  const members = set.slice(negated ? 2 : 1, -1).replace(/[\\[\]^]/g, '\\$&');
  return `[${negated ? '^' : ''}${members}]`;
}

function escapeForRegExp(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
