/** What renaming an interface of the dom0 changes in the files in xl's language. */
import { fieldText } from '../../syntax/xl/values/spec.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { Location } from '../../text/location.ts';
import { baseName } from '../../text/paths.ts';
import type { HostModel } from '../host.ts';
import { livesOn } from '../rename-edits.ts';
import type { BridgeUse } from './bridge-uses.ts';
import { bridgeUsesOf, usesOfBridge } from './bridge-uses.ts';
import type { Dom0 } from './dom0.ts';
import { guestVifsOf } from './guest-vifs.ts';

/** The edits for each place that surely means the interface, and the places left alone, each with a sentence for the user. */
export interface BridgeUseEdits {
  readonly edits: readonly TextEdit[];
  readonly unsure: readonly { readonly location: Location; readonly reason: string }[];
}

/** Renames an interface, and with it the VLANs that live on it, where vifs and `xl.conf` name it as their bridge. */
export function renameBridgeUses(dom0: Dom0, host: HostModel, from: string, to: string): BridgeUseEdits {
  const uses = bridgeUsesOf(dom0).filter(({ bridge }) => livesOn(host, bridge, from));
  const literal = uses.filter(({ isLiteral }) => isLiteral);
  const others = uses.filter(({ isLiteral }) => !isLiteral);
  return {
    edits: literal.map(({ location: { file, span } }) => ({
      file,
      span: { start: span.start, end: span.start + from.length },
      text: to,
    })),
    unsure: [
      ...others.map(({ location, bridge }) => ({ location, reason: `This means ${bridge}, written in another way.` })),
      ...vifsByDefault(dom0, from),
      ...vifsElsewhere(dom0, from),
    ],
  };
}

/** Why the new name would not do for the vifs on the interface; `undefined` where it would, or there are none. */
export function whyNotRenamedForVifs(dom0: Dom0, from: string, to: string): string | undefined {
  if (from === to) return undefined;
  const own = usesOfBridge(dom0, from);
  const bySwitch = own.some(({ guest }) => guest?.script === 'vif-openvswitch');
  if (bySwitch && /[.:]/.test(to))
    return `vif-openvswitch reads "." and ":" behind a bridge's name, as in NAME.TAG:TRUNKS.`;
  const [taken] = usesOfBridge(dom0, to);
  return taken === undefined
    ? undefined
    : `${to} is named already, ${ownerOf(taken)}, though no interfaces file makes it.`;
}

function ownerOf({ guest }: BridgeUse): string {
  return guest === undefined ? 'in xl.conf' : `in a vif of ${baseName(guest.domU.config.file)}`;
}

/** xl itself puts vifs that name no bridge into xenbr0, and no other file says so that could be changed. */
function vifsByDefault(dom0: Dom0, from: string): BridgeUseEdits['unsure'] {
  const isInXlConf = usesOfBridge(dom0, from).some(({ guest }) => guest === undefined);
  if (isInXlConf) return [];
  return guestVifsOf(dom0)
    .filter(({ bridge, isStated }) => bridge === from && !isStated)
    .map(({ domU, vif }) => ({
      location: { file: domU.config.file, span: vif.value.span },
      reason: `This vif names no bridge, so that xl puts it into ${from}.`,
    }));
}

/** The same name where another domain has the bridge, or a script of which nobody knows what it does with it. */
function vifsElsewhere(dom0: Dom0, from: string): BridgeUseEdits['unsure'] {
  return guestVifsOf(dom0)
    .filter(({ bridge, vif }) => bridge === undefined && fieldText(vif.spec, 'bridge') === from)
    .map(({ domU, vif }) => ({
      location: { file: domU.config.file, span: vif.value.span },
      reason: `This vif names ${from}, but as far as is known it is on none of dom0's bridges.`,
    }));
}
