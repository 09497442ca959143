import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OptionLine, Statement, Word } from '../../server/src/core/syntax/interfaces/ast.ts';
import { parseInterfaces } from '../../server/src/core/syntax/interfaces/parser.ts';
import { tokenizeInterfaces } from '../../server/src/core/syntax/interfaces/tokens.ts';
import cases from '../core/syntax/interfaces/fixtures/grammar-cases.json' with { type: 'json' };
import type { Colour, ColouredPiece } from './tokenize.ts';
import { loadColour } from './tokenize.ts';

let colour: Colour;
beforeAll(async () => {
  colour = await loadColour('debian-interfaces');
});

/** VS Code takes a byte order mark off before it colours. */
const beyondAnyGrammar = new Set(['bom']);

const families = new Set(['inet', 'inet6', 'ipx', 'can', 'meta']);

/** A thing in the text: what it is, where it begins, and its text. */
type Mark = `${string} ${number} ${string}`;

function mark(kind: string, text: string, start: number, end: number): Mark {
  return `${kind} ${start} ${text.slice(start, end)}`;
}

const hooks = new Set(['pre-up', 'up', 'post-up', 'pre-down', 'down', 'post-down']);

function optionMark(text: string, { name }: { readonly name: Word }): Mark {
  return mark(hooks.has(name.text) ? 'hook' : 'option', text, name.span.start, name.span.end);
}

function statementMarks(text: string, statement: Statement): readonly Mark[] {
  const word = (kind: string, found: Word | undefined): readonly Mark[] =>
    found === undefined ? [] : [mark(kind, text, found.span.start, found.span.end)];
  const keyword = (option: OptionLine): readonly Mark[] =>
    option.name.text === 'script' || option.name.text === 'map' ? word('keyword', option.name) : [];
  switch (statement.kind) {
    case 'stray':
      return statement.inside === 'mapping' ? [] : [optionMark(text, statement)];
    case 'mapping':
      return [...word('keyword', statement.keyword), ...statement.options.flatMap(keyword)];
    case 'iface':
      return [
        ...word('keyword', statement.keyword),
        ...word('keyword', statement.inherits?.keyword),
        ...(families.has(statement.family?.text ?? '') ? word('family', statement.family) : []),
        ...word('name', statement.name),
        ...word('name', statement.inherits?.name),
        ...statement.options.map((option) => optionMark(text, option)),
        ...statement.marks.flatMap((names) => word('keyword', names.keyword)),
      ];
    default:
      return word('keyword', statement.keyword);
  }
}

function marksOfParser(text: string): readonly Mark[] {
  const { root } = parseInterfaces(text);
  return [
    ...root.comments.map(({ span }) => mark('comment', text, span.start, span.end)),
    ...tokenizeInterfaces(text)
      .filter(({ kind }) => kind === 'continuation')
      .map(({ span }) => mark('continuation', text, span.start, span.end)),
    ...root.statements.flatMap((statement) => statementMarks(text, statement)),
  ];
}

const kindOfScope: readonly (readonly [RegExp, string])[] = [
  [/^punctuation\.separator\.continuation\./, 'continuation'],
  [/^keyword\.control\.(?!shell)/, 'keyword'],
  [/^keyword\.other\.hook\./, 'hook'],
  [/^support\.type\.property-name\./, 'option'],
  [/^storage\.type\.family\./, 'family'],
];

function marksOfGrammar(text: string): readonly Mark[] {
  const lines = colour(text);
  return [
    ...lines.flatMap((line) => commentIn(text, line)),
    ...lines.flat().flatMap((piece) => {
      const kind = isNameOfIface(piece)
        ? 'name'
        : kindOfScope.find(([scope]) => piece.scopes.some((name) => scope.test(name)))?.[1];
      return kind === undefined ? [] : [mark(kind, text, piece.offset, piece.offset + piece.text.length)];
    }),
  ];
}

function isNameOfIface({ scopes }: ColouredPiece): boolean {
  return scopes[0] === 'meta.iface.debian-interfaces' && scopes[1]?.startsWith('entity.name.type.interface.') === true;
}

function commentIn(text: string, line: readonly ColouredPiece[]): readonly Mark[] {
  const pieces = line.filter(({ scopes }) => scopes.includes('comment.line.number-sign.debian-interfaces'));
  const [first] = pieces;
  if (first === undefined) return [];
  const whole = pieces.map((piece) => piece.text).join('');
  return [mark('comment', text, first.offset, first.offset + whole.replace(/[ \t\v\f\r]+$/, '').length)];
}

describe('the grammar and the parser see the same comments, continuations, keywords and options', () => {
  test.each(cases.filter(({ name }) => !beyondAnyGrammar.has(name)))('$name', ({ input }) => {
    expect([...marksOfGrammar(input)].sort()).toEqual([...marksOfParser(input)].sort());
  });
});

test('by chance: they see the same comments and continuations', () => {
  const piece = fc.constantFrom(
    ...[
      '\n',
      '\n',
      '\\\n',
      '\\\n',
      '\\ \n',
      '\\',
      '#',
      ' # ',
      ' ',
      '\t',
      '"',
      "'",
      '$(',
      '`',
      '<<EOF',
      ';',
      '(',
      '#bridgewise-ignore',
    ],
    ...[
      'up ',
      'up',
      'auto ',
      'iface ',
      'mapping ',
      'script ',
      'source ',
      'description ',
      'inet',
      'eth0',
      'inherits ',
      '*',
      '=',
    ],
  );
  const linesAndComments = (marks: readonly Mark[]): readonly Mark[] =>
    marks.filter((found) => /^(?:comment|continuation) /.test(found)).toSorted();
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = `${pieces.join('')}\nauto lo\n`;
      expect(linesAndComments(marksOfGrammar(text))).toEqual(linesAndComments(marksOfParser(text)));
    }),
    { numRuns: 3000 },
  );
});
