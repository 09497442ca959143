import type { OptionDoc } from '../option-doc.ts';

/** A method of an address family: the word that says how the interface gets its configuration. */
export interface MethodDoc {
  readonly name: string;
  readonly family: string;
  /** One line: what it does. */
  readonly summary: string;
  /** Markdown: what else one has to know. */
  readonly details?: string;
  /** The options that ifupdown itself reads for this method; hook commands and `description` are not repeated here. */
  readonly options: readonly OptionDoc[];
  /** The first version that has it; absent for those that have always been there. */
  readonly since?: string;
  readonly source: string;
}

/** An address family of the iface line, with its methods. */
export interface FamilyDoc {
  readonly name: string;
  readonly summary: string;
  readonly methods: readonly MethodDoc[];
}
