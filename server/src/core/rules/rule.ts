import type { Directive } from '../model/directives.ts';
import type { Dom0 } from '../model/dom0/dom0.ts';
import type { Dialect, HostModel } from '../model/host.ts';
import { dialects } from '../model/host.ts';
import type { XlConfig } from '../model/xl/config.ts';
import type { XlFileKind } from '../schema/xl/key-doc.ts';
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
  /** Where only some of a rule's findings make the tool refuse the file. */
  readonly refuses?: boolean;
  readonly related?: readonly RelatedPlace[];
  /** The best one first. */
  readonly fixes?: readonly Fix[];
  /** How an editor may show the place: faded out, or struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** What is said of a rule, whatever it looks at. */
interface RuleFacts {
  /** The code: the fault in the field's words. Never changes. */
  readonly name: string;
  readonly severity: Severity;
  /** One line for tables and settings, a sentence with a full stop. */
  readonly summary: string;
  /** Whether the real tool refuses the file for this fault alone. */
  readonly refuses: boolean;
  /** The safety of the fixes it offers; empty: none. */
  readonly fixes: readonly Safety[];
}

/** A rule about a host's interfaces files: it sees the whole host and yields reports on any of its files. */
export interface InterfacesRule extends RuleFacts {
  readonly group: 'interfaces';
  /** Where the rule holds; it is not run for other dialects. */
  readonly dialects: readonly Dialect[];
  readonly check: (context: { readonly host: HostModel; readonly dom0: Dom0 }) => Iterable<Report>;
}

/** What a rule about a file in xl's language sees. */
export interface XlRuleContext {
  readonly config: XlConfig;
  /** A new MAC address under Xen's own prefix, none of those that the file has. */
  readonly newMac: () => string;
}

/** A rule about a file in xl's language. */
export interface XlRule extends RuleFacts {
  readonly group: 'xl';
  /** The kinds of files for which it is run. */
  readonly kinds: readonly XlFileKind[];
  readonly check: (context: XlRuleContext) => Iterable<Report>;
}

/** A rule that needs both languages: a dom0 and its domUs together. */
export interface HostRule extends RuleFacts {
  readonly group: 'host';
  readonly check: (context: { readonly dom0: Dom0; readonly newMac: () => string }) => Iterable<Report>;
}

/** A rule about the comments that speak to Bridgewise, in files of any language. */
export interface CommentRule extends RuleFacts {
  readonly group: 'suppression';
  /** `host`: of interfaces files alone. */
  readonly check: (context: {
    readonly directives: readonly Directive[];
    readonly host: HostModel | undefined;
  }) => Iterable<Report>;
}

export type Rule = InterfacesRule | XlRule | HostRule | CommentRule;

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
