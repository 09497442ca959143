import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formattingOf } from '../../../../server/src/core/features/xl/format.ts';
import { applyEdits } from '../../../../server/src/core/index.ts';
import type { Value, XlTree } from '../../../../server/src/core/syntax/xl/ast.ts';
import { parseXl } from '../../../../server/src/core/syntax/xl/parser.ts';
import { atXlCursor } from '../../../support/cursor.ts';

function formatted(text: string): string {
  const { snapshot, file } = atXlCursor(text);
  return applyEdits(text, formattingOf(snapshot, file));
}

test.each([
  ['one blank around the sign', 'memory=512\nvcpus   =2\n', 'memory = 512\nvcpus = 2\n'],
  ['signs in one column stay', 'memory  = 512\nvcpus   = 2\n', 'memory  = 512\nvcpus   = 2\n'],
  ['behind it one blank all the same', 'memory  =512\nvcpus   =  2\n', 'memory  = 512\nvcpus   = 2\n'],
  ['a list on one line', "vif=['mac=a'  ,'b',]\n", "vif = [ 'mac=a', 'b', ]\n"],
  ['an empty list', 'vif=[  ]\n', 'vif = []\n'],
  ['a list over lines', "disk=[\n'a',\n  'b'\n  ]\n", "disk = [\n    'a',\n    'b'\n]\n"],
  [
    'lists in a list',
    "vnuma=[\n['a','b'],\n[\n'c'\n]\n]\n",
    "vnuma = [\n    [ 'a', 'b' ],\n    [\n        'c'\n    ]\n]\n",
  ],
  ['comments stay where they are', 'a=1   # one\n  # two  \n#three\n', 'a = 1   # one\n# two\n#three\n'],
  ['comments in a list', "vif=[ # first\n# own\n'a' ]\n", "vif = [ # first\n    # own\n    'a' ]\n"],
  ['blanks at the ends', 'a = 1  \n\t\nb = 2\t\n', 'a = 1\n\nb = 2\n'],
  ['empty lines', '\n\na = 1\n\n\n\n\nb = 2\n\n\n', 'a = 1\n\n\nb = 2\n'],
  ['the last newline', 'a = 1', 'a = 1\n'],
  ['several on a line', 'a=1;b=2 ; c=3\n', 'a = 1; b = 2; c = 3\n'],
  ['what is added', 'a+=[ "x" ]\n', 'a += [ "x" ]\n'],
  ['nothing in strings', "extra='a   =  b'\n", "extra = 'a   =  b'\n"],
  ['a text that xl refuses', 'memory=512MB\nvcpus=2\n', 'memory=512MB\nvcpus=2\n'],
  ['an empty text', '', ''],
  ['only a comment', '# a\n', '# a\n'],
])('%s', (_what, text, after) => expect(formatted(text)).toBe(after));

const words = [
  'a',
  'vif',
  '=',
  '+=',
  '[',
  ']',
  ',',
  ';',
  '"x y"',
  "'#'",
  '12',
  ' ',
  '  ',
  '\t',
  '\n',
  '# c \n',
  '\n\n\n\n',
];
const lines = fc.constantFrom(
  'a=1',
  'b =[ 1,2 ]',
  "vif=['x' ,\n 'y']",
  'c+= "z"',
  '# note',
  '',
  'd=[\n# in\n1,]',
  ' e = 1 ;f=2 ',
);
const texts = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.array(lines, { maxLength: 8 }).map((parts) => parts.join('\n')),
);

describe('of any text', () => {
  test('xl reads the same before and after, and each comment is still there', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const [before, after] = [parseXl(text), parseXl(formatted(text))];
        expect(after.problems.length).toBe(before.problems.length);
        expect(readBy(after)).toEqual(readBy(before));
        expect(after.root.comments.map((comment) => comment.text)).toEqual(before.root.comments.map((one) => one.text));
      }),
      { numRuns: 2000 },
    );
  });

  test('what is in order stays as it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(formatted(formatted(text))).toBe(formatted(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function readBy({ root }: XlTree): unknown {
  return root.assignments.map(({ key, operator, value }) => [key.text, operator, value && plain(value)]);
}

function plain(value: Value): unknown {
  if (value.kind === 'list') return value.items.map(plain);
  return value.kind === 'unread' ? value.text : value.atom.text;
}
