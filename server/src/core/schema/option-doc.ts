import type { ValueType } from './values/value-type.ts';

/**
 * What a second line of the same option in one stanza does. ifupdown joins the values with a newline; what comes of it
 * depends on the reader:
 * - `hook-list`: every line is a command of its own, run in order
 * - `joined-list`: the reader takes the words of all lines
 * - `first-wins`: the reader looks at the first value only
 * - `first-wins-with-prefix`: the first value counts if it holds a `/`; without one the second is executed
 * - `first-wins-with-prefix-and-netmask`: the same, if the stanza has a `netmask` too
 * - `executed`: the value is pasted into a shell command, so the second one is run as a command of its own
 * - `executed-by-some-clients`: as `executed` where the installed DHCP client takes the option; the others never see it
 * - `rejected`: the reader gets both values at once and can use neither
 * - `unused`: nobody reads the option at all
 */
export type RepeatBehaviour =
  | 'hook-list'
  | 'joined-list'
  | 'first-wins'
  | 'first-wins-with-prefix'
  | 'first-wins-with-prefix-and-netmask'
  | 'executed'
  | 'executed-by-some-clients'
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
  /** The option without which this one is not looked at, such as `gateway` for `metric`. */
  readonly usedWith?: string;
  /** Set when the option is deprecated: what to write instead. */
  readonly deprecated?: string;
  /** The first version that reads it, such as `ifupdown 0.8.36 (Debian 11)`. */
  readonly since?: string;
  /** Where the facts come from: man page and source file. */
  readonly source: string;
}

/** What a second line really does, its conditions resolved. */
export type RepeatEffect = Exclude<RepeatBehaviour, 'first-wins-with-prefix' | 'first-wins-with-prefix-and-netmask'>;

/**
 * What a second line of the option does in a stanza.
 *
 * @param first the value of the first line
 * @param names the names of all options that the stanza has, inherited ones included
 */
export function repeatAfter(option: OptionDoc, first: string, names: readonly string[]): RepeatEffect {
  if (option.usedWith !== undefined && !names.includes(option.usedWith)) return 'unused';
  switch (option.repeat) {
    case 'first-wins-with-prefix':
      return first.includes('/') ? 'first-wins' : 'executed';
    case 'first-wins-with-prefix-and-netmask':
      return first.includes('/') && names.includes('netmask') ? 'first-wins' : 'executed';
    default:
      return option.repeat;
  }
}
