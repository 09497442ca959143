/** The places where the files in xl's language name bridges of the dom0. */
import type { Atom } from '../../syntax/xl/atom.ts';
import { spanIn } from '../../syntax/xl/atom.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import type { FileId, Location } from '../../text/location.ts';
import { touches } from '../../text/span.ts';
import type { XlConfig } from '../xl/config.ts';
import type { Dom0 } from './dom0.ts';
import type { GuestVif } from './guest-vifs.ts';
import { defaultBridgeIn, guestVifsOf } from './guest-vifs.ts';

/** One place that names a bridge of the dom0. */
export interface BridgeUse {
  /** The bridge that is meant. */
  readonly bridge: string;
  /** Where the name stands, the VLAN tag behind it left out. */
  readonly location: Location;
  /** Whether the place says the name letter by letter: no escape in it, and not `xenbr0` where `eth0` is meant. */
  readonly isLiteral: boolean;
  /** The vif; `undefined` in `xl.conf`. */
  readonly guest: GuestVif | undefined;
}

/** Every place, in the order of the domUs' paths, `xl.conf` last. */
export function bridgeUsesOf(dom0: Dom0): readonly BridgeUse[] {
  const ofVifs = guestVifsOf(dom0).flatMap((guest): readonly BridgeUse[] => {
    const atom = guest.isStated ? fieldOf(guest.vif.spec, 'bridge')?.value : undefined;
    if (guest.bridge === undefined || atom === undefined) return [];
    return [useOf(guest.domU.config, atom, guest.bridge, guest)];
  });
  const byDefault = defaultBridgeIn(dom0);
  if (dom0.xlConf === undefined || byDefault === undefined) return ofVifs;
  return [...ofVifs, useOf(dom0.xlConf, byDefault.atom, byDefault.bridge, undefined)];
}

/** The places that name a bridge. */
export function usesOfBridge(dom0: Dom0, bridge: string): readonly BridgeUse[] {
  return bridgeUsesOf(dom0).filter((use) => use.bridge === bridge);
}

/** The place at an offset; behind the last letter of a name still is the name. `undefined`: no bridge of dom0 is named there. */
export function bridgeUseAt(dom0: Dom0, file: FileId, offset: number): BridgeUse | undefined {
  return bridgeUsesOf(dom0).find(({ location }) => location.file === file && touches(location.span, offset));
}

function useOf(config: XlConfig, atom: Atom, bridge: string, guest: GuestVif | undefined): BridgeUse {
  const span = atom.text.startsWith(bridge) ? spanIn(atom, 0, bridge.length) : atom.span;
  const isLiteral = config.tree.text.slice(span.start, span.end) === bridge;
  return { bridge, location: { file: config.file, span }, isLiteral, guest };
}
