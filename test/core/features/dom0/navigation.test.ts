import { describe, expect, test } from 'vitest';
import { definitionAt, highlightsAt, referencesAt } from '../../../../server/src/core/features/index.ts';
import { atDom0Cursor, shownPlace } from '../../../support/dom0.ts';

/** A dom0 of three files; the cursor stands where `place` does, which is in the text once. */
function dom0(place: string): string {
  const text = `# file: /etc/network/interfaces
auto br1 br2
iface br1 inet manual
    bridge_ports eth0.10
iface br1 inet6 manual
iface br2 inet manual
    bridge_ports eth1
# file: /etc/xen/a.cfg
name = "a"
kernel = "/boot/a"
vif = [ 'bridge=br1', 'bridge=br2,mac=00:16:3e:00:00:01', 'script=vif-openvswitch,bridge=br1.10:20' ]
# file: /etc/xen/b.cfg
name = "b"
kernel = "/boot/b"
vif = [ 'bridge=br1,backend=netdom', 'script=vif-route,bridge=br1', 'ip=192.0.2.1, bridge=br1' ]
# file: /etc/xen/xl.conf
vif.default.bridge = "br1"
`;
  const marked = text.replace(place.replace('<|>', ''), place);
  if (marked === text) throw new Error(`${place} is not there`);
  return marked;
}

const ofBr1 = [
  '/etc/network/interfaces:1:br1',
  '/etc/network/interfaces:2:br1',
  '/etc/network/interfaces:4:br1',
  '/etc/xen/a.cfg:3:br1',
  '/etc/xen/a.cfg:3:br1',
  '/etc/xen/b.cfg:3:br1',
  '/etc/xen/xl.conf:1:br1',
];

const places = [
  ['the interfaces file', 'iface b<|>r1 inet manual'],
  ['a vif', "'bridge=br<|>1'"],
  ['a vif in a bridge of Open vSwitch', "'script=vif-openvswitch,bridge=b<|>r1"],
  ['xl.conf', 'default.bridge = "<|>br1"'],
] as const;

describe.each(places)('a bridge from %s', (_from, place) => {
  test('is defined by its stanzas', async () => {
    const fixture = await atDom0Cursor(dom0(place));
    const found = definitionAt(fixture.snapshot, fixture.file, fixture.offset);
    expect(found?.targets.map(({ file, selection }) => shownPlace(fixture, { file, span: selection }))).toEqual([
      '/etc/network/interfaces:2:br1',
      '/etc/network/interfaces:4:br1',
    ]);
  });

  test('is named in both languages, but not where another domain or script has the vif', async () => {
    const fixture = await atDom0Cursor(dom0(place));
    const { snapshot, file, offset } = fixture;
    const shown = referencesAt(snapshot, file, offset, true).map((found) => shownPlace(fixture, found));
    expect(shown).toEqual(ofBr1);
    const uses = referencesAt(snapshot, file, offset, false).map((found) => shownPlace(fixture, found));
    expect(uses).toEqual(ofBr1.filter((one) => !one.includes('interfaces:2') && !one.includes('interfaces:4')));
  });

  test('is highlighted in its own file alone', async () => {
    const fixture = await atDom0Cursor(dom0(place));
    const { snapshot, file, offset } = fixture;
    const shown = highlightsAt(snapshot, file, offset).map(({ span }) => shownPlace(fixture, { file, span }));
    const own = shownPlace(fixture, { file, span: { start: offset, end: offset } }).split(':')[0] ?? '';
    expect(shown).toEqual(ofBr1.filter((one) => one.startsWith(`${own}:`)));
  });
});

test('a bridge that no interfaces file makes has uses, but no definition', async () => {
  const fixture = await atDom0Cursor(`# file: /etc/network/interfaces
auto lo
iface lo inet loopback
# file: /etc/xen/a.cfg
name = "a"
kernel = "/boot/a"
vif = [ 'bridge=ovs<|>br0' ]
# file: /etc/xen/b.cfg
name = "b"
kernel = "/boot/b"
vif = [ 'bridge=ovsbr0' ]
`);
  expect(definitionAt(fixture.snapshot, fixture.file, fixture.offset)).toBeUndefined();
  const found = referencesAt(fixture.snapshot, fixture.file, fixture.offset, true);
  expect(found.map((place) => shownPlace(fixture, place))).toEqual([
    '/etc/xen/a.cfg:3:ovsbr0',
    '/etc/xen/b.cfg:3:ovsbr0',
  ]);
});

test('xenbr0 leads to eth0 where that is the bridge', async () => {
  const fixture = await atDom0Cursor(`# file: /etc/network/interfaces
auto eth0
iface eth0 inet manual
    bridge_ports peth0
# file: /etc/xen/a.cfg
name = "a"
kernel = "/boot/a"
vif = [ 'bridge=xen<|>br0' ]
`);
  const found = definitionAt(fixture.snapshot, fixture.file, fixture.offset);
  expect(found?.targets.map(({ file, selection }) => shownPlace(fixture, { file, span: selection }))).toEqual([
    '/etc/network/interfaces:2:eth0',
  ]);
});
