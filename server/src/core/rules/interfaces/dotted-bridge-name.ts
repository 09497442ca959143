import { addressesOfDevice } from '../../model/addresses.ts';
import { bridgesMeant, signOfBridge } from '../../model/bridges.ts';
import { namesBroughtUp } from '../../model/bring-up.ts';
import type { HostModel, Interface, NameRole, NameUse } from '../../model/host.ts';
import { nameWithoutDot } from '../../model/name-without-dot.ts';
import { renameEdits } from '../../model/rename-edits.ts';
import { groupBy } from '../../text/group-by.ts';
import type { Fix, InterfacesRule, Report } from '../rule.ts';

/** Uses that show that a device of the name exists, or will. */
const rolesOfDevices: ReadonlySet<NameRole> = new Set([
  'iface',
  'bridge-port',
  'raw-device',
  'bond-slave',
  'bond-master',
]);

export const dottedBridgeName: InterfacesRule = {
  name: 'dotted-bridge-name',
  group: 'interfaces',
  severity: 'information',
  summary: 'A bridge has a dot in its name, which ifupdown takes for a VLAN.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['unsafe'],
  *check({ host }) {
    const bridges = bridgesMeant(host).filter((link) => link.bridge !== undefined && link.name.includes('.'));
    if (bridges.length === 0) return;
    const vlans = groupBy(host.interfaces.values(), (link) => link.vlan?.rawDevice);
    for (const link of bridges) {
      // ifupdown cuts at the first dot (link.defn, get_token).
      const device = link.name.slice(0, link.name.indexOf('.'));
      const sign = host.interfaces.get(device)?.uses.find(({ role }) => rolesOfDevices.has(role));
      const onIt = (vlans.get(device) ?? []).flatMap((vlan) => signOfVlan(vlan, host))[0];
      yield* reportsFor(link, device, sign ?? onIt, host);
    }
  },
};

/** Where a VLAN is used as one. A stanza alone is no sign: like this bridge, it may be of something else. */
function signOfVlan(vlan: Interface, host: HostModel): readonly NameUse[] {
  const isVlan = addressesOfDevice(host, vlan).length > 0 && !vlan.stanzas.some(signOfBridge);
  return vlan.uses.filter(({ role }) => role === 'bridge-port' || (role === 'iface' && isVlan));
}

function reportsFor(link: Interface, device: string, sign: NameUse | undefined, host: HostModel): readonly Report[] {
  const [stanza] = link.bridge?.stanzas ?? [];
  if (stanza === undefined || device === '') return [];
  const isThere = sign !== undefined;
  return [
    {
      location: { file: stanza.file, span: stanza.nameWord.span },
      severity: isThere ? 'error' : 'information',
      message: isThere
        ? `ifupdown takes the name ${link.name} for a VLAN on ${device}, which this host has, and makes that VLAN: no ` +
          'bridge of this name comes up, its ports stay outside, and ifup exits with 0.'
        : `ifupdown takes the name ${link.name} for a VLAN on ${device}. It becomes a bridge only as long as no ` +
          `device ${device} exists.`,
      related: isThere ? [{ location: sign.location, message: `Here is ${device}.` }] : [],
      fixes: bringsUpAlone(link, device, host) ? [] : fixesFor(link, host),
    },
  ];
}

/** Whether nothing but the VLAN-like name makes ifupdown bring up the device, which has a stanza of its own. */
function bringsUpAlone(link: Interface, device: string, host: HostModel): boolean {
  const { stanzas, marks: own } = host.interfaces.get(device) ?? { stanzas: [], marks: [] };
  if (stanzas.length === 0 || own.some((mark) => mark.class !== undefined)) return false;
  const marks = host.marks.filter((mark) => mark.name !== link.name);
  return namesBroughtUp(host).has(device) && !namesBroughtUp({ ...host, marks }).has(device);
}

function fixesFor(link: Interface, host: HostModel): readonly Fix[] {
  const name = nameWithoutDot(host, link.name);
  if (name === undefined) return [];
  const { edits } = renameEdits(host, link.name, name);
  return [{ title: `Rename ${link.name} to ${name} in all files of this host`, safety: 'unsafe', edits }];
}
