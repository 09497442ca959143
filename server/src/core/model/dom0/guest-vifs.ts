/** Which vifs of the domUs are on which bridge of the dom0. */

import type { Atom } from '../../syntax/xl/atom.ts';
import { fieldText } from '../../syntax/xl/values/spec.ts';
import { groupBy } from '../../text/group-by.ts';
import { computeOnce } from '../compute-once.ts';
import type { HostModel } from '../host.ts';
import type { XlConfig } from '../xl/config.ts';
import type { VifUse } from '../xl/devices.ts';
import { vifsOf } from '../xl/devices.ts';
import { atomsOf, stringOf } from '../xl/values.ts';
import type { Dom0, DomU } from './dom0.ts';

/** One vif of a domU, and the bridge of the dom0 that its hotplug script puts it into. */
export interface GuestVif {
  readonly domU: DomU;
  readonly vif: VifUse;
  /** The domain that has its backend; `undefined`: dom0. */
  readonly driverDomain: string | undefined;
  /** The hotplug script's name without its folder. */
  readonly script: string;
  /**
   * The name of the bridge. `undefined`: it is on none of dom0's bridges, as its script routes or translates or a driver
   * domain has its backend, or nobody knows what its script does.
   */
  readonly bridge: string | undefined;
  /** What stands for the bridge, with what vif-openvswitch reads behind its name: `ovsbr0.10`. */
  readonly written: string;
  /** Whether the vif itself says the name; else `xl.conf` does, or it is xl's own default. */
  readonly isStated: boolean;
}

/** Where libxl puts a vif that names no bridge, when `xl.conf` names none either (libxl_nic.c, libxl__device_nic_setdefault). */
const defaultBridge = 'xenbr0';

/** What xl.conf calls the default script and bridge, the old names last (xl.c, parse_global_config). */
const defaultScriptKeys = ['vif.default.script', 'vifscript'];
export const defaultBridgeKeys: readonly string[] = ['vif.default.bridge', 'defaultbridge'];

/** Every vif of every domU. */
export const guestVifsOf = computeOnce((dom0: Dom0): readonly GuestVif[] => {
  const defaults = {
    script: settingOf(dom0.xlConf, defaultScriptKeys) ?? 'vif-bridge',
    bridge: settingOf(dom0.xlConf, defaultBridgeKeys) ?? defaultBridge,
    backend: settingOf(dom0.xlConf, ['vif.default.backend']),
  };
  return dom0.domUs.flatMap((domU) =>
    vifsOf(domU.config).map((vif): GuestVif => {
      const { bridge: stated, script: own, backend = defaults.backend } = vif.spec;
      const script = nameOf(own ?? defaults.script);
      const written = stated ?? defaults.bridge;
      const driverDomain = backend === undefined || isDom0(backend) ? undefined : backend;
      const bridge = driverDomain === undefined ? bridgeMeant(script, written, dom0.host) : undefined;
      return { domU, vif, driverDomain, script, bridge, written, isStated: stated !== undefined };
    }),
  );
});

/** The vifs on each bridge, by the bridge's name. */
export const vifsByBridge = computeOnce((dom0: Dom0): ReadonlyMap<string, readonly GuestVif[]> => {
  const placed = guestVifsOf(dom0).flatMap((guest) =>
    guest.bridge === undefined ? [] : [{ ...guest, bridge: guest.bridge }],
  );
  return groupBy<string, GuestVif & { readonly bridge: string }>(placed, ({ bridge }) => bridge);
});

/**
 * Whether a vif names VLANs (`vlan=`, since Xen 4.19; xl-network-configuration(5)): on a bridge that filters by VLAN it may then not
 * be in that of the bridge itself.
 */
export function namesVlans({ vif }: GuestVif): boolean {
  return fieldText(vif.spec, 'vlan') !== undefined;
}

/** The vifs on a bridge that name no VLANs: they are sure to reach what has an address on the bridge itself. */
export function vifsReaching(dom0: Dom0, bridge: string): readonly GuestVif[] {
  return (vifsByBridge(dom0).get(bridge) ?? []).filter((guest) => !namesVlans(guest));
}

/** Whether dom0 itself routes to the vif. */
export function isRoutedByDom0({ script, driverDomain }: GuestVif): boolean {
  return script === 'vif-route' && driverDomain === undefined;
}

/** Where `xl.conf` names the bridge of the vifs that name none, and which one that is; `undefined`: it names none of dom0's. */
export function defaultBridgeIn(dom0: Dom0): { readonly atom: Atom; readonly bridge: string } | undefined {
  const { xlConf, host } = dom0;
  if (xlConf === undefined || xlConf.tree.problems.length > 0) return undefined;
  const key = defaultBridgeKeys.find((candidate) => stringOf(xlConf.settings, candidate) !== undefined);
  const [atom, ...others] = key === undefined ? [] : atomsOf(xlConf.settings, key);
  if (atom === undefined || others.length > 0) return undefined;
  const script = nameOf(settingOf(xlConf, defaultScriptKeys) ?? 'vif-bridge');
  const bridge = bridgeMeant(script, atom.text, host);
  return bridge === undefined ? undefined : { atom, bridge };
}

function settingOf(xlConf: XlConfig | undefined, keys: readonly string[]): string | undefined {
  if (xlConf === undefined || xlConf.tree.problems.length > 0) return undefined;
  return keys.map((key) => stringOf(xlConf.settings, key)).find((value) => value !== undefined);
}

function nameOf(script: string): string {
  return script.slice(script.lastIndexOf('/') + 1);
}

function isDom0(backend: string): boolean {
  return backend === '' || backend === '0' || backend === 'Domain-0';
}

/**
 * With vif-openvswitch a name is `NAME.TAG:TRUNKS`. vif-bridge takes `ethN` for a `xenbrN` that there is not, as xm's
 * bridges were called so (vif-bridge, in scripts of Xen).
 */
function bridgeMeant(script: string, written: string, host: HostModel | undefined): string | undefined {
  if (written === '') return undefined;
  if (script === 'vif-openvswitch') return /^[^.:]+/.exec(written)?.[0];
  if (script !== 'vif-bridge') return undefined;
  const number = /^xenbr(\d+)$/.exec(written)?.[1];
  const old = number === undefined ? undefined : `eth${number}`;
  const isOld = old !== undefined && !host?.interfaces.has(written) && host?.interfaces.get(old)?.bridge !== undefined;
  return isOld ? old : written;
}
