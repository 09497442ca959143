import type { Atom } from '../atom.ts';
import { cutAtom } from '../atom.ts';
import type { SpecField } from './spec.ts';

/** What C's isspace() takes for blank in the C locale. */
export const cBlanks = ' \t\n\v\f\r';

/** A part of an atom, and where it begins in the atom's text. */
export interface Part {
  readonly at: number;
  readonly atom: Atom;
}

/**
 * The parts of a text between separators as C's strtok() gives them: those with nothing in them are left out, so that
 * none come from an empty text.
 *
 * @param separators each of these characters is one
 */
export function splitAtom(atom: Atom, separators: string): readonly Part[] {
  return splitAtEach(atom, separators).filter((part) => part.atom.text !== '');
}

/** The parts of a text between separators, empty ones included: one at least. */
function splitAtEach(atom: Atom, separators: string): readonly Part[] {
  const { text } = atom;
  const ends = [...Array(text.length).keys()].filter((at) => separators.includes(text.charAt(at)));
  return [...ends, text.length].map((end, index) => {
    const at = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
    return { at, atom: cutAtom(atom, at, end) };
  });
}

/** The atom without these characters in front of it. */
export function trimAtomStart(atom: Atom, blanks: string): Atom {
  return cutAtom(atom, leading(atom.text, blanks));
}

/** The atom without these characters around it. */
export function trimAtom(atom: Atom, blanks: string): Atom {
  const start = leading(atom.text, blanks);
  let end = atom.text.length;
  while (end > start && blanks.includes(atom.text.charAt(end - 1))) end -= 1;
  return cutAtom(atom, start, end);
}

function leading(text: string, blanks: string): number {
  let start = 0;
  while (start < text.length && blanks.includes(text.charAt(start))) start += 1;
  return start;
}

/** What stands before and behind the first `separator`; `undefined` where there is none. */
export function cutInTwo(atom: Atom, separator: string): readonly [before: Atom, behind: Atom] | undefined {
  const at = atom.text.indexOf(separator);
  return at < 0 ? undefined : [cutAtom(atom, 0, at), cutAtom(atom, at + separator.length)];
}

/** A part as a field: `name=value`, or a flag where it has no `=`. Nothing is trimmed. */
export function fieldFrom(part: Atom): SpecField {
  const pair = cutInTwo(part, '=');
  const [name, value] = pair ?? [part, undefined];
  return { name: name.text, nameSpan: name.span, value, span: part.span };
}
