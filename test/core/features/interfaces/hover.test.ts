import { expect, test } from 'vitest';
import { hoverAt } from '../../../../server/src/core/features/interfaces/hover.ts';
import { atCursor, textAt } from '../../../support/cursor.ts';

/** The hovered word, and below it what is said of it. */
async function hover(text: string): Promise<string> {
  const fixture = await atCursor(text);
  const found = hoverAt(fixture.snapshot, fixture.file, fixture.offset);
  return found === undefined ? 'nothing' : `${textAt(fixture, found.span)}\n---\n${found.markdown}`;
}

test('a bridge without an address, in the how-to', async () => {
  expect(
    await hover(`
iface eth0.10 inet manual
auto xenbr0.10
iface xenbr<|>0.10 inet manual
   bridge_ports eth0.10
`),
  ).toMatchInlineSnapshot(`
    "xenbr0.10
    ---
    **\`xenbr0.10\`**: bridge of \`eth0.10\`

    - Stanza: \`inet manual\` in [\`interfaces:4\`](memory:/etc/network/interfaces#L4)
    - Address: none stated
    - IPv6: a link-local address, and a global one where a router advertises; nothing in these files keeps it off
    - Brought up: at boot (\`auto\`)"
  `);
});

test('a card that others use', async () => {
  expect(
    await hover(`
auto lo eth0 br0
iface lo inet loopback
iface eth0 inet manual
    up ethtool -K eth0 tso off
iface eth0.10 inet manual
iface eth0:1 inet static
    address 192.0.2.7/24
source interfaces.d/*
# file: /etc/network/interfaces.d/br0
iface br0 inet static
    bridge_ports et<|>h0
    address 192.0.2.1
    netmask 255.255.255.0
    gateway 192.0.2.254
    up ip addr add 192.0.2.2/24 dev $IFACE
`),
  ).toMatchInlineSnapshot(`
    "eth0
    ---
    **\`eth0\`**

    - Stanza: \`inet manual\` in [\`interfaces:4\`](memory:/etc/network/interfaces#L4)
    - Address: none stated
    - Brought up: at boot (\`auto\`)
    - Used: port of \`br0\`, raw device of \`eth0.10\` and carries the address of \`eth0:1\`"
  `);
});

test('a management bridge in two families', async () => {
  expect(
    await hover(`
allow-hotplug eth0
auto xenb<|>r0
iface xenbr0 inet static
    address 192.0.2.1/24
    gateway 192.0.2.254
    bridge_ports eth0
iface xenbr0 inet6 auto
    bridge_ports eth0
`),
  ).toMatchInlineSnapshot(`
    "xenbr0
    ---
    **\`xenbr0\`**: bridge of \`eth0\`

    - Stanza: \`inet static\` in [\`interfaces:4\`](memory:/etc/network/interfaces#L4) and \`inet6 auto\` in [\`interfaces:8\`](memory:/etc/network/interfaces#L8)
    - Address: \`192.0.2.1/24\` and IPv6 by router advertisements
    - Brought up: at boot (\`auto\`)
    - Management: the dom0 is reached by it"
  `);
});

test.each([
  ['VLAN without a stanza', 'iface br0 inet manual\n  bridge_ports eth0.<|>20'],
  ['bond', 'iface bon<|>d0 inet manual\n  bond-slaves eth0 eth1\n  bond-mode 4'],
  ['bond that its slaves name', 'iface eth0 inet manual\n  bond-master bo<|>nd0'],
  ['VLAN with a raw device', 'iface vlan1<|>0 inet manual\n  vlan-raw-device eth0'],
  ['alias', 'iface eth0:<|>1 inet static\n  address 192.0.2.1/24'],
  ['loopback', 'iface l<|>o inet loopback'],
  ['bridge made by hand', 'iface b<|>r0 inet manual\n  pre-up brctl addbr br0'],
  ['Open vSwitch', 'allow-ovs br<|>0\niface br0 inet manual\n  ovs_type OVSBridge'],
  ['bridge without ports', 'iface b<|>r0 inet manual\n  bridge_ports none'],
  ['bridge by patterns', 'iface b<|>r0 inet manual\n  bridge_ports eth1 regex en.*'],
  ['stanza for a mapping', 'auto eth0=la<|>n\niface lan inet dhcp'],
  ['pattern', 'auto /eth*\niface et<|>h0 inet dhcp'],
])('what an interface is: %s', async (_, text) => {
  expect(await hover(text)).toMatchSnapshot();
});

test('a keyword', async () => {
  expect(await hover('allow-hot<|>plug eth0')).toMatchInlineSnapshot(`
    "allow-hotplug
    ---
    Brought up by \`ifup --allow=hotplug\`.

    \`\`\`
    allow-CLASS NAME...
    \`\`\`

    Interfaces that \`ifup --allow=CLASS\` brings up.

    \`allow-auto\` is the same as \`auto\`. \`allow-hotplug\` is for network cards: udev brings them up when they appear; a bridge never appears by itself. Other classes are free words, such as the name of an Open vSwitch bridge.

    *interfaces(5); ifupdown 0.8.41, config.c*"
  `);
});

test('a family and a method', async () => {
  expect(await hover('iface eth0 in<|>et static')).toMatchInlineSnapshot(`
    "inet
    ---
    **inet**: IPv4.

    - \`loopback\`: The loopback interface, 127.0.0.1.
    - \`static\`: A fixed IPv4 address.
    - \`manual\`: No IPv4 address; the link is only set up.
    - \`dhcp\`: An IPv4 address from a DHCP server.
    - \`bootp\`: An IPv4 address from a BOOTP server, by \`bootpc\`.
    - \`tunnel\`: A GRE or IPIP tunnel over IPv4.
    - \`ppp\`: A PPP connection, by \`pon\` and \`poff\`.
    - \`wvdial\`: A dial-up connection, by wvdial.
    - \`ipv4ll\`: A link-local IPv4 address from 169.254.0.0/16, by avahi-autoipd."
  `);
  expect(await hover('iface eth0 inet dh<|>cp')).toMatchInlineSnapshot(`
    "dhcp
    ---
    **inet dhcp**: An IPv4 address from a DHCP server.

    - Options: \`hostname\`, \`metric\`, \`leasetime\`, \`vendor\`, \`client\` and \`hwaddress\`

    The first of dhclient, udhcpc and dhcpcd that is installed does it; without any, ifup fails.

    *interfaces(5); ifupdown 0.8.41, inet.defn*"
  `);
});

test('an option, its value, and its odd behaviour', async () => {
  expect(await hover('iface br0 inet manual\n  bridge-f<|>d 0')).toMatchInlineSnapshot(`
    "bridge-fd
    ---
    **bridge_fd**: The forward delay: how long a port listens and learns before it forwards.

    - Value: a time in seconds, a fraction is allowed; default \`15\`
    - On several lines: the first line counts, the others are ignored

    With the spanning tree on, the kernel takes 2 to 30. Without it, ports forward at once whatever stands here, but the hook computes from it how long it waits for a port without a cable: twice the delay and two seconds more.

    *read by bridge-utils; bridge-utils-interfaces(5); bridge-utils 1.7.1, /lib/bridge-utils/ifupdown.sh*"
  `);
  expect(await hover('iface br0 inet manual\n  bridge-fd <|>0')).toMatchInlineSnapshot(`
    "0
    ---
    **bridge_fd** \`0\`

    - The forward delay: how long a port listens and learns before it forwards.
    - Value: a time in seconds, a fraction is allowed; default \`15\`"
  `);
});

test('an option that stands twice, one of them inherited', async () => {
  expect(
    await hover(`
iface base inet manual
  mtu 9000
iface eth0 inet manual inherits base
  mt<|>u 1500
`),
  ).toMatchInlineSnapshot(`
    "mtu
    ---
    **mtu**: The largest packet the interface carries, without the Ethernet header.

    - Value: an MTU, a whole number from 0, in bytes
    - On several lines: the second line is run as a shell command, which usually fails

    The device sets the limits; a VLAN cannot carry more than its raw device. On a bridge, the hook of bridge-utils sets it on each port too, and the bridge itself cannot carry more than its smallest port.

    *read by ifupdown; interfaces(5); ifupdown 0.8.41, inet.defn*

    **Here it stands 2 times**: the second line is run as a shell command, which usually fails."
  `);
});

test('a deprecated option and what its value means', async () => {
  const text = 'iface eth0 inet static\n  address 192.0.2.1\n  ';
  expect(await hover(`${text}net<|>mask 255.255.255.0`)).toMatchInlineSnapshot(`
    "netmask
    ---
    **netmask**: The netmask of the address.

    - Value: a netmask such as 255.255.255.0, or its number of bits
    - On several lines: the second line is run as a shell command, which usually fails
    - **Deprecated**: write the prefix length behind the address: \`address 192.0.2.10/24\`

    When the address has a prefix length too, the netmask wins.

    *read by ifupdown; interfaces(5); ifupdown 0.8.41, inet.defn*"
  `);
  expect(await hover(`${text}netmask 255.<|>255.255.0`)).toMatchInlineSnapshot(`
    "255.255.255.0
    ---
    **netmask** \`255.255.255.0\`

    \`255.255.255.0\` is the prefix length \`/24\`.

    - The netmask of the address.
    - Value: a netmask such as 255.255.255.0, or its number of bits"
  `);
  expect(await hover('iface eth0 inet static\n  address <|>192.0.2.1/24')).toMatchInlineSnapshot(`
    "192.0.2.1/24
    ---
    **address** \`192.0.2.1/24\`

    Network \`192.0.2.0/24\`, netmask \`255.255.255.0\`.  
    Broadcast \`192.0.2.255\`, hosts \`192.0.2.1\` to \`192.0.2.254\` (254).  
    Reserved for documentation or special use.

    - The IPv4 address of the interface, with its prefix length.
    - Value: an IPv4 address with a prefix length, such as 192.0.2.10/24"
  `);
});

test('options that no catalogue describes', async () => {
  expect(await hover('iface eth0 inet manual\n  wpa-ss<|>id home')).toMatchInlineSnapshot(`
    "wpa-ssid
    ---
    **\`wpa-ssid\`**: Read by wpasupplicant. Hook scripts find its value in \`IF_WPA_SSID\`."
  `);
  expect(await hover('iface eth0 inet manual\n  x-<|>owner me')).toMatchInlineSnapshot(`
    "x-owner
    ---
    **\`x-owner\`**: No program reads it today. Hook scripts find its value in \`IF_X_OWNER\`."
  `);
});

test('another dialect', async () => {
  expect(await hover('auto br0\niface br0\n  bridge-por<|>ts eth0\n  bridge-vids 2-4094')).toContain(
    'this host uses ifupdown2',
  );
});

test('a variable in a hook command', async () => {
  expect(await hover('iface br0 inet manual\n  up ip link set dev $IF<|>ACE up')).toMatchInlineSnapshot(`
    "$IFACE
    ---
    **$IFACE**: The name of the interface that is brought up or taken down.

    Here \`br0\`, unless a mapping chose this stanza."
  `);
  expect(await hover('iface br0 inet manual\n  up tr<|>ue')).toBe('nothing');
});

test('directives', async () => {
  expect(await hover('# bridgewise-ignore bridge-without-<|>ports: made by hand')).toMatchInlineSnapshot(`
    "bridge-without-ports
    ---
    Leaves out what \`bridge-without-ports\` finds on the line below.

    **bridge-without-ports** (error): A stanza has bridge options, but no bridge_ports, so no bridge is made."
  `);
  expect(await hover('# bridgewise-<|>management: br0')).toMatchInlineSnapshot(`
    "bridgewise-management
    ---
    Names the interfaces by which the dom0 is reached: they keep their addresses, and no rule asks to drop them."
  `);
});

test('what a source line reads', async () => {
  expect(
    await hover(`
source-directory inter<|>faces.d
# file: /etc/network/interfaces.d/a
# nothing
# file: /etc/network/interfaces.d/b.cfg
# nothing
`),
  ).toMatchInlineSnapshot(`
    "interfaces.d
    ---
    Reads, in this order:

    - [\`/etc/network/interfaces.d/a\`](memory:/etc/network/interfaces.d/a)
    - \`/etc/network/interfaces.d/b.cfg\` is skipped: its name has other characters than letters, digits, \`_\` and \`-\`"
  `);
  expect(await hover('source /etc/network/<|>missing')).toMatchInlineSnapshot(`
    "/etc/network/missing
    ---
    Reads no file.

    - \`/etc/network/missing\` is not there"
  `);
});

test('a source line whose pattern matches nothing', async () => {
  expect(await hover('source /etc/network/inter<|>faces.d/*')).toMatchInlineSnapshot(`
    "/etc/network/interfaces.d/*
    ---
    Reads no file.

    - \`/etc/network/interfaces.d/*\` matches no file, which is normal until a package or you put one there"
  `);
  expect(await hover('source /etc/network/<|>more.d/*.cfg')).toContain('- `/etc/network/more.d/*.cfg` matches no file');
  expect(await hover('source /etc/network/<|>more.d/*.cfg')).not.toContain('normal');
});

test('what an MTU means', async () => {
  const text = (value: string): string => `iface br0 inet static\n  address 192.0.2.1/24\n  mtu <|>${value}`;
  expect(await hover(text('9000'))).toMatchInlineSnapshot(`
    "9000
    ---
    **mtu** \`9000\`

    Jumbo frames: more than the 1500 bytes of ordinary Ethernet. A bridge and its ports must agree, and so must the switch and all hosts of that network.

    - The largest packet the interface carries, without the Ethernet header.
    - Value: an MTU, a whole number from 0, in bytes"
  `);
  expect(await hover(text('9216'))).toContain('Jumbo frames');
  expect(await hover(text('1500'))).toContain('The size of ordinary Ethernet, which most cards have unasked.');
  expect(await hover(text('1400'))).not.toContain('Ethernet,');
});

test('what a value means is a sentence', async () => {
  expect(await hover('iface br0 inet manual\n  bridge_stp <|>off')).toContain('\n\nSwitched off.\n\n');
  expect(await hover('iface eth0 inet static\n  gateway <|>192.0.2.1')).toContain(
    '`192.0.2.1`: reserved for documentation or special use.',
  );
});

test('nothing on blanks and plain comments', async () => {
  expect(await hover('# an eth<|>0\n')).toBe('nothing');
  expect(await hover('iface eth0 inet manual\n<|>\n')).toBe('nothing');
});

test('nothing from a file becomes markup', async () => {
  const name = '`[x](command:y)`<b>*_';
  const found = await hover(
    `iface ${name.slice(0, 3)}<|>${name.slice(3)} inet static\n  address ${name}\n  gateway 192.0.2.1`,
  );
  expect(found).toMatchInlineSnapshot(`
    "\`[x](command:y)\`<b>*_
    ---
    **\`\` \`[x](command:y)\`<b>*_ \`\`**: further address of \`\` \`[x](command \`\`

    - Stanza: \`inet static\` in [\`interfaces:1\`](memory:/etc/network/interfaces#L1)
    - Address: \`\` \`[x](command:y)\`<b>*_ \`\`
    - Brought up: by no \`auto\` or \`allow-\` line
    - Management: the host is reached by it"
  `);
});

test('a bridge that a hook command keeps IPv6 off', async () => {
  const text = `
iface br<|>0 inet manual
    bridge_ports none
    up echo 1 > /proc/sys/net/ipv6/conf/$IFACE/disable_ipv6
`;
  expect(await hover(text)).toContain('- IPv6: kept off by a hook command');
});

test('addresses as they are in effect', async () => {
  const text = `
iface eth<|>0 inet static
    address 192.0.2.1
    netmask 255.255.255.0
iface eth0 inet6 static
    address 2001:db8::1/64
    up ip addr add 192.0.2.2/24 dev $IFACE
`;
  expect(await hover(text)).toContain('- Address: `192.0.2.1/24`, `2001:db8::1/64` and what a hook command adds');
});
