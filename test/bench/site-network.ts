import type { Chance } from './chance.ts';

/** The interfaces files of a dom0. */
interface Network {
  /** By their paths on the dom0. */
  readonly files: ReadonlyMap<string, string>;
  readonly guestBridges: readonly [string, ...string[]];
}

const ipv6Off = '    up echo 1 > /proc/sys/net/ipv6/conf/$IFACE/disable_ipv6';

/** A bridge for dom0 itself and one a VLAN for its guests, over a card or a bond; in one file or in several. */
export function networkOf(number: number, domUs: number, chance: Chance): Network {
  const vlans = 2 + chance.below(3) + Math.floor(domUs / 50);
  const trunk = chance.oneOf(['eth1', 'enp3s0', 'bond0']);
  const bridges = Array.from({ length: vlans }, (_, index) => ({ name: `xenbr${index + 1}`, vlan: 10 * (index + 1) }));
  const head = [
    `# dom0 ${number}: changed by hand, keep the wiki up to date`,
    ...['auto lo', 'iface lo inet loopback', ''],
    ...managementLines(number, chance),
    ...trunkLines(trunk),
  ];
  const guests = bridges.map(({ name, vlan }) => bridgeLines(name, `${trunk}.${vlan}`, number, chance));
  const main = '/etc/network/interfaces';
  const files = chance.happens(0.4)
    ? [
        [main, [...head, 'source /etc/network/interfaces.d/*']] as const,
        ...bridges.map(({ name }, index) => [`${main}.d/${name}`, guests[index] ?? []] as const),
      ]
    : [[main, [...head, ...guests.flat()]] as const];
  return {
    files: new Map(files.map(([path, lines]) => [path, `${lines.join('\n')}\n`])),
    guestBridges: ['xenbr1', ...bridges.slice(1).map(({ name }) => name)],
  };
}

function managementLines(number: number, chance: Chance): readonly string[] {
  const ports = ['    bridge_ports eth0', '    bridge_stp off', '    bridge_fd 0', ''];
  const top = ['# dom0 is reached by this one', 'iface eth0 inet manual', '', 'auto xenbr0'];
  if (chance.happens(0.2)) return [...top, 'iface xenbr0 inet dhcp', ...ports];
  const net = `10.${number >> 8}.${number & 255}`;
  // A few forget the prefix, for which ifupdown takes a class of old.
  const prefix = chance.happens(0.03) ? '' : '/24';
  return [...top, 'iface xenbr0 inet static', `    address ${net}.2${prefix}`, `    gateway ${net}.1`, ...ports];
}

function trunkLines(trunk: string): readonly string[] {
  if (trunk !== 'bond0') return [`auto ${trunk}`, `iface ${trunk} inet manual`, ''];
  const options = ['    bond-slaves eth1 eth2', '    bond-mode 802.3ad', '    bond-miimon 100'];
  return ['auto bond0', 'iface bond0 inet manual', ...options, ''];
}

function bridgeLines(name: string, port: string, number: number, chance: Chance): readonly string[] {
  const hasAddress = chance.happens(0.03);
  const lines = [
    `# guests of VLAN ${port.split('.')[1]}`,
    ...(chance.happens(0.1) ? [`auto ${port}`] : []),
    ...[`iface ${port} inet manual`, '', `auto ${name}`],
    hasAddress ? `iface ${name} inet static` : `iface ${name} inet manual`,
    ...(hasAddress ? [`    address 172.16.${number & 255}.1/24`] : []),
    chance.happens(0.02) ? `    bridge-port ${port}` : `    bridge_ports ${port}`,
    '    bridge_stp off',
    ...(chance.happens(0.5) ? ['    bridge_fd 0', '    bridge_maxwait 0'] : []),
    ...(chance.happens(0.9) ? [ipv6Off] : []),
  ];
  return [...lines, ''];
}
