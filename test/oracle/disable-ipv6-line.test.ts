import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disableIpv6Line } from '../../server/src/core/schema/interfaces/disable-ipv6-line.ts';
import { askOracle, HAS_NAMESPACES } from '../support/oracle.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bridgewise-ipv6-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface BringUp {
  readonly exit: number;
  readonly output: readonly string[];
  readonly up: boolean;
  readonly ports: readonly string[];
  readonly ipv6: readonly string[];
}

/** Brings a bridge on eth0 up for real, with these lines in its stanza. */
function bringUp(bridge: string, lines: readonly string[]): BringUp {
  const file = join(folder, 'interfaces');
  const stanza = [`auto ${bridge}`, `iface ${bridge} inet manual`, '\tbridge_ports eth0', '\tbridge_maxwait 0'];
  writeFileSync(file, [...stanza, ...lines.map((line) => `\t${line}`), ''].join('\n'));
  const { stdout } = askOracle('ifup-ns', [file]);
  const report = JSON.parse(stdout) as {
    readonly ifup: { readonly exit: number; readonly output: readonly string[] };
    readonly interfaces: Readonly<Record<string, Omit<BringUp, 'exit' | 'output'>>>;
  };
  const link = report.interfaces[bridge];
  if (link === undefined) throw new Error(`no ${bridge} in ${stdout}`);
  const { up, ports, ipv6 } = link;
  return { ...report.ifup, up, ports, ipv6 };
}

describe.skipIf(!HAS_NAMESPACES)('the line that keeps IPv6 off a bridge, brought up for real', () => {
  const bridges = ['br0', 'xenbr0.10', 'xenbr0v10'];

  test.each(bridges)('without it %s has a link-local address', (bridge) => {
    expect(bringUp(bridge, []).ipv6).toEqual([expect.stringMatching(/^fe80:.*\/64$/)]);
  });

  test.each(bridges)('with it %s has none, and works', (bridge) => {
    expect(bringUp(bridge, [disableIpv6Line])).toMatchObject({ exit: 0, up: true, ports: ['eth0'], ipv6: [] });
  });

  test.each([
    ['has no IPv6', '/proc/sys/net'],
    ['has IPv6 switched off at boot', '/proc/sys/net/ipv6'],
  ])('ifup goes on where the kernel %s', (_reason, hidden) => {
    const hide = `pre-up mount -t tmpfs none ${hidden}`;
    expect(bringUp('br0', [hide, disableIpv6Line])).toMatchObject({ exit: 0, up: true, ports: ['eth0'] });
  });

  test('a bare echo, for comparison, stops ifup there', () => {
    const bare = 'up echo 1 > /proc/sys/net/ipv6/conf/$IFACE/disable_ipv6';
    expect(bringUp('br0', ['pre-up mount -t tmpfs none /proc/sys/net', bare])).toMatchObject({ exit: 1 });
  });

  test('it is not silent where IPv6 is there and cannot be switched off', () => {
    const lock = 'pre-up mount -o remount,bind,ro /proc/sys/net';
    expect(bringUp('br0', [lock, disableIpv6Line])).toMatchObject({
      exit: 1,
      output: expect.arrayContaining([expect.stringContaining('Read-only file system')]),
    });
  });

  test('it needs no procps', () => {
    expect(bringUp('br0', ['pre-up rm -f /usr/sbin/sysctl /sbin/sysctl', disableIpv6Line])).toMatchObject({
      exit: 0,
      ipv6: [],
    });
  });
});
