/** The domUs of a dom0 as nodes. */
import type { Dom0, DomU } from '../model/dom0/dom0.ts';
import { nameOfDomU } from '../model/dom0/domu-names.ts';
import type { GuestVif } from '../model/dom0/guest-vifs.ts';
import { guestVifsOf } from '../model/dom0/guest-vifs.ts';
import { atomsOf } from '../model/xl/values.ts';
import { groupBy } from '../text/group-by.ts';
import { baseName } from '../text/paths.ts';
import type { FaultReader } from './fault-reader.ts';
import { interfaceId } from './interface-nodes.ts';
import { oneLine } from './one-line.ts';
import type { TopologyNode, TopologyWire } from './topology.ts';

/** All domUs, in the order of their paths. */
export function domUNodes(dom0: Dom0, faultsOf: FaultReader): readonly TopologyNode[] {
  const vifs = groupBy(guestVifsOf(dom0), ({ domU }) => domU);
  return dom0.domUs.map((domU) => domUNode(domU, vifs.get(domU) ?? [], faultsOf));
}

/** One wire from a bridge to a domU, however many of its vifs are on it. */
export function vifWires(dom0: Dom0): readonly TopologyWire[] {
  const placed = guestVifsOf(dom0).flatMap((guest) =>
    guest.bridge === undefined ? [] : [{ ...guest, from: interfaceId(guest.bridge), to: domUId(guest.domU) }],
  );
  const wires = groupBy(placed, ({ from, to }) => `${from}\n${to}`);
  return [...wires.values()].flatMap((same) =>
    same.slice(0, 1).map(({ from, to }) => ({
      from,
      to,
      labels: same.map(({ vif }) => `vif ${vif.index}`),
      isDefault: same.every(({ isStated }) => !isStated),
    })),
  );
}

function domUId({ config }: DomU): string {
  return `domU ${config.file}`;
}

function domUNode(domU: DomU, vifs: readonly GuestVif[], faultsOf: FaultReader): TopologyNode {
  const { file, tree, settings } = domU.config;
  const [name] = atomsOf(settings, 'name');
  const whole = { start: 0, end: tree.text.length };
  const places = [{ file, span: name?.span ?? { start: 0, end: 0 }, whole }];
  const elsewhere = vifs.filter(({ bridge }) => bridge === undefined);
  return {
    id: domUId(domU),
    kind: 'domU',
    name: oneLine(nameOfDomU(domU) ?? baseName(file)),
    state: 'plain',
    details: ['domU', ...elsewhere.map(whereElse), ...(vifs.length === 0 ? ['no vif'] : [])],
    faults: faultsOf(places),
    places,
    members: [],
  };
}

/** Where a vif is that is on none of dom0's bridges. */
function whereElse({ vif, driverDomain, script }: GuestVif): string {
  return oneLine(`vif ${vif.index} ${driverDomain === undefined ? `by ${script}` : `of ${driverDomain}`}`);
}
