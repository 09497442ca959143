import type { Atom } from '../atom.ts';
import { cutAtom } from '../atom.ts';
import { scanHex } from './c-number.ts';
import type { Spec, SpecField, SpecProblem } from './spec.ts';

/** What can be wrong with a range of I/O memory. */
export type IomemProblemKind =
  /** Not `START,PAGES` or `START,PAGES@GUEST`, or something behind that. xl: "Invalid argument parsing iomem". */
  | 'unreadable-iomem'
  /** No page at all, or more than there are. Xen refuses it: "failed give domain access to iomem range". */
  | 'impossible-iomem';

/** Pages of the host's memory that a guest may reach (xl_parse.c), counted in pages of 4 KiB. */
export interface Iomem extends Spec<IomemProblemKind> {
  /** `undefined` where xl refuses it. */
  readonly range: IomemRange | undefined;
}

/** Page frames. */
export interface IomemRange {
  readonly start: number;
  readonly pages: number;
  /** Where the guest sees it; `undefined`: in the same place. */
  readonly guest: number | undefined;
}

/** `START,PAGES[@GUEST]`, hexadecimal with or without `0x`. */
export function parseIomem(atom: Atom): Iomem {
  const { text } = atom;
  const fields: SpecField[] = [];
  const number = (name: string, at: number): { value: bigint; end: number } | undefined => {
    const found = scanHex(text, at);
    const value = found && cutAtom(atom, at, found.end);
    if (value !== undefined) fields.push({ name, nameSpan: undefined, value, span: value.span });
    return found;
  };
  const start = number('start', 0);
  const pages = start && text.charAt(start.end) === ',' ? number('pages', start.end + 1) : undefined;
  const guest = pages && text.charAt(pages.end) === '@' ? number('guest', pages.end + 1) : undefined;
  const end = (guest ?? pages)?.end;
  if (start === undefined || pages === undefined || end !== text.length)
    return {
      atom,
      fields,
      problems: [{ kind: 'unreadable-iomem', span: atom.span, effect: 'refused' }],
      range: undefined,
    };
  const last = start.value + pages.value - 1n;
  const isImpossible = pages.value === 0n || last >= 1n << 64n;
  const problems: SpecProblem<IomemProblemKind>[] = isImpossible
    ? [{ kind: 'impossible-iomem', span: atom.span, effect: 'fails-at-start' }]
    : [];
  // The largest number stands for none.
  const isMoved = guest !== undefined && guest.value !== (1n << 64n) - 1n;
  const range = {
    start: Number(start.value),
    pages: Number(pages.value),
    guest: isMoved ? Number(guest.value) : undefined,
  };
  return { atom, fields, problems, range };
}
