import type { Atom } from '../atom.ts';
import { cutAtom } from '../atom.ts';
import { readUnsigned } from './c-number.ts';
import type { Spec, SpecEffect, SpecProblem } from './spec.ts';

/** What can be wrong with a range of I/O ports. */
export type IoportsProblemKind =
  /** No hexadecimal number, or none behind `-`. xl: "Invalid argument parsing ioport". */
  | 'unreadable-ioport'
  /** 2^32-1 or more. xl: "ioport … too big". */
  | 'ioport-too-big'
  /** Something behind a single port, which xl complains about and does not look at. */
  | 'text-behind-ioport'
  /** A port over ffff, or an end before its beginning. Xen refuses it: "failed give domain access to ioports". */
  | 'impossible-ioports';

/** I/O ports that a guest may use (xl_parse.c). */
export interface Ioports extends Spec<IoportsProblemKind> {
  /** `undefined` where xl refuses it. */
  readonly range: { readonly first: number; readonly last: number } | undefined;
}

const limit = 0xffff_ffffn;

/** `A` or `A-B`, hexadecimal with or without `0x`. */
export function parseIoports(atom: Atom): Ioports {
  const problems: SpecProblem<IoportsProblemKind>[] = [];
  const report = (kind: IoportsProblemKind, at: Atom, effect: SpecEffect = 'refused'): Ioports['range'] => {
    problems.push({ kind, span: at.span, effect });
    return undefined;
  };
  const range = readRange(atom, report);
  const fields = [{ name: 'range', nameSpan: undefined, value: atom, span: atom.span }];
  return { atom, fields, problems, range };
}

type Report = (kind: IoportsProblemKind, at: Atom, effect?: SpecEffect) => Ioports['range'];

function readRange(atom: Atom, report: Report): Ioports['range'] {
  const { text } = atom;
  const first = readUnsigned(text, 16);
  if (first === undefined) return report('unreadable-ioport', atom);
  if (first.value >= limit) return report('ioport-too-big', cutAtom(atom, 0, first.end));
  if (text.charAt(first.end) !== '-') {
    if (first.end < text.length) report('text-behind-ioport', cutAtom(atom, first.end), 'misread');
    return checked(atom, first.value, first.value, report);
  }
  const last = readUnsigned(text, 16, first.end + 1);
  if (last === undefined || last.end < text.length) return report('unreadable-ioport', cutAtom(atom, first.end + 1));
  if (last.value >= limit) return report('ioport-too-big', cutAtom(atom, first.end + 1));
  return checked(atom, first.value, last.value, report);
}

function checked(atom: Atom, first: bigint, last: bigint, report: Report): Ioports['range'] {
  if (last < first || last > 0xffffn) report('impossible-ioports', atom, 'fails-at-start');
  return { first: Number(first), last: Number(last) };
}
