import { addressesOfDevice } from '../../model/addresses.ts';
import { bridgesMeant } from '../../model/bridges.ts';
import type { BridgeState } from '../../model/dom0/bridge-state.ts';
import { bridgeStateOf, bridgesLike, tellsAllBridges } from '../../model/dom0/bridge-state.ts';
import type { Dom0 } from '../../model/dom0/dom0.ts';
import type { GuestVif } from '../../model/dom0/guest-vifs.ts';
import { guestVifsOf } from '../../model/dom0/guest-vifs.ts';
import { newGuestBridge } from '../../model/dom0/new-bridge.ts';
import type { HostModel } from '../../model/host.ts';
import { natureOf } from '../../model/interface-nature.ts';
import { swallowingFields } from '../../model/xl/swallowed-parameters.ts';
import type { TextEdit } from '../../text/edits.ts';
import { enumerate, inlineCode } from '../../text/markdown.ts';
import { pathOf } from '../../text/paths.ts';
import { overlaps } from '../../text/span.ts';
import { placeOfVif } from '../guests-on-bridge.ts';
import type { Fix, HostRule, RelatedPlace, Report, Severity } from '../rule.ts';
import { insertIn, replaceIn } from '../xl-wording.ts';

export const vifBridgeUnknown: HostRule = {
  name: 'vif-bridge-unknown',
  group: 'host',
  severity: 'warning',
  summary: 'A vif is to be put into a bridge that the interfaces files of its dom0 do not make.',
  refuses: false,
  fixes: ['unsafe'],
  *check({ dom0 }) {
    const { host } = dom0;
    if (host === undefined) return;
    const guests = guestVifsOf(dom0);
    const used = new Set(guests.map(({ bridge }) => bridge));
    for (const guest of guests) {
      const { bridge, script } = guest;
      if (bridge === undefined || script !== 'vif-bridge' || isToldElsewhere(guest)) continue;
      const state = bridgeStateOf(host, bridge);
      if (state === 'absent' || state === 'other') yield reportOf({ dom0, host, guest, bridge, state, used });
    }
  },
};

interface Lost {
  readonly dom0: Dom0;
  readonly host: HostModel;
  readonly guest: GuestVif;
  readonly bridge: string;
  readonly state: BridgeState;
  /** The bridges that vifs are on. */
  readonly used: ReadonlySet<string | undefined>;
}

/** A fault in the vif itself has its own rule; so has all that makes xl refuse the file. */
function isToldElsewhere({ vif, isStated, domU: { config } }: GuestVif): boolean {
  if (vif.value.kind !== 'string') return true;
  const { problems, fields } = vif.spec;
  const bridge = fields.findLast(({ name }) => name === 'bridge');
  if (!isStated) return problems.length > 0 || config.tree.problems.length > 0;
  if (bridge === undefined) return false;
  const hasSwallowed = swallowingFields(vif).some(({ field }) => field === bridge);
  return hasSwallowed || problems.some(({ span }) => overlaps(span, bridge.span));
}

function reportOf(lost: Lost): Report {
  const { guest, host, bridge } = lost;
  const similar = bridgesLike(host, bridge);
  const [first, ...others] = similar;
  const end = first === undefined || others.length > 0 ? sentenceOnBridges(lost) : ` ${inlineCode(first)} is there.`;
  return {
    location: placeOfVif(guest),
    severity: severityOf(lost),
    message: `${beginning(lost)}${lost.state === 'absent' ? whatIsAbsent(bridge) : whatIsOther(host, bridge)}${end}`,
    related: relatedPlaces(host, lost.state === 'other' ? bridge : first),
    fixes: [...fixesOfVif(lost, similar), ...(similar.length > 0 ? [] : fixesOfHost(lost))],
  };
}

/** Without its `xl.conf` nobody knows whether another default is set there. */
function severityOf({ guest, dom0, host }: Lost): Severity {
  const isDefaultKnown =
    dom0.xlConf !== undefined || (!dom0.isIncomplete && host.root !== undefined && pathOf(host.root) === '/');
  return guest.isStated || isDefaultKnown ? 'warning' : 'information';
}

function beginning({ guest, bridge, dom0 }: Lost): string {
  if (guest.isStated) return '';
  const isOwn = bridge === 'xenbr0' && dom0.xlConf?.settings.get('vif.default.bridge') === undefined;
  return `This vif names no bridge, so that it gets ${isOwn ? "xl's default" : 'the one of `xl.conf`'}, ${inlineCode(bridge)}. `;
}

function whatIsAbsent(bridge: string): string {
  return `No interfaces file of this dom0 makes the bridge ${inlineCode(bridge)}: unless another program does, vif-bridge says \`Could not find bridge device ${bridge}\`, and the guest does not start.`;
}

function whatIsOther(host: HostModel, bridge: string): string {
  const link = host.interfaces.get(bridge);
  const around = link?.portOf[0]?.stanza.name;
  const nature = natureOf(host, bridge);
  const what =
    around === undefined
      ? `is no bridge${nature === undefined ? '' : ` (${nature})`}`
      : `is a port of the bridge ${inlineCode(around)}, and no bridge itself`;
  return `${inlineCode(bridge)} ${what}: vif-bridge cannot put a vif into it, and the guest does not start.`;
}

/** Of many bridges the names help nobody. */
const mostNames = 4;

function sentenceOnBridges({ host, state }: Lost): string {
  const names = bridgesMeant(host).map(({ name }) => inlineCode(name));
  if (names.length === 0) return state === 'absent' ? ' They make no bridge at all.' : '';
  if (!tellsAllBridges(host) || names.length > mostNames) return '';
  return names.length === 1 ? ` The only bridge is ${names.join('')}.` : ` The bridges are ${enumerate(names)}.`;
}

function relatedPlaces(host: HostModel, name: string | undefined): readonly RelatedPlace[] {
  const [stanza] = name === undefined ? [] : (host.interfaces.get(name)?.stanzas ?? []);
  if (stanza === undefined) return [];
  return [{ location: { file: stanza.file, span: stanza.nameWord.span }, message: `Here is ${stanza.name}.` }];
}

function fixesOfVif(lost: Lost, similar: readonly string[]): readonly Fix[] {
  const { host, guest } = lost;
  const others = bridgesMeant(host)
    .filter((link) => addressesOfDevice(host, link).length === 0)
    .map(({ name }) => name);
  const candidates = [...new Set([...similar, ...(others.length > mostNames ? [] : others)])];
  return (
    candidates
      // One more guest on the bridge by which dom0 is reached is no way out.
      .filter((name) => !host.management.has(name) || lost.used.has(name))
      .map((name) => ({ title: `Put the vif on ${name}`, safety: 'unsafe', edits: [editOf(guest, name)] }))
  );
}

function editOf(guest: GuestVif, name: string): TextEdit {
  const { config } = guest.domU;
  const bridge = guest.vif.spec.fields.findLast((field) => field.name === 'bridge')?.value;
  if (bridge !== undefined && bridge.text !== '') return replaceIn(config, bridge.span, name);
  const { atom } = guest.vif.value;
  const separator = atom.text.trim() === '' || /,\s*$/.test(atom.text) ? '' : ', ';
  return insertIn(config, atom.span.end, `${separator}bridge=${name}`);
}

function fixesOfHost({ host, bridge, state }: Lost): readonly Fix[] {
  const edit = state === 'absent' ? newGuestBridge(host, bridge) : undefined;
  if (edit === undefined) return [];
  return [{ title: `Add ${bridge}, a bridge without ports and addresses, to dom0`, safety: 'unsafe', edits: [edit] }];
}
