import { expect, test } from 'vitest';
import { thingAt } from '../../../server/src/core/model/at.ts';
import { atCursor, textAt } from '../../support/cursor.ts';

/** What stands at the cursor, as one line: kind, the text of its span, and what it is known as. */
async function at(text: string): Promise<string> {
  const fixture = await atCursor(text);
  const thing = thingAt(fixture.snapshot.host, fixture.file, fixture.offset);
  if (thing === undefined) return 'nothing';
  const known =
    thing.kind === 'interface'
      ? thing.use.role
      : thing.kind === 'directive'
        ? thing.directive.name
        : thing.kind === 'source'
          ? thing.include?.targets.length
          : thing.doc?.name;
  return `${thing.kind} "${textAt(fixture, thing.span)}" ${known}`;
}

test.each([
  ['iface eth0 inet manual\nau<|>to eth0', 'keyword "auto" auto'],
  ['allow-hot<|>plug eth0', 'keyword "allow-hotplug" allow-'],
  ['if<|>ace eth0 inet manual', 'keyword "iface" iface'],
  ['iface a inet manual\niface b inet in<|>herits a', 'keyword "inherits" inherits'],
  ['iface a inet manual\n    no-scripts<|>\n', 'keyword "no-scripts" no-scripts'],
  ['mapping eth*\n    scr<|>ipt /x', 'keyword "script" script'],
  ['source-dir<|> /etc', 'keyword "source-dir" source-directory'],
])('keyword: %j', async (text, expected) => {
  expect(await at(text)).toBe(expected);
});

test.each([
  ['iface <|>eth0 inet manual', 'interface "eth0" iface'],
  ['iface eth0<|> inet manual', 'interface "eth0" iface'],
  ['auto eth1 eth<|>0', 'interface "eth0" auto'],
  ['auto eth0=l<|>an', 'interface "lan" auto'],
  ['auto eth0<|>=lan', 'interface "eth0" auto'],
  ['iface br0 inet manual\n  bridge_ports eth0 eth0.<|>10', 'interface "eth0.10" bridge-port'],
  ['iface eth0 inet manual\n  up ip link set <|>eth0 up', 'interface "eth0" hook'],
  ['iface eth0.10 inet manual\n  up sysctl -w net.ipv4.conf.eth0<|>.proxy_arp=1', 'interface "eth0" hook'],
  ['# bridgewise-management: br<|>0\niface br0 inet manual', 'interface "br0" comment'],
  ['mapping eth0\n  script /x\n  map home ho<|>me0', 'interface "home0" map-target'],
])('interface: %j', async (text, expected) => {
  expect(await at(text)).toBe(expected);
});

test.each([
  ['iface eth0 in<|>et manual', 'family "inet" inet'],
  ['iface eth0 int<|>e manual', 'family "inte" undefined'],
  ['iface eth0 inet sta<|>tic', 'method "static" static'],
  ['iface eth0 inet auto<|>', 'method "auto" undefined'],
  ['iface eth0 inet manual wo<|>rd', 'nothing'],
])('family and method: %j', async (text, expected) => {
  expect(await at(text)).toBe(expected);
});

test.each([
  ['iface br0 inet manual\n  bridge-st<|>p on', 'option "bridge-stp" bridge_stp'],
  ['iface br0 inet manual\n  bridge-stp o<|>n', 'value "on" bridge_stp'],
  ['iface br0 inet manual\n\n# note\n  x-note a b<|>b', 'value "bb" undefined'],
  ['address<|> 192.0.2.1', 'option "address" undefined'],
  ['iface eth0 inet static\n  address \\\n    192.<|>0.2.1', 'value "192.0.2.1" address'],
])('option and value: %j', async (text, expected) => {
  expect(await at(text)).toBe(expected);
});

test.each([
  ['# bridge<|>wise-ignore bridge-without-ports: it is late', 'directive "bridgewise-ignore" ignore'],
  ['# bridgewise-ignore bridge-<|>without-ports: it is late', 'directive "bridge-without-ports" ignore'],
  ['# bridgewise-ignore bridge-without-ports: it is la<|>te', 'nothing'],
  ['# some bridge<|>wise-ignore', 'nothing'],
  ['source interfaces.d/<|>*\n# file: /etc/network/interfaces.d/a\nauto a\n', 'source "interfaces.d/*" 1'],
  ['iface eth0 inet manual\n<|>\n', 'nothing'],
])('comment, source, nothing: %j', async (text, expected) => {
  expect(await at(text)).toBe(expected);
});
