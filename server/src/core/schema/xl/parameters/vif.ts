import { interfaceName } from '../../values/interface-name.ts';
import { explainMacAddress } from '../../values/mac-address.ts';
import { filePath, text } from '../../values/text.ts';
import type { ValueType } from '../../values/value-type.ts';
import type { ParameterDoc } from '../parameter-doc.ts';
import { backendDomain, wholeNumber, words } from './values.ts';

const source = 'xl-network-configuration(5); tools/xl/xl_parse.c, parse_nic_config';

const address: ValueType = {
  ...text('six hexadecimal bytes, such as 00:16:3e:12:34:56'),
  kind: 'xl-mac-address',
  explain: explainMacAddress,
};

const network: readonly ParameterDoc[] = [
  {
    name: 'mac',
    value: address,
    summary: 'The MAC address of the card in the guest.',
    details:
      'Without one libxl makes up another at every start, so that DHCP leases and udev names change. Take it from 00:16:3e, the range of Xen, or a local one whose first byte is 02, 06, 0a or 0e in its last digit. Its first byte must be even. What xl cannot read it replaces by a random one, with a message but without stopping; what stands behind the sixth byte it does not look at.',
    source,
  },
  {
    name: 'bridge',
    value: interfaceName('any', 'the name of a bridge in dom0'),
    default: 'xenbr0',
    summary: 'The bridge in dom0 that the card is plugged into.',
    details:
      'It has to be there when the guest starts: vif-bridge stops with "Could not find bridge device", and with it the domain. `vif.default.bridge` in xl.conf sets another default. With vif-openvswitch a VLAN and trunks may follow: `ovsbr0.20`, `ovsbr0:10:20`. No blanks: xl drops ` bridge = x` as unknown and keeps a blank behind the name.',
    source: 'xl-network-configuration(5); tools/hotplug/Linux/vif-bridge',
  },
  {
    name: 'script',
    value: filePath('a script in /etc/xen/scripts, or its full path'),
    default: 'vif-bridge',
    summary: 'The script that connects the card in dom0.',
    details:
      'Xen brings `vif-bridge`, `vif-route`, `vif-nat` and `vif-openvswitch`. It runs as root. `vif.default.script` in xl.conf sets another default.',
    source,
  },
  {
    name: 'ip',
    value: text('IPv4 addresses or networks, with blanks between'),
    summary: "The guest's addresses. They are not given to the guest: they tell dom0 what to let through.",
    details:
      'vif-bridge lets only these and DHCP through from the guest, by iptables, where the FORWARD chain refuses the rest and bridged packets reach it; without `ip` it lets everything through. vif-route makes a route to each.',
    source: 'xl-network-configuration(5); tools/hotplug/Linux/vif-common.sh',
  },
  {
    name: 'vifname',
    value: text('a name of 15 characters at most'),
    default: 'vifDOMID.DEVID',
    summary: 'The name of the card in dom0.',
    details:
      'Without one it changes at every start. No other interface may have it: the script stops with "An interface with name … already exists". For an HVM guest `-emu` is put behind it for the emulated card, which leaves 11 characters.',
    source: 'xl-network-configuration(5); tools/hotplug/Linux/vif-common.sh, rename_vif',
  },
  {
    name: 'gatewaydev',
    value: interfaceName('any', 'the name of an interface in dom0'),
    summary: 'The interface of dom0 whose network the guest belongs to, for vif-route.',
    details: '`vif.default.gatewaydev` in xl.conf sets a default.',
    source,
  },
  {
    name: 'netdev',
    value: interfaceName('any', 'the name of an interface in dom0'),
    deprecated: 'write `gatewaydev=`.',
    summary: 'The old name of `gatewaydev`.',
    source,
  },
  {
    name: 'backend',
    value: backendDomain,
    default: '0',
    summary: 'The domain that the card is connected to.',
    details: 'Another one than dom0 is a driver domain; bridge and script are then looked for there.',
    source,
  },
];

const card: readonly ParameterDoc[] = [
  {
    name: 'type',
    value: words([
      { label: 'vif', detail: "Xen's own card alone." },
      { label: 'ioemu', detail: 'An emulated card beside it. Only for HVM guests.' },
    ]),
    default: 'ioemu for HVM guests, else vif',
    summary: 'Whether the guest gets an emulated card, too.',
    details: '`ioemu` keeps a PV or PVH guest from starting. Another word is dropped with a message.',
    source,
  },
  {
    name: 'model',
    value: {
      ...words([
        { label: 'rtl8139', detail: 'Realtek RTL8139, 100 Mb/s.' },
        { label: 'e1000', detail: 'Intel E1000, 1 Gb/s.' },
        { label: 'virtio-net', detail: 'virtio; the guest needs a driver.' },
      ]),
      describe: 'a card that QEMU knows, such as rtl8139 or e1000',
    },
    default: 'rtl8139',
    summary: 'The card that is emulated. Only for HVM guests with `type=ioemu`.',
    source,
  },
  {
    name: 'rate',
    value: text('a speed such as 10Mb/s or 1MB/s@20ms'),
    summary: 'How fast the guest may send.',
    details:
      'Bits with `b`, bytes with `B`, each with K, M or G (1000, not 1024) and always with `/s`. Behind `@` stands how often the guest gets new credit, 50 ms by default: a number alone there is one of **seconds**. Anything else makes xl exit; a leading zero makes the number octal.',
    source: 'xl-network-configuration(5); tools/libs/util/libxlu_vif.c',
  },
  {
    name: 'mtu',
    value: wholeNumber('a number of bytes', [
      { label: '1500', detail: 'Ethernet.' },
      { label: '9000', detail: 'Jumbo frames; each device of the network has to take them.' },
    ]),
    unit: 'bytes',
    default: "the bridge's, or 1500",
    since: '4.15',
    summary: 'The largest packet.',
    details: 'What is no number makes xl exit.',
    source,
  },
  {
    name: 'devid',
    value: wholeNumber('a number'),
    default: 'the place in the list, from 0',
    summary: 'The number of the card in the guest and in `vifDOMID.DEVID`.',
    source,
  },
  {
    name: 'vlan',
    value: text('VLANs such as 10 or 10p/20/30'),
    since: '4.19',
    summary: 'The VLANs of the port.',
    details:
      "Numbers and ranges with `/` between: `10p/20` is VLAN 10 untagged and 20 tagged, `100-110` and `100+10x4` are several. It is for the hotplug script to see to that: Xen's own for Linux do not look at it.",
    source,
  },
  {
    name: 'trusted',
    value: undefined,
    since: '4.17',
    summary: 'Tells the guest that it may trust the backend, as it does without this.',
    source,
  },
  {
    name: 'untrusted',
    value: undefined,
    since: '4.17',
    summary: 'Tells the guest to guard itself against the backend. The guest may pass it over.',
    source,
  },
  {
    name: 'accel',
    value: text('anything'),
    deprecated: 'leave it out; xl does not support it.',
    summary: "xm's choice of an accelerated driver. xl prints a message and passes it over.",
    source,
  },
];

const colo: ParameterDoc = {
  name: 'forwarddev',
  value: text('the name of an interface in dom0'),
  summary: 'The interface through which COLO reaches the second host.',
  details: 'Some fifty parameters that begin with `colo_` belong to it. They may change with any version of Xen.',
  source: 'tools/xl/xl_parse.c, parse_nic_config',
};

/** The parameters of `vif`; of those for COLO only one. */
export const vifParameters: readonly ParameterDoc[] = [...network, ...card, colo];
