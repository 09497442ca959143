import type { Span } from '../../text/span.ts';

/**
 * What a value that is not of its type leads to: `fails`: the program refuses it and the interface does not come up;
 * `dropped`: a message at most, the value has no effect; `misread`: something else than the words say is set.
 */
export type ValueEffect = 'fails' | 'dropped' | 'misread';

/** What is wrong with a value. `message` is a full sentence about the words; `span` counts inside the value's text. */
export interface ValueProblem {
  readonly message: string;
  readonly effect: ValueEffect;
  readonly span: Span;
  /** The message in parts, where something else was to stand here than does. */
  readonly choice?: ValueChoice;
}

/** What may stand where a value, or a part of it, is none of that. */
interface ValueChoice {
  /** In Markdown, to follow "takes": `a`, `b` or `c`. */
  readonly takes: string;
  /** What other words lead to, as the end of a sentence. */
  readonly consequence: string;
}

/** One value that completion may offer, with a short note on what it means. */
export interface ValueCandidate {
  readonly label: string;
  readonly detail: string;
}

/** What an interface named in a value is there for; completion offers those that fit. */
export type InterfaceRole = 'bridge-port' | 'raw-device' | 'any';

/** A word of a value that names an interface; `span` counts inside the value's text. */
export interface NamedInterface {
  readonly name: string;
  readonly role: InterfaceRole;
  readonly span: Span;
}

/** A kind of value: how it is checked, explained and completed. Every function takes the value's text without blanks around it. */
export interface ValueType {
  /** The kind's name, such as `ipv4-address`; equal for equal kinds. */
  readonly kind: string;
  /** A short phrase that fits behind "expects", such as `an IPv4 address`. */
  readonly describe: string;
  /**
   * What is surely wrong with the text; `undefined` when nothing is, and also when nobody can know, as with shell
   * words and template holes.
   */
  check(text: string): ValueProblem | undefined;
  /** What the text means, in Markdown; `undefined` when there is nothing to add to the words. */
  explain(text: string): string | undefined;
  /**
   * The values worth offering; empty when any text goes. What may stand depends for some on the words `before` it, which
   * are none where they are left out.
   */
  complete(before?: readonly string[]): readonly ValueCandidate[];
  /** The interfaces that the text names, in their order; absent for kinds that never name one. */
  readonly interfaces?: (text: string) => readonly NamedInterface[];
  /** The role of an interface name that may be completed at this place; absent where none may stand. */
  readonly interfaceRole?: InterfaceRole;
}
