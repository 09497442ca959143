import type { ValueType } from '../values/value-type.ts';
import type { XenVersion } from './xen-version.ts';

export const guestTypes = ['pv', 'pvh', 'hvm'] as const;

/** How a guest is virtualised; what `type=` says. */
export type GuestType = (typeof guestTypes)[number];

/**
 * What xl asks the parser for: a number (`xlu_cfg_get_long`), a boolean (a number of which only zero counts as no), a
 * string, a list, or what may be one or the other.
 */
export type KeyShape = 'number' | 'boolean' | 'string' | 'list' | 'string-or-list';

/** The languages inside strings. */
export const specNames = [
  ...(['disk', 'vif', 'pci', 'rdm', 'vfb', 'usbctrl', 'usbdev', 'channel', 'vtpm', 'p9', 'pvcalls'] as const),
  ...(['vdispl', 'vkb', 'vsnd', 'virtio', 'vnuma', 'cpuid', 'cpu-list', 'ioports', 'irqs', 'iomem'] as const),
] as const;

export type SpecName = (typeof specNames)[number];

/** One key of a configuration file: all that hover, completion, the rules and the reference page say about it. */
export interface KeyDoc {
  readonly name: string;
  readonly shape: KeyShape;
  /** The language of its string, or of each string in its list. */
  readonly spec?: SpecName;
  /** The values it takes, each explained; of a list: of each item. `undefined`: no more is known than the shape and the spec tell. */
  readonly value?: ValueType;
  /** Of `string-or-list`: the kind of a value that is no list, where it is not that of the items. */
  readonly single?: ValueType;
  /** Whether the items of its list are lists themselves; any other list ends at such an item. */
  readonly isNested?: boolean;
  /** Whether xl compares the values without regard to case. */
  readonly ignoresCase?: boolean;
  /** Whether xl takes the beginning of a value for the value, and an empty string for the first one. */
  readonly matchesPrefix?: boolean;
  /** The series that came with a value, by value; those that every series knows are left out. */
  readonly valuesSince?: Readonly<Record<string, XenVersion>>;
  /** The first series that knows a value no longer, by value. */
  readonly valuesRemovedIn?: Readonly<Record<string, XenVersion>>;
  /** A shape that xl takes with a warning only, and what to write instead, as a phrase. */
  readonly deprecatedForm?: { readonly shape: 'number' | 'string'; readonly instead: string };
  /** The types of guests for which it has an effect; none: xl only says that it ignores it. */
  readonly guests: readonly GuestType[];
  /**
   * Whether xl reads it for the other types of guests too, and so says what is wrong with it, though it does nothing
   * there. It never looks at other keys that are not for the guest's type.
   */
  readonly isReadForAll?: boolean;
  /** The heading that it stands under in its man page. */
  readonly section: string;
  /** The key without which, or with which as 0, nobody looks at the value of this one; xl still reads it. */
  readonly usedWith?: string;
  /** The types of guests for which xl refuses a file that has it. */
  readonly refusedFor?: readonly GuestType[];
  /** One line: what it does. */
  readonly summary: string;
  /** Markdown: what else one has to know. */
  readonly details?: string;
  readonly default?: string;
  readonly unit?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: boolean;
  /** The first series that reads it; `undefined`: every one that the catalogues know. */
  readonly since?: XenVersion;
  /** The first series that reads it no longer. */
  readonly removedIn?: XenVersion;
  /** Set when it is deprecated: what to write instead, as a phrase. */
  readonly deprecated?: string;
  /** The key that replaces it with the same value, so that a fix may rename it. */
  readonly renamedTo?: string;
  /** What xl does with a value of a wrong shape: drops the key and goes on, or exits. */
  readonly onWrongShape: 'dropped' | 'refused';
  /** Whether it says nothing about a wrong shape; else there is a line on standard error. */
  readonly isSilent?: boolean;
  /** What it does with a number below the minimum or above the maximum; `undefined`: takes it as it is. */
  readonly onOutOfRange?: 'dropped' | 'refused' | 'fails-at-start';
  /** What it does with a string that is none of the values: drops it, exits, or starts and fails. */
  readonly onUnknownValue?: 'dropped' | 'refused' | 'fails-at-start';
  /** Whether the value is a secret that has no place in a file that others can read. */
  readonly isSecret?: boolean;
  /** Whether the value is the path of a file of dom0. */
  readonly isPath?: boolean;
  /** Only read on this architecture. */
  readonly architecture?: 'arm' | 'x86';
  /** Man page section and source file. */
  readonly source: string;
}

/** A key that people write and that no series of xl reads: xm's, xend's, a tool's own. */
export interface UnreadKeyDoc {
  readonly name: string;
  /** Who read it, or reads it: `xm`, `xend`, `xen-tools`. */
  readonly origin: string;
  /** What became of it, and what to write instead, as a full sentence. */
  readonly advice: string;
  /** The key that replaces it with the same value, so that a fix may rename it. */
  readonly renamedTo?: string;
  readonly source: string;
}

/** What an assignment file is for; each kind has its own catalogue. */
export type XlFileKind = 'domain' | 'xl.conf' | 'cpupool';
