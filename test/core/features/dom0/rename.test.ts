import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionAt, prepareRename, referencesAt, renameAt } from '../../../../server/src/core/features/index.ts';
import type { Dom0Fixture } from '../../../support/dom0.ts';
import { atDom0Cursor, editedFiles, inDom0, shownPlace } from '../../../support/dom0.ts';

function rename({ snapshot, file, offset, files }: Dom0Fixture, name: string) {
  const renamed = renameAt(snapshot, file, offset, name);
  return renamed.kind === 'refused' ? renamed : { ...renamed, files: editedFiles(files, renamed.edits) };
}

const interfaces = `auto br1
iface br1 inet manual
    bridge_ports eth0
    up ip link set br1 up
`;
const guest = `name = "a"
kernel = "/boot/a"
vif = [ 'bridge=br1, mac=00:16:3e:00:00:01', 'bridge=br1.10:20,script=vif-openvswitch', 'bridge=other' ]  # on br1
`;

describe.each([
  ['the interfaces file', interfaces.replace('iface br1', 'iface b<|>r1'), guest],
  ['a vif', interfaces, guest.replace('br1,', 'br<|>1,')],
])('from %s', (_from, main, domU) => {
  const text = `# file: /etc/network/interfaces\n${main}# file: /etc/xen/a.cfg\n${domU}# file: /etc/xen/xl.conf\nvif.default.bridge="br1"\n`;

  test('a bridge gets its new name in both languages, comments stay', async () => {
    expect(rename(await atDom0Cursor(text), 'dmz')).toMatchObject({
      files: {
        '/etc/network/interfaces': interfaces.replaceAll('br1', 'dmz'),
        '/etc/xen/a.cfg': guest.replaceAll('bridge=br1', 'bridge=dmz'),
        '/etc/xen/xl.conf': 'vif.default.bridge="dmz"\n',
      },
      unsure: [],
    });
  });

  test.each([
    ['other', /^other is named already, in a vif of a\.cfg, though no interfaces file makes it\.$/],
    ['eth0', /^eth0 is already a name in this host\.$/],
    ['br1:1', /further address/],
    ['a,b', /cannot hold ","/],
  ])('not as %s', async (name, reason) => {
    expect(rename(await atDom0Cursor(text), name)).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(reason),
    });
  });
});

test('a name with a dot would be read as a VLAN tag by vif-openvswitch', async () => {
  const fixture = await atDom0Cursor(`# file: /etc/network/interfaces
iface b.1 inet manual
    bridge_ports eth0
# file: /etc/xen/a.cfg
name = "a"
kernel = "/boot/a"
vif = [ 'bridge=b<|>.1', 'script=vif-openvswitch,bridge=b.1' ]
`);
  expect(rename(fixture, 'b.2')).toMatchObject({ kind: 'renamed' });
  const other = await atDom0Cursor(`# file: /etc/network/interfaces
iface dmz.5 inet manual
    bridge_ports eth0
iface dm<|>z inet manual
    bridge_ports none
# file: /etc/xen/a.cfg
name = "a"
kernel = "/boot/a"
vif = [ 'script=vif-openvswitch,bridge=dmz' ]
`);
  expect(rename(other, 'a+b')).toMatchObject({ kind: 'renamed' });
  expect(rename(other, 'a.b')).toMatchObject({ kind: 'refused' });
});

test('what may mean the bridge in other words is left and told', async () => {
  const fixture = await atDom0Cursor(`# file: /etc/network/interfaces
iface xenb<|>r0 inet manual
    bridge_ports eth0
# file: /etc/xen/a.cfg
name = "a"
kernel = "/boot/a"
vif = [ 'mac=00:16:3e:00:00:01', 'bridge=xenbr0,backend=netdom', "bridge=xe\\170nbr0" ]
`);
  const renamed = rename(fixture, 'lan');
  if (renamed.kind === 'refused') throw new Error(renamed.reason);
  expect(renamed.unsure.map(({ location, reason }) => `${shownPlace(fixture, location)}: ${reason}`)).toEqual([
    '/etc/xen/a.cfg:3:xe\\170nbr0: This means xenbr0, written in another way.',
    "/etc/xen/a.cfg:3:'mac=00:16:3e:00:00:01': This vif names no bridge, so that xl puts it into xenbr0.",
    "/etc/xen/a.cfg:3:'bridge=xenbr0,backend=netdom': This vif names xenbr0, but as far as is known it is on none of dom0's bridges.",
  ]);
  expect(renamed.files['/etc/xen/a.cfg']).toBe(fixture.files['/etc/xen/a.cfg']);
});

test.each([
  ['without interfaces files', '', "'bridge=br<|>1'", /^No interfaces file is known/],
  ['that another program makes', '# file: /etc/network/interfaces\nauto lo\n', "'bridge=br<|>1'", /do not name br1/],
  [
    'that is written in another way',
    '# file: /etc/network/interfaces\niface eth1 inet manual\n bridge_ports peth1\n',
    "'bridge=xenbr<|>1'",
    /^The bridge meant here is eth1/,
  ],
])('a bridge %s is not renamed from a vif', async (_what, main, vif, reason) => {
  const fixture = await atDom0Cursor(
    `${main}# file: /etc/xen/a.cfg\nname = "a"\nkernel = "/boot/a"\nvif = [ ${vif} ]\n`,
  );
  const refused = { kind: 'refused', reason: expect.stringMatching(reason) };
  expect(prepareRename(fixture.snapshot, fixture.file, fixture.offset)).toMatchObject(refused);
  expect(rename(fixture, 'dmz')).toMatchObject(refused);
});

const bridgeNames = ['br0', 'xenbr0', 'xenbr1', 'eth0', 'dmz', 'br0.10'] as const;

/** The files of a dom0 with some of the bridges, and domUs on some. */
const someDom0 = fc
  .record({
    made: fc.subarray([...bridgeNames], { minLength: 1 }),
    vifs: fc.array(
      fc.tuple(
        fc.constantFrom(...bridgeNames),
        fc.constantFrom(
          'bridge=NAME',
          'mac=00:16:3e:00:00:01, bridge=NAME',
          'bridge=NAME,script=vif-openvswitch',
          'ip=192.0.2.1',
        ),
      ),
      { minLength: 1, maxLength: 4 },
    ),
    byDefault: fc.option(fc.constantFrom(...bridgeNames), { nil: undefined }),
  })
  .map(({ made, vifs, byDefault }): Readonly<Record<string, string>> => {
    const stanzas = made.map((name) => `auto ${name}\niface ${name} inet manual\n    bridge_ports p${name.length}\n`);
    const strings = vifs.map(([name, form]) => `'${form.replace('NAME', name)}'`);
    return {
      '/etc/network/interfaces': stanzas.join(''),
      '/etc/xen/a.cfg': `name = "a"\nkernel = "/boot/a"\nvif = [ ${strings.join(', ')} ]\n`,
      '/etc/xen/b.cfg': `name = "b"\nkernel = "/boot/b"\nvif = [ ${strings[0]} ]\n`,
      ...(byDefault === undefined ? {} : { '/etc/xen/xl.conf': `vif.default.bridge = "${byDefault}"\n` }),
    };
  });

/** A place in the files where one of the names stands. */
async function somePlace(files: Readonly<Record<string, string>>, pick: number): Promise<Dom0Fixture | undefined> {
  const places = Object.entries(files).flatMap(([path, text]) =>
    [...text.matchAll(/(?<=iface |bridge=|bridge = ")[\w.]+/g)].map(({ index }) => ({ path, index })),
  );
  const place = places[pick % places.length];
  return place && inDom0(files, place.path, place.index);
}

test('renaming there and back gives the first texts', async () => {
  let renamedOnce = 0;
  await fc.assert(
    fc.asyncProperty(someDom0, fc.nat(), async (files, pick) => {
      const before = await somePlace(files, pick);
      if (before === undefined) return;
      const target = prepareRename(before.snapshot, before.file, before.offset);
      const there = target.kind === 'target' ? rename(before, target.name.replace(/^[a-z]+/, 'wan9')) : target;
      if (there.kind !== 'renamed' || target.kind !== 'target') return;
      renamedOnce += 1;
      expect(there.files).not.toEqual(files);
      const path = decodeURIComponent(new URL(before.file).pathname);
      const after = await inDom0(there.files, path, shifted(before, there.edits));
      const back = rename(after, target.name);
      expect(back).toMatchObject({ kind: 'renamed', files });
    }),
    { numRuns: 100 },
  );
  expect(renamedOnce).toBeGreaterThan(20);
});

/** Where the place of the cursor is after the edits. */
function shifted({ file, offset }: Dom0Fixture, edits: Parameters<typeof editedFiles>[1]): number {
  return edits
    .filter((edit) => edit.file === file && edit.span.end <= offset)
    .reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), offset);
}

test('the definition of every reference is that of the place itself, and it has the same references', async () => {
  let looked = 0;
  await fc.assert(
    fc.asyncProperty(someDom0, fc.nat(), async (files, pick) => {
      const here = await somePlace(files, pick);
      if (here === undefined) return;
      const definition = definitionAt(here.snapshot, here.file, here.offset)?.targets;
      const references = referencesAt(here.snapshot, here.file, here.offset, true);
      for (const { file, span } of references) {
        looked += 1;
        const { snapshot } = await inDom0(files, decodeURIComponent(new URL(file).pathname), span.start);
        expect(definitionAt(snapshot, file, span.start)?.targets).toEqual(definition);
        expect(referencesAt(snapshot, file, span.start, true)).toEqual(references);
      }
    }),
    { numRuns: 40 },
  );
  expect(looked).toBeGreaterThan(40);
});
