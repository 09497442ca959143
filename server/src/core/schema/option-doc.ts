import type { ValueType } from './values/value-type.ts';

/**
 * What a second line of the same option in one stanza does. ifupdown joins the values with a newline; what comes of it
 * depends on the reader:
 * - `hook-list`: every line is a command of its own, run in order
 * - `joined-list`: the reader takes the words of all lines
 * - `first-wins`: the reader looks at the first value only
 * - `first-wins-with-prefix`: the first value counts if it holds a `/`; without one the second is executed
 * - `executed`: the value is pasted into a shell command, so the second one is run as a command of its own
 * - `rejected`: the reader gets both values at once and can use neither
 * - `unused`: nobody reads the option at all
 */
export type RepeatBehaviour =
  | 'hook-list'
  | 'joined-list'
  | 'first-wins'
  | 'first-wins-with-prefix'
  | 'executed'
  | 'rejected'
  | 'unused';

/** One option of an iface stanza: all that hover, completion, the rules and the option reference say about it. */
export interface OptionDoc {
  /** As its man page spells it, such as `bridge_ports` or `pre-up`. */
  readonly name: string;
  /** The Debian package whose program reads it, such as `ifupdown` or `bridge-utils`. */
  readonly package: string;
  /**
   * `ifupdown`: must be spelt exactly. `hook`: a script gets it through its environment, so `-` and `_`, upper and
   * lower case are the same.
   */
  readonly readBy: 'ifupdown' | 'hook';
  readonly value: ValueType;
  /** One line: what it does. */
  readonly summary: string;
  /** Markdown: what else one has to know. */
  readonly details?: string;
  /** What is used when the option is not given. */
  readonly default?: string;
  /** The unit of the number, such as `seconds`. */
  readonly unit?: string;
  /** Whether ifup refuses the interface without it. */
  readonly required?: boolean;
  readonly repeat: RepeatBehaviour;
  /** Set when the option is deprecated: what to write instead. */
  readonly deprecated?: string;
  /** The first version that reads it, such as `ifupdown 0.8.36 (Debian 11)`. */
  readonly since?: string;
  /** Where the facts come from: man page and source file. */
  readonly source: string;
}

/** What a second line does behind this first value: the behaviour with its condition resolved. */
export function repeatAfter(option: OptionDoc, first: string): Exclude<RepeatBehaviour, 'first-wins-with-prefix'> {
  if (option.repeat !== 'first-wins-with-prefix') return option.repeat;
  return first.includes('/') ? 'first-wins' : 'executed';
}
