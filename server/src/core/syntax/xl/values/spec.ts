import type { Span } from '../../../text/span.ts';
import type { Atom } from '../atom.ts';

/** What xl makes of a fault in a string: exit at once, drop the part and go on, or fail when the guest starts. */
export type SpecEffect =
  /** xl exits with an error, or crashes. */
  | 'refused'
  /** xl drops the part, or takes another value, and goes on, with one line on standard error at most. */
  | 'dropped'
  /** xl's dry run takes it; libxl, the kernel or a hotplug script fails at start. */
  | 'fails-at-start'
  /** It is taken, but as something else than it says. */
  | 'misread';

/** One parameter in a string such as a disk's or a vif's. */
export interface SpecField {
  /** The parameter that it sets, such as `vdev` or `bridge`, also where it is set by its place alone; as written where xl knows none. */
  readonly name: string;
  /** Where the name stands; `undefined` for one that is set by its place. */
  readonly nameSpan: Span | undefined;
  /** `undefined` for a flag, such as `cdrom`. */
  readonly value: Atom | undefined;
  readonly span: Span;
}

/** What xl says against a string, or would have to say. */
export interface SpecProblem<Kind extends string = string> {
  readonly kind: Kind;
  readonly span: Span;
  readonly effect: SpecEffect;
}

/** A string of one of the languages inside strings, read as xl reads it. Reading never fails. */
export interface Spec<Kind extends string = string> {
  readonly atom: Atom;
  /** In the order of the text. */
  readonly fields: readonly SpecField[];
  readonly problems: readonly SpecProblem<Kind>[];
}

/** The field that counts where a parameter is given more than once: the last one. */
export function fieldOf(spec: Spec, name: string): SpecField | undefined {
  return spec.fields.findLast((field) => field.name === name);
}

/** The text of a parameter's value; `undefined` where it is not given, or a flag. */
export function fieldText(spec: Spec, name: string): string | undefined {
  return fieldOf(spec, name)?.value?.text;
}
