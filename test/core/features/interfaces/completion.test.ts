import { describe, expect, test } from 'vitest';
import type { CompletionItem } from '../../../../server/src/core/features/answers.ts';
import { completionsAt } from '../../../../server/src/core/features/interfaces/completion.ts';
import { applyEdits } from '../../../../server/src/core/index.ts';
import type { CursorFixture } from '../../../support/cursor.ts';
import { atCursor } from '../../../support/cursor.ts';

async function complete(text: string): Promise<CursorFixture & { readonly items: readonly CompletionItem[] }> {
  const fixture = await atCursor(text);
  return { ...fixture, items: completionsAt(fixture.snapshot, fixture.file, fixture.offset) };
}

/** The text after the item of that label is accepted, the cursor behind it. */
async function accept(text: string, label: string): Promise<string> {
  const { items, snapshot, file } = await complete(text);
  const item = items.find((candidate) => candidate.label === label);
  if (item === undefined) throw new Error(`no ${label} among ${items.map((other) => other.label).join(' ')}`);
  const before = snapshot.host.files.find((candidate) => candidate.file === file)?.tree.text ?? '';
  return applyEdits(before, [{ span: item.span, text: `${item.text}<|>` }]);
}

/** The labels of a kind, in their order. */
async function labels(text: string, kind: CompletionItem['kind']): Promise<readonly string[]> {
  return (await complete(text)).items.filter((item) => item.kind === kind).map((item) => item.label);
}

describe('accepting an item gives', () => {
  test.each([
    ['a keyword in an empty file', '<|>', 'auto', 'auto <|>\n'],
    ['a keyword mid-word', 'if<|>a\n', 'iface', 'iface <|>\n'],
    ['a keyword before its blank', 'if<|> eth0 inet manual\n', 'iface', 'iface<|> eth0 inet manual\n'],
    ['a class', 'allow-<|>\n', 'allow-hotplug', 'allow-hotplug <|>\n'],
    ['a family', 'iface eth0 <|>\n', 'inet6', 'iface eth0 inet6 <|>\n'],
    ['a family before its method', 'iface eth0 in<|> manual\n', 'inet6', 'iface eth0 inet6<|> manual\n'],
    ['a method', 'iface eth0 inet ma<|>\n', 'manual', 'iface eth0 inet manual<|>\n'],
    ['a method mid-word', 'iface eth0 inet st<|>atc\n', 'static', 'iface eth0 inet static<|>\n'],
    [
      'an option on an empty line',
      'iface br0 inet manual\n    <|>\n',
      'bridge_ports',
      'iface br0 inet manual\n    bridge_ports <|>\n',
    ],
    [
      'an option behind blank lines',
      'iface eth0 inet static\n\n\n  add<|>\n',
      'address',
      'iface eth0 inet static\n\n\n  address <|>\n',
    ],
    [
      'an option before its value',
      'iface br0 inet manual\n  bri<|> 0\n',
      'bridge_fd',
      'iface br0 inet manual\n  bridge_fd<|> 0\n',
    ],
    ['a value', 'iface br0 inet manual\n  bridge_stp <|>\n', 'off', 'iface br0 inet manual\n  bridge_stp off<|>\n'],
    [
      'a value mid-word',
      'iface br0 inet manual\n  bridge_stp o<|>nn\n',
      'on',
      'iface br0 inet manual\n  bridge_stp on<|>\n',
    ],
    [
      'a default',
      'iface br0 inet manual\n  bridge_ageing <|>\n',
      '300',
      'iface br0 inet manual\n  bridge_ageing 300<|>\n',
    ],
    [
      'a port on a continued line',
      'iface eth0 inet manual\niface br0 inet manual\n  bridge_ports \\\n   e<|>\n',
      'eth0',
      'iface eth0 inet manual\niface br0 inet manual\n  bridge_ports \\\n   eth0<|>\n',
    ],
    ['a name', 'iface eth0 inet manual\nauto <|>\n', 'eth0', 'iface eth0 inet manual\nauto eth0<|>\n'],
    [
      'a name behind the last line',
      'iface eth0 inet manual\nauto \\\n<|>',
      'eth0',
      'iface eth0 inet manual\nauto \\\neth0<|>\n',
    ],
    ['a stanza behind =', 'iface lan inet dhcp\nauto eth0=l<|>\n', 'lan', 'iface lan inet dhcp\nauto eth0=lan<|>\n'],
    [
      'inherits',
      'iface a inet manual\niface b inet manual <|>\n',
      'inherits',
      'iface a inet manual\niface b inet manual inherits <|>\n',
    ],
    [
      'what it inherits from',
      'iface a inet manual\niface b inherits <|>\n',
      'a',
      'iface a inet manual\niface b inherits a<|>\n',
    ],
    ['a line of a mapping', 'mapping eth0\n  sc<|>\n', 'script', 'mapping eth0\n  script <|>\n'],
    [
      'a target of a mapping',
      'iface home inet dhcp\nmapping eth0\n  script /x\n  map A <|>\n',
      'home',
      'iface home inet dhcp\nmapping eth0\n  script /x\n  map A home<|>\n',
    ],
    ['a path', 'source <|>\n', '/etc/network/interfaces.d/*', 'source /etc/network/interfaces.d/*<|>\n'],
    [
      'a variable',
      'iface br0 inet manual\n  up ip link set $I<|> up\n',
      '$IFACE',
      'iface br0 inet manual\n  up ip link set $IFACE<|> up\n',
    ],
    [
      'a variable in a path',
      'iface br0 inet manual\n  up cat /a/$I<|>/b\n',
      '$IFACE',
      'iface br0 inet manual\n  up cat /a/$IFACE<|>/b\n',
    ],
    ['a comment for Bridgewise', '# bri<|>\n', 'bridgewise-ignore', '# bridgewise-ignore <|>\n'],
    [
      'a rule',
      '# bridgewise-ignore bridge-w<|>\n',
      'bridge-without-ports',
      '# bridgewise-ignore bridge-without-ports: <|>\n',
    ],
    [
      'a rule before its reason',
      '# bridgewise-ignore bri<|>: why\n',
      'bridge-without-ports',
      '# bridgewise-ignore bridge-without-ports<|>: why\n',
    ],
    [
      'the management interface',
      'iface br0 inet dhcp\n# bridgewise-management: <|>\n',
      'br0',
      'iface br0 inet dhcp\n# bridgewise-management: br0<|>\n',
    ],
  ])('%s', async (_, text, label, expected) => {
    expect(await accept(text, label)).toBe(expected);
  });
});

describe('names', () => {
  const host = `
auto lo eth0
iface lo inet loopback
iface eth0 inet manual
iface eth1 inet manual
iface eth1.20 inet manual
iface eth2 inet static
    address 192.0.2.1/24
iface eth2:1 inet static
    address 192.0.2.2/24
iface bond0 inet manual
    bond-slaves eth3 eth4
    bond-mode active-backup
iface br1 inet manual
    bridge_ports eth1.20
`;

  test('of ports: what is declared and free first, what has an address last, what is taken not at all', async () => {
    expect(await labels(`${host}iface br0 inet manual\n    bridge_ports <|>`, 'interface')).toEqual([
      'eth0',
      'eth1',
      'bond0',
      'eth2',
    ]);
  });

  test('of ports: not those of the line, and none that is only being typed', async () => {
    expect(await labels(`${host}iface br0 inet manual\n    bridge_ports eth0 xy<|> eth1`, 'interface')).toEqual([
      'bond0',
      'eth2',
    ]);
  });

  test('of ports: `none` stands alone', async () => {
    expect(await labels(`${host}iface br0 inet manual\n    bridge_ports <|>`, 'value')).toContain('none');
    expect(await labels(`${host}iface br0 inet manual\n    bridge_ports eth0 <|>`, 'value')).not.toContain('none');
  });

  test('of ports: no names among regular expressions', async () => {
    expect(await labels(`${host}iface br0 inet manual\n    bridge_ports regex <|>`, 'interface')).toEqual([]);
  });

  test('of ports: `none` has nothing behind it, and switches do not follow names', async () => {
    expect((await complete(`${host}iface br0 inet manual\n    bridge_ports none <|>`)).items).toEqual([]);
    expect(await labels(`${host}iface br0 inet manual\n    bridge_ports <|>`, 'value')).toEqual([
      'none',
      'all',
      'regex',
    ]);
    expect(await labels(`${host}iface br0 inet manual\n    bridge_ports <|> eth0`, 'value')).toEqual(['all', 'regex']);
    expect(await labels(`${host}iface br0 inet manual\n    bridge_ports eth0 <|>`, 'value')).toEqual([]);
    expect(await labels(`${host}iface br0 inet manual\n    bridge_ports regex <|>`, 'value')).toEqual([]);
    expect(await labels(`${host}iface br0 inet manual\n    bridge_ports regex vif.* <|>`, 'value')).toEqual([
      'noregex',
    ]);
  });

  test('of raw devices: no VLAN, no alias, no slave', async () => {
    expect(await labels(`${host}iface vlan7 inet manual\n    vlan-raw-device <|>`, 'interface')).toEqual([
      'eth0',
      'eth1',
      'eth2',
      'bond0',
      'br1',
    ]);
  });

  test('of slaves: no VLAN, no bond, no slave of another bond', async () => {
    expect(await labels(`${host}iface bond1 inet manual\n    bond-slaves <|>`, 'interface')).toEqual([
      'eth0',
      'eth1',
      'eth2',
    ]);
  });

  test('of ports of the bridge itself, for its costs', async () => {
    expect(await labels(`${host}    bridge_pathcost <|>`, 'interface')).toEqual(['eth1.20']);
    expect(await labels(`${host}    bridge_pathcost eth1.20 <|>`, 'interface')).toEqual([]);
  });

  test('for auto: what is declared and not brought up yet first', async () => {
    const found = await labels(`${host}auto <|>`, 'interface');
    expect(found.slice(0, 2)).toEqual(['eth1', 'eth1.20']);
    expect(found.slice(-2)).toEqual(['lo', 'eth0']);
    expect(found).not.toContain('eth3');
  });

  test('for iface: what waits for a stanza first', async () => {
    expect(
      await labels(
        'auto br0 eth0\niface eth0 inet manual\niface br1 inet manual\n  bridge_ports eth1\niface <|>',
        'interface',
      ),
    ).toEqual(['br0', 'eth1', 'eth0', 'br1']);
  });

  test('for iface: not the loopback interface once more', async () => {
    const text = 'auto lo\niface lo inet loopback\niface eth0 inet manual\niface <|>';
    expect(await labels(text, 'interface')).toEqual(['eth0']);
    expect(await labels('auto lo\niface <|>', 'interface')).toEqual(['lo']);
  });

  test('for inherits: earlier stanzas of the family', async () => {
    const text = 'iface a inet manual\niface b inet6 manual\niface c inet inherits <|>\niface d inet manual\n';
    expect(await labels(text, 'interface')).toEqual(['a']);
  });

  test('over the files of a host', async () => {
    const text = 'source interfaces.d/*\nauto <|>\n# file: /etc/network/interfaces.d/a\niface eth7 inet manual\n';
    expect(await labels(text, 'interface')).toEqual(['eth7']);
  });
});

describe('values', () => {
  test.each([
    ['the first host address', 'inet static\n  address 192.0.2.130/25', ['192.0.2.129', '192.0.2.254']],
    ['not the own address', 'inet static\n  address 192.0.2.1/24', ['192.0.2.254']],
    ['by a netmask', 'inet static\n  address 10.1.2.3\n  netmask 255.255.0.0', ['10.1.0.1', '10.1.255.254']],
    ['of two addresses the other one', 'inet static\n  address 192.0.2.6/31', ['192.0.2.7']],
    ['of IPv6', 'inet6 static\n  address 2001:db8:0:5::17/64', ['2001:db8:0:5::1']],
    ['of IPv6, not the own address', 'inet6 static\n  address 2001:0db8::1/64', []],
    ['none without a prefix', 'inet static\n  address 192.0.2.5', []],
    ['none in a network of one', 'inet static\n  address 192.0.2.5/32', []],
  ])('of gateway: %s', async (_, lines, expected) => {
    expect(await labels(`iface eth0 ${lines}\n  gateway <|>\n`, 'value')).toEqual(expected);
  });

  test('of mtu: the two usual sizes', async () => {
    expect(await labels('iface eth0 inet static\n  mtu <|>\n', 'value')).toEqual(['1500', '9000']);
  });

  test('of bond-mode, in either spelling: the modes of the kernel', async () => {
    const modes = await labels('iface bond0 inet manual\n  bond-mode <|>\n', 'value');
    expect(modes).toHaveLength(7);
    expect(modes.slice(0, 2)).toEqual(['active-backup', '802.3ad']);
    expect(await labels('iface bond0 inet manual\n  bond_mode <|>\n', 'value')).toEqual(modes);
    expect(await labels('iface bond0 inet manual\n  bond-mode 802.3ad <|>\n', 'value')).toEqual([]);
  });
});

describe('options', () => {
  test('those of the method, what it requires first', async () => {
    const found = await labels('iface eth0 inet static\n  <|>', 'option');
    expect(found[0]).toBe('address');
    expect(found).toContain('gateway');
    expect(await labels('iface eth0 inet dhcp\n  <|>', 'option')).not.toContain('address');
  });

  test('of a bridge: its ports first', async () => {
    expect((await labels('iface br0 inet manual\n  <|>', 'option')).slice(0, 2)).toEqual([
      'bridge_ports',
      'bridge_ageing',
    ]);
  });

  test('not what is there already, in any spelling, unless it may be repeated', async () => {
    const found = await labels(
      'iface br0 inet static\n  <|>\n  address 192.0.2.1/24\n  bridge-fd 0\n  up true\n',
      'option',
    );
    expect(found).not.toContain('address');
    expect(found).not.toContain('bridge_fd');
    expect(found).toContain('up');
  });

  test('the one that is being typed over', async () => {
    expect(await labels('iface eth0 inet static\n  addr<|>ess 192.0.2.1/24\n', 'option')).toContain('address');
  });

  test('names that other packages read', async () => {
    const item = (await complete('iface bond0 inet manual\n  <|>')).items.find(({ label }) => label === 'bond-mode');
    expect(item?.detail).toContain('ifenslave');
  });

  test('deprecated ones are marked, and last of their package', async () => {
    const { items } = await complete('iface eth0 inet static\n  <|>');
    expect(items.filter((item) => item.deprecated).map((item) => item.label)).toEqual([
      'netmask',
      'broadcast',
      'bridge_gcint',
    ]);
  });

  test('in column 0 a new statement is likelier', async () => {
    const { items } = await complete('iface eth0 inet static\n<|>\n');
    expect(items[0]?.label).toBe('auto');
    expect(items.map((item) => item.label)).toContain('address');
  });

  test('spelt with hyphens for ifupdown2', async () => {
    expect(await labels('auto br0\niface br0\n  bridge-vids 2\n  <|>', 'option')).toContain('bridge-ports');
  });

  test('none where none may stand', async () => {
    expect(await labels('auto eth0\n<|>', 'option')).toEqual([]);
    expect(await labels('iface eth0 inet manual\nsource x\n  <|>', 'option')).toEqual([]);
    expect(await labels('mapping eth0\n  script /x\n  <|>', 'option')).toEqual([]);
    expect(await labels('mapping eth0\n  script /x\n  <|>', 'keyword')).not.toContain('script');
  });
});

test('the rule that finds something below comes first', async () => {
  const text = 'auto br0\n# bridgewise-ignore <|>\niface br0 inet manual\n  bridge_fd 0\n';
  expect((await labels(text, 'rule'))[0]).toBe('bridge-without-ports');
});

test('classes that the host has, and its Open vSwitch bridges', async () => {
  const found = await labels('allow-<|>\nallow-late eth0\niface ovs0 inet manual\n  ovs_type OVSBridge\n', 'class');
  expect(found).toEqual(['allow-hotplug', 'allow-auto', 'allow-ovs', 'allow-late', 'allow-ovs0']);
});

test('the line that keeps IPv6 off a bridge, once', async () => {
  const text = 'iface br0 inet manual\n  bridge_ports none\n  up <|>\n';
  const after = (await accept(text, 'keep IPv6 off this interface')).replace('<|>', '');
  expect(after).toContain('  up f=/proc/sys/net/ipv6/conf/$IFACE/disable_ipv6;');
  expect(await labels(`${after}  up <|>\n`, 'value')).toEqual([]);
});

test('everything offered is documented or says what it is', async () => {
  const places = [
    '<|>',
    'iface a inet manual\n  <|>',
    'iface a <|>',
    'iface a inet <|>',
    'iface a inet manual\nauto <|>',
    '#<|>',
  ];
  for (const text of places) {
    const { items } = await complete(text);
    expect(items).not.toEqual([]);
    for (const item of items) expect(item.documentation ?? item.detail, item.label).toBeTruthy();
  }
});

test('nothing for a word that begins in the line before', async () => {
  expect((await complete('iface eth0 inet man\\\nu<|>\n')).items).toEqual([]);
});

test('nothing in plain comments, behind a NUL, or where any word goes', async () => {
  expect((await complete('# plain words <|>')).items).toEqual([]);
  expect((await complete('auto eth0\0 <|>')).items).toEqual([]);
  expect((await complete('iface eth0 inet manual\n  description my <|>')).items).toEqual([]);
});

test('between a lone backslash and the end of its line', async () => {
  expect((await complete('\\<|>\n')).items[0]?.span).toEqual({ start: 0, end: 1 });
});
