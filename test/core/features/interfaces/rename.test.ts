import { describe, expect, test } from 'vitest';
import { prepareRename, renameAt } from '../../../../server/src/core/features/interfaces/rename.ts';
import { applyEdits, memoryFile } from '../../../../server/src/core/index.ts';
import { atCursor, textAt } from '../../../support/cursor.ts';

interface Renamed {
  readonly files: Readonly<Record<string, string>>;
  readonly unsure: readonly string[];
}

/** The files afterwards and the places left in doubt, or why nothing happens. */
async function rename(text: string, to: string): Promise<Renamed | string> {
  const fixture = await atCursor(text);
  const result = renameAt(fixture.snapshot, fixture.file, fixture.offset, to);
  if (result.kind === 'refused') return result.reason;
  const files = Object.fromEntries(
    Object.entries(fixture.files).map(([path, before]) => [
      path,
      applyEdits(
        before,
        result.edits.filter((edit) => edit.file === memoryFile(path)),
      ),
    ]),
  );
  const unsure = result.unsure.map(({ location, reason }) => {
    const before = fixture.snapshot.host.files.find(({ file }) => file === location.file)?.tree.text ?? '';
    return `${before.slice(location.span.start, location.span.end)}: ${reason}`;
  });
  return { files, unsure };
}

test('renames over two files, VLANs, aliases, raw devices and words in commands with it', async () => {
  const text = `source interfaces.d/*
auto eth0 br0
iface eth<|>0 inet manual
    up ethtool -K eth0 tso off
iface eth0:1 inet static
    address 192.0.2.1/24
iface vlan7 inet manual
    vlan-raw-device eth0
# file: /etc/network/interfaces.d/br0
iface br0 inet manual
    bridge_ports eth0.10
`;
  const plain = text.replace('<|>', '');
  const [main = '', other = ''] = plain.split('# file: /etc/network/interfaces.d/br0\n');
  expect(await rename(text, 'lan')).toEqual({
    files: {
      '/etc/network/interfaces': main.replaceAll('eth0', 'lan'),
      '/etc/network/interfaces.d/br0': other.replaceAll('eth0', 'lan'),
    },
    unsure: [],
  });
});

test('at a VLAN it renames the VLAN alone', async () => {
  const result = await rename('iface eth0 inet manual\niface eth0.<|>10 inet manual\n', 'eth1.10');
  expect(result).toMatchObject({
    files: { '/etc/network/interfaces': 'iface eth0 inet manual\niface eth1.10 inet manual\n' },
  });
});

test('a name for itself changes nothing', async () => {
  const text = 'iface eth0 inet manual\n';
  expect(await rename(text.replace('eth0', 'eth0<|>'), 'eth0')).toEqual({
    files: { '/etc/network/interfaces': text },
    unsure: [],
  });
});

test('says where it cannot know', async () => {
  const text = `
source /etc/network/missing
auto /eth*
iface eth<|>0 inet manual
mapping eth*
    script /usr/local/sbin/choose
iface br0 inet manual
    bridge_ports regex eth[0-9]
    up for i in 0 1; do ip link set eth$i up; done
    x-note eth0,eth1
`;
  expect(await rename(text, 'lan')).toMatchObject({
    unsure: [
      '/eth*: This pattern matches eth0; the new name may be none of it.',
      'eth*: This pattern matches eth0; the new name may be none of it.',
      'eth[0-9]: Which ports br0 takes depends on their names; eth0 may be one of them.',
      'script /usr/local/sbin/choose: This script is asked about eth0, and may know it by that name.',
      'eth$i: The shell builds a name here, which may be eth0.',
      'source /etc/network/missing: What this line reads is not at hand, and may name the interface.',
      'eth0: "eth0" stands here, but maybe not for the interface.',
    ],
  });
});

test('the stock folder that is not there is no doubt', async () => {
  expect(await rename('source /etc/network/interfaces.d/*\niface eth<|>0 inet manual\n', 'lan')).toMatchObject({
    unsure: [],
  });
});

describe('refuses', () => {
  const host =
    'iface eth0<|> inet manual\niface eth0.1000 inet manual\niface eth0:1 inet manual\nauto taken wan.1000\n';

  test.each([
    ['a long name', 'abcdefghijklmnop', 'abcdefghijklmnop has 16 characters; the kernel takes 15 at most.'],
    [
      'a long name of what lives on it',
      'abcdefghijkl',
      'abcdefghijkl.1000 has 17 characters; the kernel takes 15 at most.',
    ],
    ['a taken name', 'taken', 'taken is already a name in this host.'],
    ['a taken name of what lives on it', 'wan', 'wan.1000 is already a name in this host.'],
    ['an empty name', '', 'An interface needs a name.'],
    [
      'a name of two words',
      'a b',
      'The name of an interface cannot hold a blank: letters, digits and . _ - + @ are safe in every command.',
    ],
    [
      'a quote',
      'a"b',
      'The name of an interface cannot hold a quote: letters, digits and . _ - + @ are safe in every command.',
    ],
    [
      'a slash',
      'a/b',
      'The name of an interface cannot hold "/": letters, digits and . _ - + @ are safe in every command.',
    ],
    [
      'a number sign',
      '#a',
      'The name of an interface cannot hold "#": letters, digits and . _ - + @ are safe in every command.',
    ],
    ['..', '..', '".." has a meaning of its own and cannot name an interface.'],
    ['none', 'none', '"none" has a meaning of its own and cannot name an interface.'],
    ['an option', '-a', 'Commands would take "-a" for an option.'],
    ['a VLAN', 'lan.5', 'ifupdown would take lan.5 for a VLAN on lan.'],
    ['an alias', 'lan:5', 'ifupdown would take lan:5 for a further address of lan.'],
  ])('%s', async (_, to, reason) => {
    expect(await rename(host, to)).toBe(reason);
  });

  test('to make a VLAN or an alias something else', async () => {
    expect(await rename('iface eth0.<|>10 inet manual\n', 'mgmt')).toBe(
      'eth0.10 is a VLAN by its name; no VLAN would be made under the name mgmt.',
    );
    expect(await rename('iface eth0:<|>1 inet manual\n', 'mgmt')).toBe(
      'eth0:1 is a further address of eth0; mgmt would be a device of its own.',
    );
  });

  test.each([
    ['iface l<|>o inet loopback\n', 'lo is the loopback interface of the kernel; it has no other name.'],
    ['ifa<|>ce eth0 inet manual\n', 'Only names of interfaces can be renamed.'],
    ['iface eth0 inet manual\n  mt<|>u 9000\n', 'Only names of interfaces can be renamed.'],
    [
      'iface et\\\nh<|>0 inet manual\n',
      'This name is cut by the end of its line, or longer than what ifupdown reads of it.',
    ],
  ])('at %j', async (text, reason) => {
    expect(await rename(text, 'lan')).toBe(reason);
  });
});

test('a bridge with a dotted name may lose its dot', async () => {
  expect(await rename('iface xenbr0<|>.10 inet manual\n  bridge_ports eth0.10\n', 'xenbr0v10')).toMatchObject({
    files: { '/etc/network/interfaces': 'iface xenbr0v10 inet manual\n  bridge_ports eth0.10\n' },
  });
});

test('a stanza that only a mapping uses may have a name too long for the kernel', async () => {
  const text = 'auto eth0=la<|>n\niface lan inet dhcp\n';
  expect(await rename(text, 'configuration-at-home')).toMatchObject({
    files: { '/etc/network/interfaces': 'auto eth0=configuration-at-home\niface configuration-at-home inet dhcp\n' },
  });
});

test('what is renamed is shown first', async () => {
  const fixture = await atCursor('auto eth0=la<|>n\n');
  const target = prepareRename(fixture.snapshot, fixture.file, fixture.offset);
  expect(target).toMatchObject({ kind: 'target', name: 'lan' });
  if (target.kind === 'target') expect(textAt(fixture, target.span)).toBe('lan');
});
