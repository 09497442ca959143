/** What stands on what in a dom0: cards, bonds, VLANs, bridges, and the vifs of the domUs on top. */
import { thingAt } from '../model/at.ts';
import { bridgeUseAt, usesOfBridge } from '../model/dom0/bridge-uses.ts';
import type { Dom0 } from '../model/dom0/dom0.ts';
import { nameOfDomU } from '../model/dom0/domu-names.ts';
import type { GuestVif } from '../model/dom0/guest-vifs.ts';
import { namesAbove, namesBelow, stepOf } from '../model/dom0/way-down.ts';
import { natureOf } from '../model/interface-nature.ts';
import type { FileId, Location } from '../text/location.ts';
import { baseName } from '../text/paths.ts';
import type { Span } from '../text/span.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { OutlineSymbol } from './answers.ts';

/** An interface of the dom0, or a vif of a domU that names its bridge. */
export interface Layer {
  readonly name: string;
  readonly detail: string;
  readonly kind: Extract<OutlineSymbol['kind'], 'interface' | 'bridge' | 'vif'>;
  /** The name by which it is found again. */
  readonly location: Location;
  /** All of it, in the same file. */
  readonly span: Span;
}

type LayersAt = (snapshot: Snapshot, file: FileId, offset: number) => readonly Layer[];

/** The interface or vif at a place. */
export function layerAt({ dom0 }: Snapshot, file: FileId, offset: number): Layer | undefined {
  const found = foundAt(dom0, file, offset);
  if (found === undefined) return undefined;
  return typeof found === 'string' ? interfaceLayer(dom0, found) : vifLayer(found.guest, found.location);
}

/** What stands directly on the interface at a place: nothing on a vif. */
export const layersAbove: LayersAt = ({ dom0 }, file, offset) => {
  const found = foundAt(dom0, file, offset);
  if (typeof found !== 'string' || dom0.host === undefined) return [];
  return [
    ...namesAbove(dom0.host, found).flatMap((name) => interfaceLayer(dom0, name) ?? []),
    ...usesOfBridge(dom0, found).flatMap(({ guest, location }) =>
      guest === undefined ? [] : vifLayer(guest, location),
    ),
  ];
};

/** What the interface or vif at a place directly stands on. */
export const layersBelow: LayersAt = ({ dom0 }, file, offset) => {
  const found = foundAt(dom0, file, offset);
  if (found === undefined || dom0.host === undefined) return [];
  const names = typeof found === 'string' ? namesBelow(dom0.host, found) : [found.guest.bridge ?? ''];
  return names.flatMap((name) => interfaceLayer(dom0, name) ?? []);
};

/** The name of an interface, or a vif. */
function foundAt(
  dom0: Dom0,
  file: FileId,
  offset: number,
): string | { readonly guest: GuestVif; readonly location: Location } | undefined {
  const thing = dom0.host && thingAt(dom0.host, file, offset);
  if (thing?.kind === 'interface') return thing.use.name;
  const use = bridgeUseAt(dom0, file, offset);
  return use?.guest === undefined ? use?.bridge : { guest: use.guest, location: use.location };
}

/** One that has no stanza is found where it is first named. */
function interfaceLayer({ host }: Dom0, name: string): Layer | undefined {
  const link = host?.interfaces.get(name);
  const [stanza] = link?.stanzas ?? [];
  const location = stanza === undefined ? link?.uses[0]?.location : { file: stanza.file, span: stanza.nameWord.span };
  if (host === undefined || link === undefined || location === undefined) return undefined;
  const kind = stepOf(host, name).kind === 'bridge' ? 'bridge' : 'interface';
  return { name, detail: natureOf(host, name) ?? '', kind, location, span: stanza?.node.span ?? location.span };
}

function vifLayer({ domU, vif }: GuestVif, location: Location): Layer {
  const name = nameOfDomU(domU) ?? baseName(domU.config.file);
  return { name, detail: `vif ${vif.index}`, kind: 'vif', location, span: vif.value.span };
}
