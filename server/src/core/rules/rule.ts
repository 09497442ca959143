import type { Dialect, HostModel } from '../model/host.ts';
import { dialects } from '../model/host.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Location } from '../text/location.ts';

/**
 * `error`: the tool, a hook, libxl or the kernel refuses this or drops what the line says. `warning`: it works, but is
 * unsafe, loses connectivity or does what nobody meant. `information`: there is a better way. `hint`: redundant or
 * deprecated.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** `safe` keeps the meaning or restores the only possible one, and may run without being looked at. */
export type Safety = 'safe' | 'unsafe';

/** A way to mend a finding. All edits together are one step; they speak of the present texts and do not overlap. */
export interface Fix {
  /** What it does, as the menu shows it: `Make eth2 manual`. */
  readonly title: string;
  readonly safety: Safety;
  readonly edits: readonly TextEdit[];
}

/** Another place that belongs to the finding, and why. */
export interface RelatedPlace {
  readonly location: Location;
  readonly message: string;
}

/** What a rule yields. What is left out is as the rule's metadata says. */
export interface Report {
  readonly location: Location;
  /** Names the thing, what is wrong with it, and what the real tool does with it. Ends with a full stop. */
  readonly message: string;
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  /** The best one first. */
  readonly fixes?: readonly Fix[];
  /** How an editor may show the place: faded out, or struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** What a rule sees: the whole host; it yields reports on any of its files. */
export interface RuleContext {
  readonly host: HostModel;
}

export interface Rule {
  /** The code: the fault in the field's words. Never changes. */
  readonly name: string;
  readonly group: 'interfaces' | 'suppression';
  readonly severity: Severity;
  /** One line for tables and settings, a sentence with a full stop. */
  readonly summary: string;
  /** Whether the real tool refuses the file for this fault alone. */
  readonly refuses: boolean;
  /** Where the rule holds; it is not run for other dialects. */
  readonly dialects: readonly Dialect[];
  /** The safety of the fixes it offers; empty: none. */
  readonly fixes: readonly Safety[];
  readonly check: (context: RuleContext) => Iterable<Report>;
}

/** A fault, as editors and the command line show it. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Whether this alone makes the host's tool refuse the file. */
  readonly refused: boolean;
  readonly location: Location;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  readonly tag: 'unnecessary' | 'deprecated' | undefined;
}

/** The dialects of all three programs, for rules that hold everywhere. */
export const everyDialect: readonly Dialect[] = dialects;
