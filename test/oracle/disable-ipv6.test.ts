import { describe, expect, test } from 'vitest';
import { bringUp } from '../support/bring-up.ts';
import { findingsOf, fixedBy } from '../support/fixed.ts';
import { HAS_NAMESPACES } from '../support/oracle.ts';

const rule = 'manual-bridge-with-ipv6';

function bridge(name: string, ...lines: readonly string[]): string {
  return [`auto ${name}`, `iface ${name} inet manual`, 'bridge_ports eth0', 'bridge_maxwait 0', ...lines, ''].join(
    '\n',
  );
}

/** Ways in which a bridge without an IPv4 address is written, some with IPv6 switched off. */
const bridges = {
  plain: bridge('br0'),
  'without ports': bridge('br0').replace('eth0', 'none'),
  'in both families': `${bridge('br0')}iface br0 inet6 manual\nbridge_ports eth0\nbridge_maxwait 0\n`,
  'in IPv6 alone': bridge('br0').replace('inet manual', 'inet6 manual'),
  'with the address that is none': bridge('br0', 'address 0.0.0.0').replace('manual', 'static'),
  'with addrgenmode none': bridge('br0', 'up ip link set $IFACE addrgenmode none'),
  'with IPv6 switched on': bridge('br0', 'up sysctl -w net.ipv6.conf.br0.disable_ipv6=0'),
  'sysctl with dots': bridge('br0', 'up sysctl -w net.ipv6.conf.br0.disable_ipv6=1'),
  'sysctl with slashes': bridge('br0', 'up sysctl -q net/ipv6/conf/$IFACE/disable_ipv6=1'),
  'a file': bridge('br0', 'post-up echo 1 > /proc/sys/net/ipv6/conf/"$IFACE"/disable_ipv6'),
  'all bridges to come': bridge('br0', 'pre-up echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6'),
  'all interfaces': bridge('br0', 'up sysctl -w net.ipv6.conf.all.disable_ipv6=1'),
  'all, by a loop': bridge('br0', 'up for i in all default; do sysctl -w net.ipv6.conf.$i.disable_ipv6=1; done'),
  'the addresses flushed': bridge('br0', 'up ip -6 addr flush dev $IFACE'),
  'from another stanza': `${bridge('br0')}auto eth1\niface eth1 inet manual\nup sysctl -w net.ipv6.conf.br0.disable_ipv6=1\n`,
  'another bridge': `${bridge('br0')}auto eth1\niface eth1 inet manual\nup echo 1 > /proc/sys/net/ipv6/conf/eth1/disable_ipv6\n`,
  'a dotted name': bridge('xenbr0.10'),
  'a dotted name, sysctl with dots': bridge('xenbr0.10', 'up sysctl -w net.ipv6.conf.xenbr0.10.disable_ipv6=1 || true'),
  'a dotted name, sysctl with a slash in it': bridge(
    'xenbr0.10',
    'up sysctl -w net.ipv6.conf.xenbr0/10.disable_ipv6=1',
  ),
  'a dotted name, sysctl with slashes': bridge('xenbr0.10', 'up sysctl -w net/ipv6/conf/xenbr0.10/disable_ipv6=1'),
};

describe.skipIf(!HAS_NAMESPACES)('a bridge without an IPv4 address, brought up for real', () => {
  test.each(Object.entries(bridges))('%s: is reported when it has an IPv6 address', async (_, text) => {
    const name = /^auto (\S+)/.exec(text)?.[1] ?? '';
    const { devices } = bringUp(text);
    expect(devices[name]).toMatchObject({ kind: 'bridge', up: true });
    expect((await findingsOf(rule, text)).length).toBe(devices[name]?.ipv6?.length);
  });

  const reported = Object.entries(bridges).filter(([title]) =>
    [
      'plain',
      'without ports',
      'in both families',
      'in IPv6 alone',
      'with the address that is none',
      'a dotted name',
    ].includes(title),
  );
  test.each(reported)('%s: mended, it has none and works as before', async (_, text) => {
    const name = /^auto (\S+)/.exec(text)?.[1] ?? '';
    const ports = bringUp(text).devices[name]?.ports;
    const { exit, devices } = bringUp(await fixedBy(rule, text));
    expect(exit).toBe(0);
    expect(devices[name]).toMatchObject({ kind: 'bridge', up: true, ports, ipv4: [], ipv6: [] });
  });

  test.each(['br0', 'xenbr0.10'])('%s: mended, it comes up where the kernel has no IPv6, too', async (name) => {
    const withoutIpv6 = bridge(name, 'pre-up mount -t tmpfs none /proc/sys/net');
    const { exit, devices } = bringUp(await fixedBy(rule, withoutIpv6));
    expect(exit).toBe(0);
    expect(devices[name]).toMatchObject({ kind: 'bridge', up: true, ports: ['eth0'] });
  });
});
