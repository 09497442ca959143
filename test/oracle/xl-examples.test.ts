import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { askIfquery } from '../support/ifquery.ts';
import { HAS_ORACLES } from '../support/oracle.ts';
import { ROOT } from '../support/project-files.ts';
import type { DryRun } from '../support/xen.ts';
import { dryRun, HAS_XEN } from '../support/xen.ts';

const folder = join(ROOT, 'examples/etc/xen');
const files = readdirSync(folder).filter((name) => name.endsWith('.cfg'));

/** What there may be only once on a host, and what is to be there: as xl reads it. */
interface Domain {
  readonly c_info: { readonly name: string };
  readonly disks: readonly { readonly pdev_path: string; readonly vdev: string }[];
  readonly nics: readonly { readonly mac: string; readonly ip: string; readonly bridge: string }[];
}

describe.skipIf(!HAS_XEN)('xl accepts the domUs of the example host', () => {
  let answers: readonly DryRun[] = [];
  beforeAll(async () => {
    answers = await dryRun(files.map((name) => readFileSync(join(folder, name))));
  });
  const domains = (): readonly Domain[] => answers.map(({ output }) => JSON.parse(output) as Domain);

  test.each(files)('%s', (name) => {
    const answer = answers[files.indexOf(name)];
    expect(answer).toMatchObject({ exit: 0, messages: [] });
    expect(`${(JSON.parse(answer?.output ?? '') as Domain).c_info.name}.cfg`).toBe(name);
  });

  test('web and shop are in the DMZ, database and mail in the LAN', () => {
    const places = domains().map(({ c_info: { name }, nics }) => [name, nics.map(({ bridge }) => bridge).join()]);
    expect(Object.fromEntries(places)).toEqual({
      web: 'xenbr0.10',
      shop: 'xenbr0.20',
      database: 'xenbr1.40',
      mail: 'xenbr1.40',
    });
  });

  test('every bridge that a domU is on is one of the dom0, and no address of the dom0 is on it', () => {
    const interfaces = readFileSync(join(ROOT, 'examples/etc/network/interfaces'), 'utf8');
    const bridges = new Set(domains().flatMap(({ nics }) => nics.map(({ bridge }) => bridge)));
    for (const bridge of bridges)
      expect(interfaces).toContain(`auto ${bridge}\niface ${bridge} inet manual\n   bridge_ports `);
  });

  test('no two share a disk, a MAC address or an IP address', () => {
    const shared = domains().flatMap(({ disks, nics }) => [
      ...disks.map(({ pdev_path }) => pdev_path),
      ...nics.flatMap(({ mac, ip }) => [mac, ip]),
    ]);
    expect(shared).toHaveLength(18);
    expect(new Set(shared).size).toBe(shared.length);
  });

  test('one has a volume each for /, /home, /tmp and /var/lib/mysql', () => {
    const shop = domains()[files.indexOf('shop.cfg')];
    expect(shop?.disks.map(({ pdev_path, vdev }) => `${vdev} ${pdev_path}`)).toEqual([
      'xvda /dev/vg0/shop-root',
      'xvdb /dev/vg0/shop-home',
      'xvdc /dev/vg0/shop-tmp',
      'xvdd /dev/vg0/shop-mysql',
    ]);
  });
});

describe.skipIf(!HAS_XEN)('of the faulty example host', () => {
  const faulty = join(ROOT, 'examples/faulty/etc/xen');
  const paths = readdirSync(faulty, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.cfg'));

  test('xl refuses mail.cfg alone: its other faults nobody tells', async () => {
    const told = await dryRun(paths.map((path) => readFileSync(join(faulty, path))));
    expect(paths.filter((_, at) => told[at]?.exit !== 0)).toEqual(['mail.cfg']);
  });
});

test.skipIf(!HAS_ORACLES)(
  'ifquery refuses the interfaces file of the faulty host for its last word alone',
  async () => {
    const text = readFileSync(join(ROOT, 'examples/faulty/etc/network/interfaces'), 'utf8');
    const [refused, accepted] = await askIfquery([{ text }, { text: text.replace(/statc/, 'static') }]);
    expect(refused).toMatchObject({ exit: 1, output: '' });
    expect(refused?.messages.join()).toMatch(/interfaces:70: unknown or no method/);
    expect(accepted).toMatchObject({ exit: 0, messages: [] });
  },
);
