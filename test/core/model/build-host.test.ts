import { describe, expect, test } from 'vitest';
import type { HostModel } from '../../../server/src/core/index.ts';
import type { Interface, Stanza } from '../../../server/src/core/model/host.ts';
import { checkFiles, mainPath } from '../../support/fixture.ts';

async function hostOf(text: string): Promise<HostModel> {
  return (await checkFiles({ [mainPath]: text }, { dialect: 'ifupdown' })).host;
}

async function interfaceOf(name: string, text: string): Promise<Interface> {
  const link = (await hostOf(text)).interfaces.get(name);
  if (link === undefined) throw new Error(`no ${name}`);
  return link;
}

async function stanzaOf(name: string, text: string): Promise<Stanza> {
  const stanza = (await hostOf(text)).stanzas.findLast((candidate) => candidate.name === name);
  if (stanza === undefined) throw new Error(`no stanza ${name}`);
  return stanza;
}

function optionsOf(stanza: Stanza): readonly string[] {
  return stanza.options.map((option) => `${option.name} ${option.value.text}`);
}

describe('a stanza', () => {
  test('inherits options, and what its line does not say', async () => {
    const text = 'iface a inet static\n  mtu 1500\n  up x\niface b inherits a\n  mtu 9000\n';
    const stanza = await stanzaOf('b', text);
    expect([stanza.family, stanza.method, stanza.parent?.name]).toEqual(['inet', 'static', 'a']);
    expect(optionsOf(stanza)).toEqual(['mtu 1500', 'up x', 'mtu 9000']);
  });

  test('inherits from the first earlier stanza of that name, in the family asked for', async () => {
    const base = 'iface a inet manual\n  mtu 1\niface a inet manual\n  mtu 2\niface a inet6 manual\n  mtu 6\n';
    expect(optionsOf(await stanzaOf('b', `${base}iface b inherits a\n`))).toEqual(['mtu 1']);
    expect(optionsOf(await stanzaOf('b', `${base}iface b inet6 inherits a\n`))).toEqual(['mtu 6']);
    expect((await stanzaOf('b', `iface b inherits a\n${base}`)).parent).toBeUndefined();
  });

  test('has an option with `?` only where it is not set', async () => {
    const text = 'iface a inet manual\n  mtu 1500\n  mtu? 9000\n  metric? 1\n  metric? 2\n  post-up x\n  up? y\n';
    expect(optionsOf(await stanzaOf('a', text))).toEqual(['mtu 1500', 'metric 1', 'post-up x']);
  });

  test('has no option without a value', async () => {
    expect(optionsOf(await stanzaOf('a', 'iface a inet manual\n  up\n  mtu 1500\n'))).toEqual(['mtu 1500']);
  });

  test('knows the name by which hooks read an option', async () => {
    const { options } = await stanzaOf(
      'a',
      'iface a inet manual\n  bridge-ports x\n  BRIDGE_PORTS y\n  bridge_po.rts z\n',
    );
    expect(new Set(options.map((option) => option.canonical))).toEqual(new Set(['bridge_ports']));
  });
});

describe('a bridge', () => {
  const portsOf = async (...lines: readonly string[]): Promise<readonly string[] | undefined> => {
    const { bridge } = await interfaceOf('br0', ['iface br0 inet manual', ...lines].join('\n  ').concat('\n'));
    return bridge && [...bridge.ports.map((port) => port.name), ...(bridge.takesUnnamedPorts ? ['…'] : [])];
  };

  test.each<[readonly string[], readonly string[] | undefined]>([
    [[], undefined],
    [['bridge_stp off'], undefined],
    [['bridge_ports none'], []],
    [['bridge_ports eth0 eth1'], ['eth0', 'eth1']],
    [['bridge-ports eth0'], ['eth0']],
    [
      ['bridge_ports eth0', 'bridge_ports eth1'],
      ['eth0', 'eth1'],
    ],
    [['bridge_ports eth0', 'bridge-ports eth1'], ['eth1']],
    [['bridge_ports none eth0'], ['none', 'eth0']],
    [['bridge_ports all'], ['…']],
    [['bridge_ports eth0 regex eth.* noregex eth9'], ['eth0', 'eth9', '…']],
    [['bridge_ports regex eth.* em.*'], ['…']],
    [['bridge_ports \\\n  eth0'], ['eth0']],
  ])('of %j has the ports %j', async (lines, ports) => {
    expect(await portsOf(...lines)).toEqual(ports);
  });

  test('is made by all stanzas of its name, and its ports know it', async () => {
    const text =
      'iface br0 inet manual\n  bridge_ports a\niface br0 inet6 auto\n  bridge_ports b\niface a inet manual\n';
    expect((await interfaceOf('br0', text)).bridge?.ports.map((port) => port.name)).toEqual(['a', 'b']);
    expect((await interfaceOf('a', text)).portOf.map((port) => port.stanza.name)).toEqual(['br0']);
    expect((await interfaceOf('b', text)).stanzas).toEqual([]);
  });
});

describe('a VLAN', () => {
  test.each<[string, string, unknown]>([
    ['eth0.10', 'iface eth0.10 inet manual\n', { rawDevice: 'eth0', id: 10 }],
    ['eth0.0010', 'iface eth0.0010 inet manual\n', { rawDevice: 'eth0', id: 10 }],
    ['a.b.7', 'iface a.b.7 inet manual\n', { rawDevice: 'a.b', id: 7 }],
    ['vlan10', 'iface vlan10 inet manual\n  vlan-raw-device eth0\n', { rawDevice: 'eth0', id: 10 }],
    ['eth0.40', 'iface eth0.40 inet manual\n  vlan_raw_device eth1\n', { rawDevice: 'eth0', id: 40 }],
    ['vlan10', 'iface vlan10 inet manual\n', undefined],
    ['eth0.x', 'iface eth0.x inet manual\n', undefined],
  ])('%s', async (name, text, vlan) => {
    expect((await interfaceOf(name, text)).vlan).toEqual(vlan);
  });

  test('a bridge with a dot in its name is none', async () => {
    const link = await interfaceOf('xenbr0.10', 'iface xenbr0.10 inet manual\n  bridge_ports eth0.10\n');
    expect(link.vlan).toBeUndefined();
    expect(link.bridge).toBeDefined();
  });
});

test('marks: classes, logical names, patterns, and those inside a stanza', async () => {
  const host = await hostOf('auto a b=c /eth*\nallow-hotplug d\niface e inet manual\n  auto\nno-scripts f\n');
  expect(
    host.marks.map(({ kind, class: name, name: link, logical, isPattern }) => [kind, name, link, logical, isPattern]),
  ).toEqual([
    ['auto', 'auto', 'a', 'a', false],
    ['auto', 'auto', 'b', 'c', false],
    ['auto', 'auto', '/eth*', '/eth*', true],
    ['allow', 'hotplug', 'd', 'd', false],
    ['auto', 'auto', 'e', 'e', false],
    ['no-scripts', undefined, 'f', 'f', false],
  ]);
});

test('every place of a name is found', async () => {
  const text = [
    'auto eth0',
    'iface eth0 inet manual',
    'iface br0 inet static',
    '  bridge_ports eth0',
    '  bridge_pathcost eth0 100',
    '  up ip link set eth0 up; echo eth01 xeth0 eth0.5',
    'iface vlan7 inet manual',
    '  vlan-raw-device eth0',
    'mapping eth0',
    '  map x eth0',
    'rename eth0=lan',
    '# bridgewise-management: eth0',
    '',
  ].join('\n');
  const { uses } = await interfaceOf('eth0', text);
  expect(uses.map(({ role, location: { span } }) => [role, text.slice(span.start, span.end)])).toEqual(
    ['iface', 'bridge-port', 'option', 'raw-device', 'auto', 'rename', 'mapping', 'map-target', 'comment', 'hook'].map(
      (role) => [role, 'eth0'],
    ),
  );
});

test('a bridge named xenbr tells of Xen', async () => {
  expect((await hostOf('iface xenbr0 inet manual\n')).isXenHost).toBe(true);
  expect((await hostOf('iface br0 inet manual\n')).isXenHost).toBe(false);
});

test('directives are read from comments, with their places', async () => {
  const text = '#bridgewise-management:  br0 \n  # bridgewise-ignore rule: why not\n# bridgewise\n';
  const { directives } = await hostOf(`${text}auto lo\n`);
  expect(
    directives.map(({ name, argument, argumentSpan }) => [
      name,
      argument,
      text.slice(argumentSpan.start, argumentSpan.end),
    ]),
  ).toEqual([
    ['management', 'br0', 'br0'],
    ['ignore', 'rule: why not', 'rule: why not'],
  ]);
});
