import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consequenceOfComment } from '../../server/src/core/model/comment-consequences.ts';
import { findOption } from '../../server/src/core/schema/interfaces/index.ts';
import { checkFiles, mainPath } from '../support/fixture.ts';
import { askOracle, HAS_NAMESPACES } from '../support/oracle.ts';

let file = '';
beforeAll(() => {
  file = join(mkdtempSync(join(tmpdir(), 'bridgewise-comments-')), 'interfaces');
});
afterAll(() => rmSync(join(file, '..'), { recursive: true }));

const inet = 'iface eth0 inet static\n address 192.0.2.2/24\n';
const inet6 = 'iface eth0 inet6 static\n address 2001:db8::2/64\n';
const manual = 'iface eth0 inet manual\n';
const bridge = 'iface eth0 inet manual\n bridge_ports eth1\n bridge_maxwait 0\n';

/** A stanza, and an option that is added with a comment behind it. Where the option is there already it is replaced. */
const cases: readonly (readonly [stanza: string, option: string])[] = [
  [inet, 'address 192.0.2.2/24'],
  [inet, 'address 192.0.2.2'],
  [inet, 'netmask 255.255.255.0'],
  [inet, 'broadcast 192.0.2.255'],
  [inet, 'pointopoint 192.0.2.1'],
  [inet, 'scope link'],
  [inet, 'mtu 1400'],
  [inet, 'hwaddress 02:00:00:00:00:09'],
  [inet, 'hwaddress random'],
  [inet, 'gateway 192.0.2.1'],
  [inet6, 'address 2001:db8::2/64'],
  [inet6, 'netmask 64'],
  [inet6, 'scope link'],
  [inet6, 'mtu 1400'],
  [inet6, 'hwaddress 02:00:00:00:00:09'],
  [inet6, 'gateway 2001:db8::1'],
  [inet6, 'accept_ra 0'],
  [inet6, 'privext 0'],
  [inet6, 'dad-attempts 5'],
  [inet6, 'dad-interval 0.1'],
  [manual, 'mtu 1400'],
  [manual, 'hwaddress 02:00:00:00:00:09'],
  [manual, 'hwaddress random'],
  [bridge, 'bridge_ports eth1'],
  [bridge, 'bridge_fd 0'],
  [bridge, 'bridge_stp off'],
  [bridge, 'bridge_maxwait 0'],
];

interface BringUp {
  readonly ifup: { readonly exit: number };
  readonly interfaces: Readonly<Record<string, { readonly up: boolean }>>;
}

describe.skipIf(!HAS_NAMESPACES)('a comment behind a value does to a real bring-up what we say', () => {
  test.each(cases)('%s %s # x', async (stanza, option) => {
    const name = option.split(' ', 1)[0] ?? '';
    const others = stanza.split('\n').filter((line) => line !== '' && !line.startsWith(` ${name} `));
    const text = `${['auto eth0', ...others, ` ${option} # x`].join('\n')}\n`;
    writeFileSync(file, text);
    const { ifup, interfaces } = JSON.parse(askOracle('ifup-ns', ['--timeout', '30', file]).stdout) as BringUp;
    const { host } = await checkFiles({ [mainPath]: text }, { dialect: 'ifupdown' });
    const [known] = host.stanzas;
    if (known === undefined) throw new Error('no stanza');
    const doc = findOption(name, known.family, known.method);
    const consequence = consequenceOfComment(known, name, doc, option.split(' ')[1] ?? '');
    expect(ifup.exit).toBe(consequence === 'fails' ? 1 : 0);
    if (consequence !== 'fails') expect(interfaces['eth0']?.up).toBe(consequence !== 'down');
  });
});
