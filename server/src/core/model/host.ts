import type {
  IfaceStanza,
  InterfacesTree,
  MappingStanza,
  NamesLine,
  OptionLine,
  SourceLine,
  Value,
  Word,
} from '../syntax/interfaces/ast.ts';
import type { FileId, Location } from '../text/location.ts';
import type { Directive } from './directives.ts';

/** The programs that read an interfaces file, each in its own way. */
export const dialects = ['ifupdown', 'ifupdown2', 'ifupdown-ng'] as const;

/** Which program reads the files of a host: Debian's ifupdown, Cumulus' and Proxmox' ifupdown2, or Alpine's ifupdown-ng. */
export type Dialect = (typeof dialects)[number];

/** A file of the host as the model read it. */
export interface HostFile {
  readonly file: FileId;
  readonly tree: InterfacesTree;
}

/** What became of one `source` or `source-directory` line. */
export interface Include {
  readonly file: FileId;
  readonly statement: SourceLine;
  /** The files it reads, in ifupdown's order, those that were read before included. */
  readonly targets: readonly FileId[];
  /** Files in a sourced directory that its name filter leaves out, silently (config.c, directory_filter). */
  readonly skipped: readonly FileId[];
  /** Folders named where a file is wanted; ifupdown warns and goes on. */
  readonly folders: readonly FileId[];
  /** The words that found nothing. */
  readonly missing: readonly string[];
  /** Whether it depends on something only the machine knows: a variable, a home directory, a word that does not expand. */
  readonly unknown: boolean;
}

/** An option of a stanza as ifupdown has it in effect. */
export interface StanzaOption {
  /** As written, without the `?` that sets an option only where it is not yet set. */
  readonly name: string;
  /** As the hooks' environment spells it: lower case, `_` for `-`. */
  readonly canonical: string;
  readonly value: Value;
  readonly line: OptionLine;
  readonly file: FileId;
}

/** One `iface` stanza that has a name. */
export interface Stanza {
  readonly name: string;
  readonly nameWord: Word;
  /** `undefined` where the line says neither a family nor a stanza to inherit from that has one. */
  readonly family: string | undefined;
  readonly method: string | undefined;
  /** The stanza that this one inherits from, if there is one above it. */
  readonly parent: Stanza | undefined;
  /** In effect, in ifupdown's order: what is inherited first. */
  readonly options: readonly StanzaOption[];
  readonly node: IfaceStanza;
  readonly file: FileId;
  /** How many stanzas were read before it; ifupdown inherits only from earlier ones. */
  readonly index: number;
}

/** A `mapping` stanza and its file. */
export interface Mapping {
  readonly node: MappingStanza;
  readonly file: FileId;
}

/** What makes ifupdown bring up an interface at boot or on an event, or treat it in another special way. */
export interface Mark {
  readonly kind: NamesLine['kind'];
  /** `auto`, `hotplug`, …; `undefined` for `no-auto-down` and `no-scripts`. */
  readonly class: string | undefined;
  /** The interface, or the pattern as written. `eth0=lan` names the interface `eth0` and the stanza `lan`. */
  readonly name: string;
  /** The stanza that is used: behind `=` where there is one. */
  readonly logical: string;
  /** Words with `/` are patterns over the interfaces of the running kernel (interfaces(5), INTERFACE PATTERNS). */
  readonly isPattern: boolean;
  readonly location: Location;
  readonly statement: NamesLine;
}

/** How a name is used in one place. */
export type NameRole =
  | 'iface'
  | 'auto'
  | 'allow'
  | 'no-auto-down'
  | 'no-scripts'
  | 'rename'
  | 'inherits'
  | 'mapping'
  | 'map-target'
  | 'bridge-port'
  | 'raw-device'
  | 'bond-slave'
  | 'bond-master'
  | 'option'
  | 'hook'
  | 'comment';

/** One place where the name of an interface stands. */
export interface NameUse {
  readonly name: string;
  readonly role: NameRole;
  readonly location: Location;
  /** The stanza around it, for options and hook commands. */
  readonly stanza: Stanza | undefined;
}

/** A port of a bridge, where it is written. */
export interface BridgePort {
  readonly name: string;
  readonly location: Location;
  readonly stanza: Stanza;
}

/** A bridge as the stanzas of its name describe it. */
export interface Bridge {
  /** The stanzas that have `bridge_ports`. */
  readonly stanzas: readonly Stanza[];
  readonly ports: readonly BridgePort[];
  /** Whether `all` or `regex` takes ports that only the running system knows. */
  readonly takesUnnamedPorts: boolean;
}

/** A VLAN: a tagged part of what passes over its raw device. */
export interface Vlan {
  readonly rawDevice: string;
  /** `undefined` where the name holds no number. */
  readonly id: number | undefined;
}

/** Everything that the host's files say about one interface name. */
export interface Interface {
  readonly name: string;
  readonly stanzas: readonly Stanza[];
  /** `auto`, `allow-…` and the like that name it, patterns left out. */
  readonly marks: readonly Mark[];
  readonly bridge: Bridge | undefined;
  /** Where bridges take it as a port. */
  readonly portOf: readonly BridgePort[];
  readonly vlan: Vlan | undefined;
  /** `eth0` for `eth0:1`. */
  readonly aliasOf: string | undefined;
  /** `eth0:1` and the like, for `eth0`. */
  readonly aliases: readonly string[];
  readonly slaves: readonly NameUse[];
  readonly uses: readonly NameUse[];
}

/** One dom0's network as its files describe it: plain data whose spans lead back to the files. */
export interface HostModel {
  readonly main: FileId;
  /** The folder that is `/` to the host; `undefined` when neither the path nor a setting tells. */
  readonly root: FileId | undefined;
  readonly dialect: Dialect;
  /** In the order ifupdown reads them. */
  readonly files: readonly HostFile[];
  readonly includes: readonly Include[];
  /** Whether something that the files name could not be read; then nothing may be said to be absent. */
  readonly incomplete: boolean;
  /** Whether this is surely a Xen dom0. */
  readonly isXenHost: boolean;
  readonly stanzas: readonly Stanza[];
  readonly mappings: readonly Mapping[];
  readonly marks: readonly Mark[];
  readonly interfaces: ReadonlyMap<string, Interface>;
  readonly directives: readonly Directive[];
  /** The interfaces by which the dom0 is reached, as far as is known; empty when it is not known. */
  readonly management: ReadonlySet<string>;
}

/** The text of a file of the host. */
export function textOf(host: HostModel, file: FileId): string {
  return host.files.find((candidate) => candidate.file === file)?.tree.text ?? '';
}
