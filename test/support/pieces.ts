import fc from 'fast-check';

/** What interfaces files are made of, and what parsers stumble over. */
const pieces = [
  'iface eth0 inet manual\n',
  'iface br0 inet static\n    ',
  'iface eth0.10 inet manual inherits eth0\n',
  'iface ',
  'auto ',
  'allow-hotplug ',
  'no-auto-down ',
  'mapping eth*\n',
  'script /bin/x\n',
  'map a eth0\n',
  'rename eth0=wan\n',
  'source interfaces.d/*\n',
  'source-directory interfaces.d\n',
  'bridge_ports eth0 eth0.10\n',
  'bridge_ports regex eth.*\n',
  'vlan-raw-device eth0\n',
  'bond-slaves eth0 eth1\n',
  'bridge_fd 0\n',
  'address 192.0.2.1/24\n',
  'mtu? 1500\n',
  'up ip link set eth0 up; echo `$IFACE`\n',
  'up sysctl net.ipv4.conf.eth0.forwarding=1\n',
  '# bridgewise-ignore bridge-without-ports: made by hand\n',
  '# bridgewise-management: br0 eth0.10\n',
  '#region\n',
  '# endregion\n',
  '# plain\n',
  'eth0 ',
  'eth0.10 ',
  'eth0:1 ',
  'eth0=lan ',
  'br0 ',
  'br0.10 ',
  'vlan10 ',
  'lo ',
  'inet ',
  'inet6 ',
  'static',
  'inherits ',
  '=',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\n    ',
  '\\\n',
  '\\',
  '\0',
  '\uFEFF',
  '#',
  '$',
  '"',
  '`',
  'é😀',
  'x'.repeat(90),
];

/** A text of such pieces. */
export function interfacesText(maxLength = 30): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength }).map((parts) => parts.join(''));
}

/** Pieces of which any text is one that ifupdown reads, every word on one line. */
const soundPieces = pieces.filter((piece) => /^(?!#)[ -~]+\n(?: {4})?$/.test(piece));

/** A text whose names stand whole on their lines. */
export function soundInterfacesText(maxLength = 20): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...soundPieces), { maxLength }).map((parts) => parts.join('').replace(/ +$/, ''));
}
