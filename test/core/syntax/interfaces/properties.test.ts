import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Statement, Word } from '../../../../server/src/core/syntax/interfaces/ast.ts';
import { parseInterfaces } from '../../../../server/src/core/syntax/interfaces/parser.ts';
import type { Span } from '../../../../server/src/core/text/span.ts';

/** Pieces that mean something to ifupdown, in any order, and any letters between them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'iface',
        'auto',
        'allow-x',
        'mapping',
        'source',
        'inherits',
        'inet',
        'static',
        'up',
        'script',
        'rename',
      ),
      fc.constantFrom(
        ' ',
        '\t',
        '\n',
        '\r\n',
        '\\\n',
        '\\',
        '\\\\\n',
        '#',
        '\0',
        '\uFEFF',
        '\u00a0',
        '\v',
        '\r',
        '😀',
        '\uD800',
      ),
      fc.constant('n'.repeat(79)),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

const runs = { numRuns: 2000 };

test('the tokens, joined, are the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0;
      for (const { span } of parseInterfaces(text).tokens) {
        expect(span.start).toBe(end);
        expect(span.end).toBeGreaterThan(span.start);
        end = span.end;
      }
      expect(end).toBe(text.length);
    }),
    runs,
  );
});

test('every word lies in its statement, on its letters', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const statement of parseInterfaces(text).root.statements) {
        for (const word of wordsOf(statement)) {
          expect(isInside(word.span, statement.span)).toBe(true);
          const written = joined(text.slice(word.span.start, word.span.end));
          expect(written.startsWith(word.text.replace(/\uFFFD$/, ''))).toBe(true);
        }
      }
    }),
    runs,
  );
});

/** Without continuations; an empty line that is joined leaves a backslash before it to continue again. */
function joined(text: string): string {
  const shorter = text.replace(/\\(?:\0[^\n]*)?\n/, '');
  return shorter === text ? text : joined(shorter);
}

test('statements and problems follow each other and lie in the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { root, problems } = parseInterfaces(text);
      const spans = root.statements.map((statement) => statement.span);
      expect(spans).toEqual(spans.toSorted((a, b) => a.start - b.start));
      expect(problems).toEqual(problems.toSorted((a, b) => a.span.start - b.span.start));
      for (const { span } of [...root.statements, ...problems]) expect(isInside(span, root.span)).toBe(true);
    }),
    runs,
  );
});

test('an editor that adds a comment line changes nothing else', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const describe = (source: string) => parseInterfaces(source).root.statements.map(describeStatement);
      const unmarked = text.replace(/^\uFEFF+/, '');
      expect(describe(`# first \\\n${unmarked}`)).toEqual(describe(unmarked));
    }),
    runs,
  );
});

function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}

function wordsOf(statement: Statement): readonly Word[] {
  if (statement.kind === 'iface') {
    const { keyword, name, family, method, inherits, extra, options, marks } = statement;
    const optional = [name, family, method, inherits?.keyword, inherits?.name].filter((word) => word !== undefined);
    return [
      keyword,
      ...optional,
      ...extra,
      ...options.map((option) => option.name),
      ...marks.map((mark) => mark.keyword),
    ];
  }
  if (statement.kind === 'mapping') return [statement.keyword, ...statement.patterns];
  if (statement.kind === 'rename') return [statement.keyword, ...statement.renames];
  if (statement.kind === 'stray') return [statement.name, ...(statement.value?.words ?? [])];
  if ('names' in statement) return [statement.keyword, ...statement.names];
  return [statement.keyword, ...(statement.value?.words ?? [])];
}

function describeStatement(statement: Statement): unknown {
  return [statement.kind, ...wordsOf(statement).map((word) => word.text)];
}
