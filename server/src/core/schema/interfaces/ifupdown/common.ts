import type { OptionDoc } from '../../option-doc.ts';
import { integer } from '../../values/integer.ts';
import { macAddressOrRandom } from '../../values/mac-address.ts';
import { command, text } from '../../values/text.ts';

/** What all options that ifupdown itself reads have in common. */
export const coreOption = { package: 'ifupdown', readBy: 'ifupdown', repeat: 'executed' } as const;

export const inetSource = 'interfaces(5); ifupdown 0.8.41, inet.defn';
export const inet6Source = 'interfaces(5); ifupdown 0.8.41, inet6.defn';

const hookSource = 'interfaces(5); ifupdown 0.8.41, execute.c';
const hookCommand = {
  package: 'ifupdown',
  readBy: 'ifupdown',
  value: command,
  repeat: 'hook-list',
  source: hookSource,
} as const;

/** The options of every stanza, whatever its family and method. */
export const stanzaOptions: readonly OptionDoc[] = [
  {
    ...hookCommand,
    name: 'pre-up',
    summary: 'A command to run before the interface is brought up.',
    details:
      'It runs before the scripts in /etc/network/if-pre-up.d, so the bridge of this stanza does not exist yet. When it fails, the interface is not brought up.',
  },
  {
    ...hookCommand,
    name: 'up',
    summary: 'A command to run once the interface is up.',
    details:
      'When it fails, ifup reports the interface as failed and does not remember it as up, although it stays configured. `$IFACE` is the name of the interface.',
  },
  {
    ...hookCommand,
    name: 'post-up',
    summary: 'Another name for `up`.',
    details: '`up` and `post-up` lines make one list and run in the order of the file.',
  },
  {
    ...hookCommand,
    name: 'pre-down',
    summary: 'Another name for `down`.',
    details: '`down` and `pre-down` lines make one list and run in the order of the file.',
  },
  {
    ...hookCommand,
    name: 'down',
    summary: 'A command to run before the interface is taken down.',
    details: 'It runs after the scripts in /etc/network/if-down.d. When it fails, the interface stays up.',
  },
  {
    ...hookCommand,
    name: 'post-down',
    summary: 'A command to run after the interface was taken down.',
    details: 'It runs after the scripts in /etc/network/if-post-down.d, so a bridge of this stanza is already gone.',
  },
  {
    ...coreOption,
    name: 'description',
    value: text('any text'),
    summary: 'A remark that the kernel shows with the interface, as its alias.',
    details:
      'Where an interface has several stanzas, the first one counts. ifup sets it before any hook script runs, so on a bridge or bond that a hook has yet to make it fails, and ifup then skips the whole interface: "ignoring unknown interface", exit code 0. There, `up ip link set $IFACE alias "…"` does it. The text stands between double quotes in a shell command: `"`, `$` and backquotes keep their meaning.',
    repeat: 'joined-list',
    source: 'interfaces(5); ifupdown 0.8.41, link.defn',
  },
];

/** `hwaddress` with the source of its family. */
export function hwaddress(source: string): OptionDoc {
  return {
    ...coreOption,
    name: 'hwaddress',
    value: macAddressOrRandom,
    summary: 'Gives the interface another MAC address.',
    details:
      'Old files write `ether` before the address; ifupdown drops the word. An odd first byte is a multicast address, which the kernel refuses. `random` alone makes a new locally administered address at each ifup (since 0.8.10).',
    source,
  };
}

/** The largest packet of ordinary Ethernet, in bytes (IEEE 802.3). */
const ordinaryMtu = 1500;

function explainMtu(bytes: number): string | undefined {
  if (bytes === ordinaryMtu) return 'The size of ordinary Ethernet, which most cards have unasked';
  if (bytes < ordinaryMtu) return undefined;
  return (
    `Jumbo frames: more than the ${ordinaryMtu} bytes of ordinary Ethernet. A bridge and its ports must agree, and so ` +
    'must the switch and all hosts of that network'
  );
}

/** `mtu` of an IPv4 stanza or a tunnel: set on the device itself. */
export function mtu(source: string): OptionDoc {
  return {
    ...coreOption,
    name: 'mtu',
    value: integer({
      describe: 'an MTU',
      minimum: 0,
      effect: 'fails',
      consequence: 'ip refuses it',
      candidates: [
        { label: '1500', detail: 'ordinary Ethernet' },
        { label: '9000', detail: 'jumbo frames' },
      ],
      explain: explainMtu,
    }),
    unit: 'bytes',
    summary: 'The largest packet the interface carries, without the Ethernet header.',
    details:
      'The device sets the limits; a VLAN cannot carry more than its raw device. On a bridge, the hook of bridge-utils sets it on each port too, and the bridge itself cannot carry more than its smallest port.',
    source,
  };
}

/** `metric` of a route that the method adds. */
export function metric(source: string): OptionDoc {
  return {
    ...coreOption,
    name: 'metric',
    value: integer({
      describe: 'a route metric',
      minimum: 0,
      maximum: 4294967295,
      effect: 'fails',
      consequence: 'ip refuses the route with it',
    }),
    summary: 'The metric of the route; among several routes the lowest wins.',
    source,
  };
}

/** `metric` of the default route by `gateway`. */
export function gatewayMetric(source: string): OptionDoc {
  return {
    ...metric(source),
    usedWith: 'gateway',
    summary: 'The metric of the default route; among several the lowest wins.',
    details: 'Only used together with `gateway`.',
  };
}
