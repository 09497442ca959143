import type { PythonUnit } from '../../syntax/xl/python/program.ts';
import { enumerate, inlineCode } from '../../text/markdown.ts';

/**
 * What to write for a statement that only a run of xm could tell, as full sentences.
 *
 * @param given whether the file gives a name something
 */
export function adviceForCode(unit: PythonUnit, given: (name: string) => boolean): string {
  const { tokens, kind, uses } = unit;
  const first = tokens[0]?.text ?? '';
  if (kind === 'code') {
    if (/^(?:if|try)$/.test(first))
      return 'xl knows no conditions: keep the lines of the case that holds, without indentation, and take the rest out.';
    if (/^(?:for|while)$/.test(first)) return 'xl knows no loops: write out what the loop makes, and take it out.';
    return `xm ran this: take it out once the lines that rest on it have plain values.`;
  }
  const key = inlineCode([...unit.binds].join());
  const range = tokens.findIndex(({ text }, index) => text === 'range' && tokens[index + 1]?.text === '(');
  if (range >= 0) return `xl knows no \`range\`: write the values into ${key}${exampleOf(unit, range)}.`;
  const unknown = [...uses].filter((name) => !given(name) && !built.has(name));
  if (unknown.length > 0)
    return `xm was given ${enumerate(unknown.map(inlineCode))} elsewhere, as on its command line: write the value of ${key} with what holds for this guest.`;
  const names = [...uses].filter(given);
  const rest = names.length > 0 ? `, for ${enumerate(names.map(inlineCode))} as it is for this guest` : '';
  return `Only xm could run this: write what ${key} comes to${rest}.`;
}

/** Names that Python has by itself, or that are parts of its language. */
const built: ReadonlySet<string> = new Set([
  ...[
    'str',
    'int',
    'len',
    'range',
    'map',
    'dict',
    'list',
    'join',
    'format',
    'lambda',
    'xrange',
    'repr',
    'locals',
    'vars',
  ],
  ...['for', 'in', 'if', 'else', 'and', 'or', 'not', 'is', 'True', 'False', 'None'],
]);

/** The numbers of `range(2, 4)` as xl has them, where they stand there. */
function exampleOf({ tokens }: PythonUnit, at: number): string {
  const [, , one, comma, two, close] = tokens.slice(at);
  const numbers = comma?.text === ')' ? [0, Number(one?.text)] : [Number(one?.text), Number(two?.text)];
  const isWhole = comma?.text === ')' || close?.text === ')';
  const [from = Number.NaN, to = Number.NaN] = numbers;
  if (!isWhole || !(to > from) || to - from > 16) return '';
  return `: ${Array.from({ length: to - from }, (_, index) => from + index).join(', ')}`;
}
