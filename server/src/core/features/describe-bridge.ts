import { describeInterface } from '../model/describe-interface.ts';
import { bridgeStateOf } from '../model/dom0/bridge-state.ts';
import type { Dom0 } from '../model/dom0/dom0.ts';
import { identityOf, shownDomU } from '../model/dom0/domu-names.ts';
import type { GuestVif } from '../model/dom0/guest-vifs.ts';
import { vifsByBridge } from '../model/dom0/guest-vifs.ts';
import type { WayStep } from '../model/dom0/way-down.ts';
import { wayDown } from '../model/dom0/way-down.ts';
import type { HostModel } from '../model/host.ts';
import { writtenMac } from '../model/xl/vif-macs.ts';
import { indexLines, lineAt } from '../text/line-index.ts';
import { bullets, enumerate, inlineCode, paragraphs } from '../text/markdown.ts';
import { folderOf, pathOf } from '../text/paths.ts';

/** More vifs than these are only counted. */
const mostVifs = 10;

/** More interfaces side by side than these are only counted. */
const mostSteps = 4;

/** What a vif's bridge is, the way from it to the network cards, and who else is on it, in Markdown. `undefined`: no interfaces file is known. */
export function describeBridge(dom0: Dom0, bridge: string): string | undefined {
  const { host } = dom0;
  if (host === undefined) return undefined;
  const isAbsent = bridgeStateOf(host, bridge) === 'absent';
  return paragraphs(
    isAbsent
      ? `**${inlineCode(bridge)}**: the interfaces files of this dom0 make no such bridge.`
      : describeInterface(host, bridge),
    wayLine(host, bridge),
    describeGuests(dom0, bridge),
  );
}

/** The domUs on a bridge, with their vifs, in Markdown. `undefined`: none. */
export function describeGuests(dom0: Dom0, bridge: string): string | undefined {
  const vifs = vifsByBridge(dom0).get(bridge) ?? [];
  if (vifs.length === 0) return undefined;
  const more = vifs.length - mostVifs;
  return paragraphs(
    `**${countDomUs(vifs)} on it**:`,
    bullets([
      ...vifs.slice(0, mostVifs).map((guest) => guestLine(dom0, guest)),
      more > 0 ? `and ${more} more` : undefined,
    ]),
  );
}

/** `1 domU`, `3 domUs`: variants of one domU, and several vifs of it, count once. */
export function countDomUs(vifs: readonly GuestVif[]): string {
  const count = new Set(vifs.map(({ domU }) => identityOf(domU))).size;
  return `${count} ${count === 1 ? 'domU' : 'domUs'}`;
}

function guestLine(dom0: Dom0, { domU, vif, isStated }: GuestVif): string {
  const mac = writtenMac(vif)?.usual;
  const address = mac === undefined ? 'no MAC address of its own' : inlineCode(mac);
  const way = isStated ? '' : ', by default';
  return `${shownDomU(domU)}, vif ${vif.index}: ${address}${way}, in ${placeLink(dom0, { domU, vif })}`;
}

/** `/etc/xen/web.cfg:6` that leads to the place. Paths are relative to the interfaces file's folder, or else those on the dom0. */
function placeLink({ host }: Dom0, { domU, vif }: Pick<GuestVif, 'domU' | 'vif'>): string {
  const { file, tree } = domU.config;
  const folder = host === undefined ? undefined : `${pathOf(folderOf(host.main))}/`;
  const root = host?.root === undefined ? '' : pathOf(host.root).replace(/\/$/, '');
  const path = pathOf(file);
  const below = folder !== undefined && path.startsWith(folder) ? path.slice(folder.length) : undefined;
  const shown = below ?? (path.startsWith(`${root}/`) ? path.slice(root.length) : path);
  const line = lineAt(indexLines(tree.text), vif.value.span.start) + 1;
  return `[${inlineCode(`${shown}:${line}`)}](${file}#L${line})`;
}

/** The way from a bridge to the cards; `undefined` where it has no ports. */
function wayLine(host: HostModel, bridge: string): string | undefined {
  const levels = wayDown(host, bridge);
  return levels.length < 2 ? undefined : `Way out: ${levels.map(shownLevel).join(' → ')}`;
}

function shownLevel(steps: readonly WayStep[]): string {
  const shown = steps.slice(0, mostSteps).map(shownStep);
  const more = steps.length - mostSteps;
  return enumerate(more > 0 ? [...shown, `${more} more`] : shown);
}

function shownStep({ name, kind, vlanId }: WayStep): string {
  const kinds = { bridge: '', vlan: vlanId === undefined ? ' (VLAN)' : ` (VLAN ${vlanId})`, bond: ' (bond)' };
  return `${inlineCode(name)}${kind === undefined ? '' : kinds[kind]}`;
}
