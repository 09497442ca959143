import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assignment, ListValue } from '../../../../server/src/core/syntax/xl/ast.ts';
import { parseXl } from '../../../../server/src/core/syntax/xl/parser.ts';
import type { EditedXl } from '../../../../server/src/core/syntax/xl/print.ts';
import {
  addAssignmentAfter,
  addAssignmentAtEnd,
  addAssignmentBefore,
  removeAssignment,
  replaceInValue,
  replaceValue,
} from '../../../../server/src/core/syntax/xl/print.ts';
import { addListItem, removeListItem } from '../../../../server/src/core/syntax/xl/print-list.ts';
import { quoteString, usualQuote } from '../../../../server/src/core/syntax/xl/quote.ts';
import type { TextEdit } from '../../../../server/src/core/text/edits.ts';
import { applyEdits } from '../../../../server/src/core/text/edits.ts';
import { memoryFile } from '../../../../server/src/core/workspace/memory-access.ts';
import { problemsOf, readAll } from './read.ts';

function edit(
  text: string,
  key: string,
  make: (edited: EditedXl, assignment: Assignment) => readonly TextEdit[],
): string {
  const edited = { file: memoryFile('/etc/xen/web.cfg'), tree: parseXl(text) };
  const assignment = edited.tree.root.assignments.find((candidate) => candidate.key.text === key);
  if (assignment === undefined) throw new Error(`no ${key}`);
  return applyEdits(text, make(edited, assignment));
}

function listOf({ value }: Assignment): ListValue {
  if (value?.kind !== 'list') throw new Error('no list');
  return value;
}

describe('an assignment goes away', () => {
  test.each([
    ['with its line', 'a = 1\nb = 2\nc = 3\n', 'a = 1\nc = 3\n'],
    ['with its lines', "b = [ 'x',\n  # c\n  'y' ]\nc = 3\n", 'c = 3\n'],
    ['at the end without a newline', 'a = 1\nb = 2', 'a = 1\n'],
    ['in CRLF', 'a = 1\r\nb = 2\r\nc = 3\r\n', 'a = 1\r\nc = 3\r\n'],
    ['but not the comment behind it', 'a = 1\n  b = 2  # why\nc = 3\n', 'a = 1\n  # why\nc = 3\n'],
    ['with a semicolon at the end', 'b = 2 ;\nc = 3\n', 'c = 3\n'],
    ['from the beginning of a line', 'b = 2; c = 3\n', 'c = 3\n'],
    ['from the middle of a line', 'a = 1; b = 2; c = 3\n', 'a = 1; c = 3\n'],
    ['from the end of a line', 'a = 1; b = 2\nc = 3\n', 'a = 1\nc = 3\n'],
    ['from the end of a line with a comment', 'a = 1; b = 2 # why\nc = 3\n', 'a = 1 # why\nc = 3\n'],
    ['where a semicolon is missing', "a = 'x' b = 2\n", "a = 'x'\n"],
    ['behind a list on the same line', "a = [\n'x' ]; b = 2\n", "a = [\n'x' ]\n"],
  ])('%s', (_, text, result) => {
    expect(edit(text, 'b', (edited, assignment) => [removeAssignment(edited, assignment)])).toBe(result);
  });
});

describe('an assignment comes', () => {
  test.each([
    ['below', 'a = 1\nb = 2\n', 'a = 1\nnew = 0\nb = 2\n'],
    ['below one with a comment', 'a = 1 # why\nb = 2\n', 'a = 1 # why\nnew = 0\nb = 2\n'],
    ['below a list', "a = [ 'x',\n 'y' ]\nb = 2\n", "a = [ 'x',\n 'y' ]\nnew = 0\nb = 2\n"],
    ['as far indented', '  a = 1\nb = 2\n', '  a = 1\n  new = 0\nb = 2\n'],
    ['behind a list that shares the line', "a = 1; b = [\n 'x' ]\n", "a = 1; b = [\n 'x' ]\nnew = 0\n"],
    ['at the end without a newline', 'a = 1', 'a = 1\nnew = 0'],
    ['in CRLF', 'a = 1\r\nb = 2\r\n', 'a = 1\r\nnew = 0\r\nb = 2\r\n'],
  ])('%s', (_, text, result) => {
    expect(edit(text, 'a', (edited, assignment) => [addAssignmentAfter(edited, assignment, 'new = 0')])).toBe(result);
  });

  test.each([
    ['above', 'a = 1\nb = 2\n', 'a = 1\nnew = 0\nb = 2\n'],
    ['above a list that shares the line', "a = [\n'x' ]; b = 2\n", "new = 0\na = [\n'x' ]; b = 2\n"],
  ])('%s', (_, text, result) => {
    expect(edit(text, 'b', (edited, assignment) => [addAssignmentBefore(edited, assignment, 'new = 0')])).toBe(result);
  });

  test.each([
    ['', 'new = 0\n'],
    ['a = 1\n', 'a = 1\nnew = 0\n'],
    ['a = 1', 'a = 1\nnew = 0'],
    ['a = 1\r\n# c', 'a = 1\r\n# c\r\nnew = 0'],
  ])('at the end of %j', (text, result) => {
    const edited = { file: memoryFile('/etc/xen/web.cfg'), tree: parseXl(text) };
    expect(applyEdits(text, [addAssignmentAtEnd(edited, 'new = 0')])).toBe(result);
  });
});

test.each([
  ["a = 'x'\n", 'a = 0\n'],
  ["a = [ 'x',\n'y' ] # c\n", 'a = 0 # c\n'],
  ['a =\n', 'a = 0\n'],
  ['a = web\n', 'a = 0\n'],
])('%j gets another value', (text, result) => {
  expect(edit(text, 'a', (edited, assignment) => [replaceValue(edited, assignment, '0')])).toBe(result);
});

describe('a part of a value is replaced', () => {
  test.each([
    ["a = 'x=OLD,y'\n", 'new', 'x=new,y'],
    ["a = 'x=OLD,y'\n", "it's", "x=it's,y"],
    ['a = "x=OLD,y"\n', '"\\', 'x="\\,y'],
    ['a = "\\"OLD\\""\n', '\n', '"\n"'],
  ])('in %j by %j', (text, by, value) => {
    const at = text.indexOf('OLD');
    const result = edit(text, 'a', (edited, assignment) =>
      assignment.value?.kind === 'string'
        ? [replaceInValue(edited, assignment.value, { start: at, end: at + 3 }, by)]
        : [],
    );
    expect([problemsOf(result), readAll(result)]).toEqual([[], [['a', value]]]);
  });

  test.each([
    ['99', 'a = 1993\n'],
    ['M', 'a = "1M3"\n'],
  ])('of the number 123 by %s', (by, result) => {
    const text = 'a = 123\n';
    const made = edit(text, 'a', (edited, assignment) =>
      assignment.value?.kind === 'number' ? [replaceInValue(edited, assignment.value, { start: 5, end: 6 }, by)] : [],
    );
    expect(made).toBe(result);
  });
});

describe('an item is added to a list', () => {
  test.each([
    ['a = []\n', "a = [ 'n']\n"],
    ['a = [ ]\n', "a = [ 'n' ]\n"],
    ["a = ['x']\n", "a = ['x', 'n']\n"],
    ["a = [ 'x', ]\n", "a = [ 'x', 'n', ]\n"],
    ["a = [ 'x', # c\n]\n", "a = [ 'x', 'n', # c\n]\n"],
    ["a = [\n  'x'\n]\n", "a = [\n  'x',\n  'n'\n]\n"],
    ["a = [\n  'x', # c\n]\n", "a = [\n  'x', # c\n  'n',\n]\n"],
    ["a = [\r\n\t'x' # c\r\n]\r\n", "a = [\r\n\t'x', # c\r\n\t'n'\r\n]\r\n"],
    ["a = [ 'x',\n      'y' ]\n", "a = [ 'x',\n      'y', 'n' ]\n"],
  ])('%j', (text, result) => {
    expect(edit(text, 'a', (edited, assignment) => addListItem(edited, listOf(assignment), "'n'"))).toBe(result);
    expect(readAll(result).at(0)?.[1]).toEqual([...itemsOf(text), 'n']);
  });
});

describe('an item is removed from a list', () => {
  test.each([
    ["a = [ 'x' ]\n", 0, 'a = [ ]\n'],
    ["a = [ 'x', 'y', 'z' ]\n", 0, "a = [ 'y', 'z' ]\n"],
    ["a = [ 'x', 'y', 'z' ]\n", 1, "a = [ 'x', 'z' ]\n"],
    ["a = [ 'x', 'y', 'z' ]\n", 2, "a = [ 'x', 'y' ]\n"],
    ["a = [\n  'x',\n  'y'\n]\n", 0, "a = [\n  'y'\n]\n"],
    ["a = [\n  'x',\n  'y'\n]\n", 1, "a = [\n  'x'\n]\n"],
    ["a = [\n  'x', # one\n  'y', # two\n]\n", 1, "a = [\n  'x', # one\n  # two\n]\n"],
    ["a = [\n  'x', # one\n  'y'  # two\n]\n", 1, "a = [\n  'x' # one\n  # two\n]\n"],
    ["a = [ 'x'\n    , 'y' ]\n", 1, "a = [ 'x'\n    ]\n"],
    ["a = [ 'x'\n    , 'y' ]\n", 0, "a = [\n    'y' ]\n"],
  ])('%j, %i', (text, index, result) => {
    const made = edit(text, 'a', (edited, assignment) => removeListItem(edited, listOf(assignment), index));
    expect(made).toBe(result);
    expect([problemsOf(made), readAll(made).at(0)?.[1]]).toEqual([[], itemsOf(text).toSpliced(index, 1)]);
  });
});

function itemsOf(text: string): readonly unknown[] {
  const value = readAll(text)[0]?.[1];
  return Array.isArray(value) ? value : [];
}

describe('a string', () => {
  test.each([
    ['web', '"web"'],
    ["it's", '"it\'s"'],
    ['say "so"', '\'say "so"\''],
    [`'"`, `"'\\""`],
    ['C:\\x\n', '"C:\\\\x\\n"'],
  ])('%j is quoted as %s', (text, quoted) => expect(quoteString(text)).toBe(quoted));

  test('is read again as it was, in whatever quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('"' as const, "'" as const), (text, quote) => {
        const written = `a = ${quoteString(text, quote)}\n`;
        expect([problemsOf(written), readAll(written)]).toEqual([[], [['a', text.replaceAll('\0', '')]]]);
      }),
    );
  });

  test.each([
    ["a = 'x'\nb = 'y'\nc = \"z\"\n", "'"],
    ['a = "x"\n', '"'],
    ['', '"'],
  ])('%j mostly has %s', (text, quote) => expect(usualQuote(parseXl(text))).toBe(quote));
});
