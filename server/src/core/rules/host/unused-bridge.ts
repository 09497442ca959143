import { addressesOfDevice } from '../../model/addresses.ts';
import { bridgesMeant } from '../../model/bridges.ts';
import { namesChosenForOthers } from '../../model/bring-up.ts';
import { bridgeStateOf, bridgesLike } from '../../model/dom0/bridge-state.ts';
import type { Dom0 } from '../../model/dom0/dom0.ts';
import { guestVifsOf } from '../../model/dom0/guest-vifs.ts';
import { runsOwnProgram } from '../../model/dom0/own-programs.ts';
import { areAllVifsPlaced } from '../../model/dom0/places-known.ts';
import { addsAddress, commandsAbout } from '../../model/hook-commands.ts';
import type { HostModel, Interface, NameRole } from '../../model/host.ts';
import type { HostRule } from '../rule.ts';

export const unusedBridge: HostRule = {
  name: 'unused-bridge',
  group: 'host',
  severity: 'hint',
  summary: "No domU of the dom0 has a vif on a bridge, and nothing in dom0's own files uses it.",
  refuses: false,
  fixes: [],
  *check({ dom0 }) {
    const { host } = dom0;
    if (host === undefined || host.incomplete || host.management.size === 0 || !areAllVifsPlaced(dom0)) return;
    const used = bridgesUsedIn(dom0, host);
    for (const link of bridgesMeant(host)) {
      const [stanza] = link.bridge?.stanzas ?? [];
      if (stanza === undefined || used.has(link.name) || isOfUseTo(host, link)) continue;
      yield {
        location: { file: stanza.file, span: stanza.nameWord.span },
        tag: 'unnecessary',
        message: `No domU of this dom0 has a vif on ${link.name}, and nothing else in these files uses it.`,
      };
    }
  },
};

/** Those that may be meant by a name that no bridge has are counted. */
function bridgesUsedIn(dom0: Dom0, host: HostModel): ReadonlySet<string> {
  const named = new Set(guestVifsOf(dom0).flatMap(({ bridge }) => bridge ?? []));
  const lost = [...named].filter((name) => bridgeStateOf(host, name) !== 'there');
  return new Set([...named, ...lost.flatMap((name) => bridgesLike(host, name))]);
}

const rolesOfNoUse: ReadonlySet<NameRole> = new Set([
  'iface',
  'auto',
  'allow',
  'no-auto-down',
  'no-scripts',
  'comment',
]);

function isOfUseTo(host: HostModel, link: Interface): boolean {
  return (
    host.management.has(link.name) ||
    addressesOfDevice(host, link).length > 0 ||
    commandsAbout(link).some((command) => addsAddress(command) || runsOwnProgram(command)) ||
    link.uses.some(({ role, stanza }) => !rolesOfNoUse.has(role) && stanza?.name !== link.name) ||
    link.aliases.length > 0 ||
    carriesVlan(host, link) ||
    namesChosenForOthers(host).has(link.name)
  );
}

function carriesVlan(host: HostModel, { name }: Interface): boolean {
  return [...host.interfaces.values()].some(({ vlan, stanzas }) => vlan?.rawDevice === name && stanzas.length > 0);
}
