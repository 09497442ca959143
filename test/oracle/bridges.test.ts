import { describe, expect, test } from 'vitest';
import { bringUp } from '../support/bring-up.ts';
import { findingsOf, fixedBy } from '../support/fixed.ts';
import { HAS_NAMESPACES } from '../support/oracle.ts';

const ipv6Off = 'up f=/proc/sys/net/ipv6/conf/$IFACE/disable_ipv6; if [ -e $f ]; then echo 1 > $f; fi';

describe.skipIf(!HAS_NAMESPACES)('what the rules on bridges say, brought up for real', () => {
  test('bridge-without-ports: no bridge, no message, exit code 0; mended, a bridge', async () => {
    const text = `iface eth0 inet manual\nauto br0\niface br0 inet manual\nbridge_stp off\nbridge_maxwait 0\n`;
    expect(await findingsOf('bridge-without-ports', text)).toHaveLength(1);
    expect(bringUp(text)).toMatchObject({ exit: 0, output: [], devices: { br0: { exists: false } } });
    const mended = bringUp(await fixedBy('bridge-without-ports', text));
    expect(mended).toMatchObject({ exit: 0, devices: { br0: { kind: 'bridge', ports: ['eth0'], ipv6: [] } } });
  });

  test('bridge-without-ports: with an address ifup fails', async () => {
    const text = 'auto br0\niface br0 inet static\naddress 192.0.2.1/24\nbridge_fd 0\n';
    expect(await findingsOf('bridge-without-ports', text)).toHaveLength(1);
    expect(bringUp(text)).toMatchObject({ exit: 1, devices: { br0: { exists: false } } });
  });

  test('port-in-two-bridges: the second bridge goes without, exit code 0', async () => {
    const text = `auto br0 br1
iface br0 inet manual
    bridge_ports eth0
iface br1 inet manual
    bridge_ports eth0 eth1
`;
    expect(await findingsOf('port-in-two-bridges', text)).toMatchObject([{ severity: 'error' }]);
    const { exit, output, devices } = bringUp(text);
    expect({ exit, ports: devices['br1']?.ports }).toEqual({ exit: 0, ports: ['eth1'] });
    expect(output.join('\n')).toContain("can't add it to bridge br1");
  });

  test.each(['eth0,eth1', '"eth0"', 'eth0;'])(
    'bridge-port-undeclared: %s is left out; mended, it joins',
    async (port) => {
      const text = `auto br0\niface br0 inet manual\nbridge_ports ${port}\nbridge_maxwait 0\n${ipv6Off}\n`;
      expect(bringUp(text)).toMatchObject({ exit: 0, devices: { br0: { kind: 'bridge', ports: [] } } });
      const ports = port.match(/eth\d/g);
      expect(bringUp(await fixedBy('bridge-port-undeclared', text))).toMatchObject({
        exit: 0,
        devices: { br0: { ports } },
      });
    },
  );

  test('bridge-not-auto: a VLAN brings up the bridge that it lies on, an alias does not', async () => {
    const bridge = `iface br0 inet manual\nbridge_ports eth0\nbridge_maxwait 0\n${ipv6Off}\n`;
    const withVlan = `auto br0.10\niface br0.10 inet manual\n${bridge}`;
    expect(await findingsOf('bridge-not-auto', withVlan)).toEqual([]);
    expect(bringUp(withVlan).devices).toMatchObject({ br0: { kind: 'bridge' } });
    const withAlias = `auto br0:1\niface br0:1 inet static\naddress 192.0.2.1/24\n${bridge}`;
    expect(await findingsOf('bridge-not-auto', withAlias)).toHaveLength(1);
    expect(bringUp(withAlias).devices).toMatchObject({ br0: { exists: false } });
  });
});

/** The dom0 asks for the hardware address of its neighbour, which is on the other end of eth0's cable. */
const askNeighbour = [
  'up ip netns add far && ip link set peer0 netns far && ip -n far addr add 192.0.2.1/24 dev peer0',
  'up ip -n far link set peer0 up',
  `up for i in 1 2 3 4; do python3 -c "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 9))"; ip neigh show 192.0.2.1; ip neigh show 192.0.2.1 | grep -q REACHABLE && break; sleep 1; done`,
].join('\n');

describe.skipIf(!HAS_NAMESPACES)('bridge-port-with-address, brought up for real', () => {
  const text = `auto eth0
iface eth0 inet static
    # the office
    address 192.0.2.10/24
    gateway 192.0.2.1
auto br0
iface br0 inet manual
    bridge_ports eth0
    bridge_maxwait 0
    ${ipv6Off}
auto eth3
iface eth3 inet manual
${askNeighbour}
`;

  test('the neighbour does not answer, and ifup says nothing', async () => {
    expect(await findingsOf('bridge-port-with-address', text)).toMatchObject([{ severity: 'error' }]);
    const { exit, output, devices } = bringUp(text);
    expect({ exit, master: devices['eth0']?.master }).toEqual({ exit: 0, master: 'br0' });
    expect(output.join('\n')).not.toContain('REACHABLE');
  });

  test('it does with the address on the bridge', async () => {
    const { exit, output, devices } = bringUp(
      await fixedBy('bridge-port-with-address', text, 'Move the address to br0'),
    );
    expect(exit).toBe(0);
    expect(devices).toMatchObject({ eth0: { ipv4: [] }, br0: { ipv4: ['192.0.2.10/24'], ports: ['eth0'] } });
    expect(output.join('\n')).toContain('dev br0 lladdr');
  });

  test('0.0.0.0 gives no address', async () => {
    const none = text
      .replace('192.0.2.10/24', '0.0.0.0')
      .replace(/^ *gateway.*\n/m, '')
      .replace(askNeighbour, '');
    expect(await findingsOf('bridge-port-with-address', none)).toEqual([]);
    expect(bringUp(none)).toMatchObject({ exit: 0, devices: { eth0: { ipv4: [] } } });
  });
});

describe.skipIf(!HAS_NAMESPACES)('a bridge of guests made manual, brought up for real', () => {
  const management =
    'auto eth3\niface eth3 inet static\naddress 198.51.100.1/24\ngateway 198.51.100.254\nauto br9\niface br9 inet manual\nbridge_ports none\n';

  test.each([
    ['guest-bridge-with-address', 'inet static\n    address 192.0.2.1\n    netmask 255.255.255.0'],
    ['guest-bridge-with-address', 'inet6 static\n    address 2001:db8::1/64'],
    ['unreachable-address-bridge', 'inet static\n    address 192.0.2.1/32'],
  ])('%s: `%s` goes, in both families', async (rule, stanza) => {
    const text = `${management}auto xenbr1\niface xenbr1 ${stanza}\n    bridge_ports eth1\n    bridge_maxwait 0\n    mtu 1400\n`;
    const before = bringUp(text).devices['xenbr1'];
    expect([...(before?.ipv4 ?? []), ...(before?.ipv6 ?? [])].join(' ')).toMatch(/192\.0\.2\.1|2001:db8::1/);
    const { exit, devices } = bringUp(await fixedBy(rule, text));
    expect(exit).toBe(0);
    expect(devices['xenbr1']).toMatchObject({
      kind: 'bridge',
      up: true,
      ports: ['eth1'],
      ipv4: [],
      ipv6: [],
      mtu: 1400,
    });
  });
});
