import type { OptionDoc } from '../option-doc.ts';
import { integer } from '../values/integer.ts';
import { interfaceName } from '../values/interface-name.ts';
import { macAddress } from '../values/mac-address.ts';

const vlanOption = { package: 'vlan', readBy: 'hook', repeat: 'rejected' } as const;

/** The options of the vlan package. `NIC.N` needs none of them: ifupdown makes such a VLAN itself. */
export const vlanOptions: readonly OptionDoc[] = [
  {
    ...vlanOption,
    name: 'vlan-raw-device',
    value: interfaceName('raw-device', 'the interface that carries the VLAN'),
    summary: 'The interface that carries the VLAN of a name such as `vlan10`.',
    details:
      'Needed for `vlanN`; without it no VLAN is made. For `NIC.N` the name already says it, and the name wins. For any other name, such as `mgmt`, it is silently ignored: no VLAN is made.',
    source: 'vlan-interfaces(5); vlan 2.0.5, /etc/network/if-pre-up.d/vlan',
  },
  {
    ...vlanOption,
    name: 'ip-proxy-arp',
    value: integer({
      describe: 'a switch',
      minimum: 0,
      maximum: 1,
      effect: 'misread',
      consequence: 'the hook takes it for 0',
      candidates: [
        { label: '0', detail: 'switched off' },
        { label: '1', detail: 'switched on' },
      ],
    }),
    summary: 'Whether this machine answers ARP requests for hosts that it routes to.',
    details: 'For any interface, not only VLANs.',
    source: 'vlan-interfaces(5); vlan 2.0.5, /etc/network/if-up.d/ip',
  },
  {
    ...vlanOption,
    name: 'ip-rp-filter',
    value: integer({
      describe: 'a filter mode',
      minimum: 0,
      maximum: 2,
      effect: 'misread',
      consequence: 'the hook takes it for 1',
      candidates: [
        { label: '0', detail: 'no filter' },
        { label: '1', detail: 'strict: the way back must be this interface' },
        { label: '2', detail: 'loose: there must be a way back' },
      ],
    }),
    summary: 'Whether packets are dropped whose sender this interface does not lead to.',
    details: 'For any interface, not only VLANs.',
    source: 'vlan-interfaces(5); vlan 2.0.5, /etc/network/if-up.d/ip',
  },
  {
    ...vlanOption,
    name: 'hw-mac-address',
    value: macAddress,
    summary: 'The MAC address to give the interface before it is brought up.',
    details: 'For any interface. `hwaddress` does the same without the vlan package.',
    source: 'vlan-interfaces(5); vlan 2.0.5, /etc/network/if-pre-up.d/vlan',
  },
];
