import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Value } from '../../server/src/core/syntax/xl/ast.ts';
import { parseXl } from '../../server/src/core/syntax/xl/parser.ts';
import { expandSnippet, xlSnippets } from '../support/snippets.ts';
import { THIRD_PARTY_CORPUS } from '../support/third-party-corpus.ts';
import type { Colour, ColouredPiece } from './tokenize.ts';
import { loadColour } from './tokenize.ts';

let colour: Colour;
beforeAll(async () => {
  colour = await loadColour('xen-xl');
});

/** A thing in the text: what it is, where it begins, and its text. */
type Mark = `${string} ${number} ${string}`;

function marksOfValue(text: string, value: Value | undefined): readonly Mark[] {
  if (value === undefined || value.kind === 'unread') return [];
  if (value.kind === 'list') return value.items.flatMap((item) => marksOfValue(text, item));
  return [`${value.kind} ${value.span.start} ${text.slice(value.span.start, value.span.end)}`];
}

function marksOfParser(text: string): readonly Mark[] {
  const { root } = parseXl(text);
  return [
    ...root.comments.map(({ span }): Mark => `comment ${span.start} ${text.slice(span.start, span.end)}`),
    ...root.assignments.flatMap(({ key, value }) => [
      `key ${key.span.start} ${key.text}` as const,
      ...marksOfValue(text, value),
    ]),
  ];
}

const kindOfScope: readonly (readonly [string, string])[] = [
  ['comment.line.number-sign.', 'comment'],
  ['support.type.property-name.', 'key'],
  ['string.quoted.', 'string'],
  ['constant.numeric.integer.', 'number'],
  ['string.unquoted.', 'number'],
];

function kindOf({ scopes }: ColouredPiece): string | undefined {
  return kindOfScope.find(([start]) => scopes.some((scope) => scope.startsWith(start)))?.[1];
}

/** The pieces of one line that belong together, joined: a string ends with its second quote. */
function marksOfLine(line: readonly ColouredPiece[]): readonly Mark[] {
  const marks: { kind: string; offset: number; text: string; open: boolean }[] = [];
  for (const piece of line) {
    const kind = kindOf(piece);
    const last = marks.at(-1);
    const ends = piece.scopes.some((scope) => scope.startsWith('punctuation.definition.string.end.'));
    if (kind !== undefined && last?.kind === kind && last.open) {
      last.text += piece.text;
      last.open = !ends;
    } else if (kind !== undefined) {
      marks.push({ kind, offset: piece.offset, text: piece.text, open: kind === 'comment' || kind === 'string' });
    }
  }
  return marks.map(({ kind, offset, text }): Mark => `${kind} ${offset} ${kind === 'comment' ? text.trimEnd() : text}`);
}

function marksOfGrammar(text: string): readonly Mark[] {
  return colour(text).flatMap(marksOfLine);
}

const key = fc.constantFrom('name', 'memory', 'disk', 'vif', 'pci', 'cpus', 'cpuid', 'extra', 'type', 'x._9', 'vnuma');
const inString = fc
  .array(
    fc.constantFrom(
      ',',
      '=',
      '#',
      '[',
      ']',
      ';',
      ' ',
      '\\n',
      '\\\\',
      '/dev/a',
      'raw',
      'mac=',
      ':',
      '\u00e9',
      '0',
      '(',
      '^',
    ),
    {
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join(''));
const atom = fc.oneof(
  fc.constantFrom('0', '512', '0x1f', '0512', '08', '12ab', '""', "''", '"\'"', "'\"'", '"\\""', "'\\''"),
  inString.map((text) => `"${text}"`),
  inString.map((text) => `'${text}'`),
);
const blank = fc.constantFrom('', ' ', '\t', '  ');
const lineEnd = fc.constantFrom('\n', ' # a "comment"\n', "#'[\n", '\n\n', '\n# name = 5\n');
const between = fc.oneof(blank, lineEnd);
const { list } = fc.letrec<{ list: string; item: string }>((tie) => ({
  item: fc.oneof({ maxDepth: 2 }, atom, tie('list')),
  list: fc
    .tuple(
      fc.array(
        fc.tuple(between, tie('item'), between).map((parts) => parts.join('')),
        { maxLength: 4 },
      ),
      between,
    )
    .map(([items, end]) => `[${items.join(',')}${items.length > 0 && end !== '' ? ',' : ''}${end}]`),
}));
const assignment = fc
  .tuple(blank, key, blank, fc.constantFrom('=', '='), blank, fc.oneof(atom, list), blank)
  .map((parts) => parts.join(''));
const file = fc
  .array(
    fc.tuple(assignment, fc.oneof(lineEnd, fc.constantFrom(';', ' ;; '))).map((parts) => parts.join('')),
    {
      maxLength: 5,
    },
  )
  .map((statements) => `# a file\n${statements.join('')}\n`);

describe('the grammar and the parser see the same comments, keys, strings and numbers', () => {
  test.each(xlSnippets)('in the snippet $name', ({ body }) => {
    const text = expandSnippet(body);
    expect(marksOfGrammar(text)).toEqual([...marksOfParser(text)].sort(byPlace));
  });

  test('by chance, in what xl reads', () => {
    fc.assert(
      fc.property(file, (text) => {
        fc.pre(parseXl(text).problems.length === 0);
        expect(marksOfGrammar(text)).toEqual([...marksOfParser(text)].sort(byPlace));
      }),
      { numRuns: 1000 },
    );
  });

  test('by chance: almost all that is made up is what xl reads', () => {
    const read = fc.sample(file, 200).filter((text) => parseXl(text).problems.length === 0);
    expect(read.length).toBeGreaterThan(180);
  });
});

const corpus = THIRD_PARTY_CORPUS === undefined ? undefined : join(THIRD_PARTY_CORPUS, 'xl/files');

test.skipIf(corpus === undefined)('they do in real files', () => {
  const texts = readdirSync(corpus ?? '').map((name) => readFileSync(join(corpus ?? '', name), 'utf8'));
  const readByXl = texts.filter((text) => parseXl(text).problems.length === 0);
  expect(readByXl.length).toBeGreaterThan(80);
  for (const text of readByXl) expect(marksOfGrammar(text)).toEqual([...marksOfParser(text)].sort(byPlace));
});

test.skipIf(corpus === undefined)('nothing is marked as refused in a real file that xl reads', () => {
  for (const name of readdirSync(corpus ?? '')) {
    const text = readFileSync(join(corpus ?? '', name), 'utf8');
    if (parseXl(text).problems.length > 0) continue;
    const marked = colour(text)
      .flat()
      .filter(({ scopes }) => scopes.some((scope) => scope.startsWith('invalid.')));
    expect(marked, name).toEqual([]);
  }
});

function byPlace(one: Mark, other: Mark): number {
  return Number(one.split(' ')[1]) - Number(other.split(' ')[1]);
}

/** What xl refuses: where the grammar marks something as refused, or the parser does. */
const refused = [
  'name = web\n',
  'memory = 512MB\n',
  'memory = -1\n',
  'memory = 0x1F\n',
  'memory = 512 vcpus = 2\n',
  'memory = 512,\n',
  'VCPUS = 2\n',
  'llc-colors = 2\n',
  'import os\n',
  'vif = [ a ]\n',
  "vif = [ 'a'; 'b' ]\n",
  'a = "\\q"\n',
  'a = "\\x41"\n',
  'a = "\\18"\n',
];
const taken = ['name = "web"\n', 'a = "\\101"\n', 'a = "\\n"\n', 'a = 08\n', 'a = [ [ 1, ], ]\n', ';;\n', 'a=1;b=2\n'];

test.each([...refused, ...taken])('%j is marked as refused when it is', (text) => {
  const marked = colour(text)
    .flat()
    .some(({ scopes }) => scopes.some((scope) => scope.startsWith('invalid.illegal.')));
  expect(marked).toBe(parseXl(text).problems.length > 0);
  expect(marked).toBe(refused.includes(text));
});
