import { expect } from 'vitest';
import type { Atom } from '../../../../../server/src/core/syntax/xl/atom.ts';
import { plainAtom } from '../../../../../server/src/core/syntax/xl/atom.ts';
import type { Spec } from '../../../../../server/src/core/syntax/xl/values/spec.ts';

/** A text without escapes, at the beginning of a file. */
export function atomOf(text: string): Atom {
  return plainAtom(text);
}

/** The problems of a string that was read from `atomOf`, each as `kind «what is marked» effect`. */
export function shown({ atom, problems }: Spec): readonly string[] {
  return problems.map(({ kind, span, effect }) => `${kind} «${atom.text.slice(span.start, span.end)}» ${effect}`);
}

/**
 * Reads a text with every comma and every `x` written as an escape of two characters, and checks that each place is one of
 * the file, inside the string, and that of the text it stands for.
 */
export function expectPlacesInside(parse: (atom: Atom) => Spec, text: string): void {
  const plain = parse(plainAtom(text));
  const { atom, offsets } = escapedAtom(text);
  const escaped = parse(atom);
  const places = (spec: Spec) => [
    ...spec.problems.map(({ span }) => span),
    ...spec.fields.flatMap(({ span, nameSpan, value }) => [span, nameSpan ?? span, value?.span ?? span]),
  ];
  const outside = places(plain).filter(({ start, end }) => start < 0 || end < start || end > text.length);
  expect(outside).toEqual([]);
  const moved = places(plain).map(({ start, end }) => ({ start: offsets[start], end: offsets[end] }));
  expect(places(escaped)).toEqual(moved);
}

/** The text as it would be with a backslash before every comma and letter x, from the tenth character of a file on. */
function escapedAtom(text: string): { readonly atom: Atom; readonly offsets: readonly number[] } {
  const pieces: { at: number; offset: number }[] = [{ at: 0, offset: 10 }];
  const offsets: number[] = [];
  let offset = 10;
  for (let at = 0; at < text.length; at += 1) {
    const isEscaped = text[at] === ',' || text[at] === 'x';
    if (isEscaped) pieces.push({ at, offset }, { at: at + 1, offset: offset + 2 });
    offsets.push(offset);
    offset += isEscaped ? 2 : 1;
  }
  offsets.push(offset);
  return { atom: { text, span: { start: 10, end: offset }, pieces }, offsets };
}
