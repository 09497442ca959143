import type { Atom } from '../atom.ts';
import { readUnsigned } from './c-number.ts';
import type { Spec, SpecProblem } from './spec.ts';

/** What can be wrong with an interrupt's number. */
export type IrqProblemKind =
  /** No decimal number; xl takes no `0x`. xl: "Invalid argument parsing irq". */
  | 'unreadable-irq'
  /** 2^32-1 or more, or below zero. xl: "irq … too big". */
  | 'irq-too-big';

/** An interrupt of the host that a guest may use (xl_parse.c). */
export interface Irq extends Spec<IrqProblemKind> {
  /** `undefined` where xl refuses it. */
  readonly irq: number | undefined;
}

/** A decimal number. */
export function parseIrq(atom: Atom): Irq {
  const found = readUnsigned(atom.text, 10);
  const isRead = found !== undefined && found.end === atom.text.length;
  const kind: IrqProblemKind | undefined = !isRead
    ? 'unreadable-irq'
    : found.value >= 0xffff_ffffn
      ? 'irq-too-big'
      : undefined;
  const problems: SpecProblem<IrqProblemKind>[] =
    kind === undefined ? [] : [{ kind, span: atom.span, effect: 'refused' }];
  const fields = [{ name: 'irq', nameSpan: undefined, value: atom, span: atom.span }];
  return { atom, fields, problems, irq: kind === undefined && found ? Number(found.value) : undefined };
}
