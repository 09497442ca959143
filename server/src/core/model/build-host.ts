import type { InterfacesTree } from '../syntax/interfaces/ast.ts';
import { groupBy } from '../text/group-by.ts';
import type { FileId } from '../text/location.ts';
import { bridgeOf } from './bridge-ports.ts';
import { detectDialect } from './dialect.ts';
import { collectDirectives } from './directives.ts';
import type { BridgePort, Dialect, HostModel, Include, Interface, Mark, NameUse, Stanza } from './host.ts';
import { findManagement } from './management.ts';
import { collectMarks } from './marks.ts';
import { collectNameUses } from './name-uses.ts';
import { aliasBase, vlanOfName } from './names.ts';
import { readInOrder } from './reading-order.ts';
import { collectStanzas, optionsNamed } from './stanzas.ts';

/** What the user says about a host; `auto` and an empty list leave it to the files. */
export interface HostSettings {
  readonly dialect: 'auto' | Dialect;
  readonly management: readonly string[];
}

/** Everything that was read of a host. */
export interface HostSources {
  readonly main: FileId;
  readonly root: FileId | undefined;
  readonly trees: ReadonlyMap<FileId, InterfacesTree>;
  readonly includes: readonly Include[];
  /** Whether something that the files name could not be read. */
  readonly incomplete: boolean;
  /** What lies beside the files on the dom0: configuration of one of the other programs, and of Xen. */
  readonly surroundings: { readonly dialect: Dialect | undefined; readonly hasXenFolder: boolean };
}

/** Joins the files of one host into its model. Pure: the same sources and settings give an equal model. */
export function buildHost(sources: HostSources, settings: HostSettings): HostModel {
  const reading = readInOrder(sources.main, sources.trees, sources.includes);
  const stanzas = collectStanzas(reading);
  const marks = collectMarks(reading);
  const mappings = reading.statements.flatMap(({ file, statement }) =>
    statement.kind === 'mapping' ? [{ node: statement, file }] : [],
  );
  const directives = reading.files.flatMap(collectDirectives);
  const uses = collectNameUses(reading, stanzas, mappings, marks, directives);
  const interfaces = collectInterfaces(stanzas, marks, uses);
  const dialect = settings.dialect === 'auto' ? detectDialect(reading, sources.surroundings.dialect) : settings.dialect;
  return {
    main: sources.main,
    root: sources.root,
    dialect,
    files: reading.files,
    includes: sources.includes,
    incomplete: sources.incomplete,
    isXenHost: sources.surroundings.hasXenFolder || stanzas.some(({ name }) => name.startsWith('xenbr')),
    stanzas,
    mappings,
    marks,
    interfaces,
    directives,
    management: findManagement(interfaces, directives, settings.management, dialect),
  };
}

function collectInterfaces(
  stanzas: readonly Stanza[],
  marks: readonly Mark[],
  uses: readonly NameUse[],
): ReadonlyMap<string, Interface> {
  const stanzasByName = groupBy(stanzas, (stanza) => stanza.name);
  const marksByName = groupBy(
    marks.filter((mark) => !mark.isPattern),
    (mark) => mark.name,
  );
  const usesByName = groupBy(uses, (use) => use.name);
  // Of an alias the hook can make no bridge: the kernel takes no name with a colon.
  const bridges = new Map(
    [...stanzasByName].map(([name, own]) => [name, aliasBase(name) === undefined ? bridgeOf(own) : undefined] as const),
  );
  const portsByName = groupBy(
    [...bridges.values()].flatMap((bridge): readonly BridgePort[] => bridge?.ports ?? []),
    (port) => port.name,
  );
  const slavesByBond = groupBy(
    uses.filter((use) => use.role === 'bond-slave'),
    (use) => use.stanza?.name,
  );
  const aliasesByBase = groupBy(usesByName.keys(), aliasBase);
  const links = new Map<string, Interface>();
  for (const name of usesByName.keys()) {
    const own = stanzasByName.get(name) ?? [];
    const bridge = bridges.get(name);
    links.set(name, {
      name,
      stanzas: own,
      marks: marksByName.get(name) ?? [],
      bridge,
      portOf: portsByName.get(name) ?? [],
      vlan: bridge === undefined ? vlanOf(name, own) : undefined,
      aliasOf: aliasBase(name),
      aliases: aliasesByBase.get(name) ?? [],
      slaves: slavesByBond.get(name) ?? [],
      uses: usesByName.get(name) ?? [],
    });
  }
  return links;
}

/** The name decides; only for names like `vlan10` does the option `vlan-raw-device` count (vlan package, if-pre-up.d/vlan). */
function vlanOf(name: string, stanzas: readonly Stanza[]): Interface['vlan'] {
  const byName = vlanOfName(name);
  if (byName !== undefined) return byName;
  const rawDevice = stanzas.flatMap((stanza) => optionsNamed(stanza, 'vlan_raw_device'))[0]?.value.words[0]?.text;
  if (rawDevice === undefined) return undefined;
  const digits = /^vlan0*(\d+)$/.exec(name)?.[1] ?? stanzas.flatMap((s) => optionsNamed(s, 'vlan_id'))[0]?.value.text;
  return { rawDevice, id: digits === undefined ? undefined : Number(digits) };
}
