import type { Value } from '../../../../server/src/core/syntax/xl/ast.ts';
import { parseXl } from '../../../../server/src/core/syntax/xl/parser.ts';

/** A value as plain data: what xl reads; of what it cannot read, the text in an object. */
export type Plain = string | { readonly unread: string } | undefined | readonly Plain[];

function plainValue(value: Value | undefined): Plain {
  if (value === undefined) return undefined;
  if (value.kind === 'list') return value.items.map(plainValue);
  return value.kind === 'unread' ? { unread: value.text } : value.atom.text;
}

/** The assignments of a text in its order, each as its key with `+` before it for `+=`, and its value. */
export function readAll(text: string): readonly (readonly [string, Plain])[] {
  return parseXl(text).root.assignments.map(({ key, operator, value }) => [
    (operator === '+=' ? '+' : '') + key.text,
    plainValue(value),
  ]);
}

/** The problems of a text, each as its kind and the text that it is about. */
export function problemsOf(text: string): readonly (readonly [string, string])[] {
  return parseXl(text).problems.map(({ kind, span }) => [kind, text.slice(span.start, span.end)]);
}
