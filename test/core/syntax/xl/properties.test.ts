import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../../../../server/src/core/syntax/xl/ast.ts';
import { parseXl } from '../../../../server/src/core/syntax/xl/parser.ts';
import { looksLikeXl } from '../../../../server/src/core/syntax/xl/sniff.ts';
import type { Span } from '../../../../server/src/core/text/span.ts';
import { generateSyntaxFiles } from '../../../support/xl-files.ts';

/** Files that look like ones of xl's, and any text at all. */
const texts: fc.Arbitrary<string> = fc.oneof(
  fc.nat().map((seed) => generateSyntaxFiles(1, seed)[0] ?? ''),
  fc
    .array(fc.constantFrom(...`'"[],;=+\\# \n\r\t\0ab1{}()%.:-\u{feff}é😀`, "'''", 'import ', 'a = '), {
      maxLength: 40,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

const isWithin = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;

describe('every text', () => {
  test('is the sum of its tokens, none of which is empty', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { tokens } = parseXl(text);
        expect(tokens.map(({ span }) => text.slice(span.start, span.end)).join('')).toBe(text);
        expect(tokens.filter(({ span }) => span.end <= span.start)).toEqual([]);
      }),
    );
  });

  test('gives a tree whose spans lie in those around them, and in their order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { root, problems } = parseXl(text);
        let done = 0;
        for (const { span, key, value } of root.assignments) {
          expect(span.start).toBeGreaterThanOrEqual(done);
          expect([isWithin(span, root.span), isWithin(key.span, span)]).toEqual([true, true]);
          if (value !== undefined) checkValue(value, span);
          done = span.end;
        }
        for (const { span } of problems) expect(isWithin(span, root.span) && span.end > span.start).toBe(true);
      }),
    );
  });

  test('is looked at without a fault', () => {
    fc.assert(
      fc.property(texts, (text) => {
        looksLikeXl(text);
      }),
    );
  });
});

function checkValue(value: Value, outer: Span): void {
  expect(isWithin(value.span, outer)).toBe(true);
  if (value.kind === 'list') for (const item of value.items) checkValue(item, value.span);
  if (value.kind === 'string' || value.kind === 'number') {
    const { atom } = value;
    expect(isWithin(atom.span, value.span)).toBe(true);
    const places = atom.pieces.map(({ offset }) => offset);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.every((place) => atom.span.start <= place && place <= atom.span.end)).toBe(true);
  }
}
