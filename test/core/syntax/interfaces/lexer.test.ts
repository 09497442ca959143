import { describe, expect, test } from 'vitest';
import { cutWord, lexInterfaces, wordsOf } from '../../../../server/src/core/syntax/interfaces/lexer.ts';
import { tokenizeInterfaces } from '../../../../server/src/core/syntax/interfaces/tokens.ts';

/** The lines as ifupdown's get_line gives them. */
function linesOf(text: string): readonly string[] {
  return lexInterfaces(text).lines.map((line) => line.text);
}

test.each<[string, string, readonly string[]]>([
  ['an empty text', '', []],
  ['blank lines', '\n \t\n\r\n', []],
  ['no newline at the end', 'auto lo', ['auto lo']],
  ['blanks at both ends', ' \t auto lo \t\r\n', ['auto lo']],
  ['vertical tab and form feed', '\vauto\flo\v\n', ['auto\flo']],
  ['a no-break space, which is no blank', '\u00a0auto lo\u00a0\n', ['\u00a0auto lo\u00a0']],
  ['a comment', '# c\n  # d\nauto lo # no comment\n', ['auto lo # no comment']],
  ['a comment does not continue', '# c \\\nauto lo\n', ['auto lo']],
  ['a continuation keeps its blanks', 'auto \\\n   lo\n', ['auto    lo']],
  ['a continuation joins words', 'au\\\nto lo\n', ['auto lo']],
  ['a continuation is no comment', 'auto lo \\\n# eth0\n', ['auto lo # eth0']],
  ['a comment sign behind an empty continued line is data', '\\\n# x\n', ['# x']],
  ['a continued line may be empty', 'auto \\\n\nlo\n', ['auto', 'lo']],
  ['a backslash before CR continues nothing', 'auto \\\r\nlo\n', ['auto \\', 'lo']],
  ['a backslash before a blank continues nothing', 'auto \\ \nlo\n', ['auto \\', 'lo']],
  ['two backslashes: the last one continues', 'a\\\\\nb\n', ['a\\b']],
  ['an empty line leaves the backslash before it', 'a\\\\\n\\\nb\n', ['a\\b']],
  ['backslashes at the end of the text are dropped', 'up x\\\\\\', ['up x']],
  ['also before a last newline', 'up x\\\\\n', ['up x']],
  ['a text of one backslash', '\\', []],
  ['a CR alone ends no line', 'auto\rlo\n', ['auto\rlo']],
  ['a NUL ends what is read of its line', 'auto lo\0 eth0\nauto x\n', ['auto lo', 'auto x']],
  ['a backslash before a NUL continues', 'auto \\\0 y\nlo\n', ['auto lo']],
  ['a byte order mark is none of the words', '\uFEFFauto lo\n', ['auto lo']],
])('%s', (_, text, lines) => {
  expect(linesOf(text)).toEqual(lines);
});

test('comments have their span, without blanks around', () => {
  const text = 'auto lo\n  # one \r\n#\n';
  expect(lexInterfaces(text).comments).toEqual([
    { text: '# one', span: { start: 10, end: 15 } },
    { text: '#', span: { start: 18, end: 19 } },
  ]);
});

describe('words', () => {
  const wordsIn = (text: string) => lexInterfaces(text).lines.flatMap((line) => wordsOf(line));

  test('lie where they stand', () => {
    const text = '\uFEFF\tauto  lo\r\n';
    expect(wordsIn(text)).toEqual([
      { text: 'auto', span: { start: 2, end: 6 } },
      { text: 'lo', span: { start: 8, end: 10 } },
    ]);
  });

  test('on a continuation line lie on their own physical line', () => {
    const text = 'auto \\\n  eth0 \\\neth1\n';
    expect(wordsIn(text).map(({ span }) => text.slice(span.start, span.end))).toEqual(['auto', 'eth0', 'eth1']);
  });

  test('that a continuation joins reach over it', () => {
    const text = 'auto et\\\nh0\n';
    expect(wordsIn(text)[1]).toEqual({ text: 'eth0', span: { start: 5, end: 11 } });
  });

  test.each<[string, number, string]>([
    ['79 bytes stay', 79, ''],
    ['of 80 the last is lost', 80, ''],
    ['of 200 all behind 79', 200, ''],
  ])('%s', (_, length) => {
    const text = `auto ${'n'.repeat(length)}\n`;
    const [, word] = wordsIn(text);
    expect(word?.text).toBe('n'.repeat(Math.min(length, 79)));
    expect(word?.span).toEqual({ start: 5, end: 5 + length });
  });

  test('are cut at bytes, not letters', () => {
    expect(cutWord('é'.repeat(39))).toBe('é'.repeat(39));
    expect(cutWord(`${'é'.repeat(39)}n`)).toBe(`${'é'.repeat(39)}n`);
    expect(cutWord('é'.repeat(40))).toBe(`${'é'.repeat(39)}\uFFFD`);
    expect(cutWord(`${'n'.repeat(76)}€`)).toBe(`${'n'.repeat(76)}€`);
    expect(cutWord(`${'n'.repeat(79)}€`)).toBe('n'.repeat(79));
    expect(cutWord(`${'😀'.repeat(19)}nnn`)).toBe(`${'😀'.repeat(19)}nnn`);
    expect(cutWord('😀'.repeat(20))).toBe(`${'😀'.repeat(19)}\uFFFD`);
  });
});

test('tokens name what each piece of the text is', () => {
  const text = '\uFEFF auto \\\nlo\0x\n# c\r\n';
  expect(tokenizeInterfaces(text).map(({ kind, span }) => [kind, text.slice(span.start, span.end)])).toEqual([
    ['byte-order-mark', '\uFEFF'],
    ['blank', ' '],
    ['word', 'auto'],
    ['blank', ' '],
    ['continuation', '\\'],
    ['newline', '\n'],
    ['word', 'lo'],
    ['unread', '\0x'],
    ['newline', '\n'],
    ['comment', '# c'],
    ['blank', '\r'],
    ['newline', '\n'],
  ]);
});
