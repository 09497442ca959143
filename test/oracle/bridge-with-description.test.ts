import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/core/index.ts';
import { checkFiles, mainPath } from '../support/fixture.ts';
import { askOracle, HAS_NAMESPACES } from '../support/oracle.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bridgewise-description-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const showAlias = 'up echo alias $(cat /sys/class/net/$IFACE/ifalias)';

/** Brings a file up for real, and says whether br0 came up as a bridge and what ifup printed. */
function bringUp(text: string): { readonly exit: number; readonly output: readonly string[]; readonly kind: unknown } {
  const file = join(folder, 'interfaces');
  writeFileSync(file, text);
  const report = JSON.parse(askOracle('ifup-ns', [file]).stdout) as {
    readonly ifup: { readonly exit: number; readonly output: readonly string[] };
    readonly interfaces: Readonly<Record<string, { readonly kind?: unknown }>>;
  };
  return { ...report.ifup, kind: report.interfaces['br0']?.kind };
}

const skipped = {
  exit: 0,
  kind: null,
  output: expect.arrayContaining([expect.stringContaining('ignoring unknown interface br0')]),
};

describe.skipIf(!HAS_NAMESPACES)('a description on a bridge, brought up for real', () => {
  const stanza = ['auto br0', 'iface br0 inet manual', 'bridge_ports eth0', 'bridge_maxwait 0'];

  test('no bridge is made; with the fix it is, and shows the text', async () => {
    const text = [...stanza, "description the guests' LAN", showAlias, ''].join('\n');
    expect(bringUp(text)).toMatchObject(skipped);
    const { findings } = await checkFiles({ [mainPath]: text });
    const fix = findings.find(({ rule }) => rule === 'bridge-with-description')?.fixes[0];
    expect(bringUp(applyEdits(text, fix?.edits ?? []))).toMatchObject({
      exit: 0,
      kind: 'bridge',
      output: expect.arrayContaining(["alias the guests' LAN"]),
    });
  });

  test('a pre-up command that makes the bridge comes too late', () => {
    const text = 'auto br0\niface br0 inet manual\npre-up ip link add $IFACE type bridge\ndescription guests\n';
    expect(bringUp(text)).toMatchObject(skipped);
  });

  test('where another stanza has made it, and in a second stanza, it does no harm', () => {
    const made = 'auto eth1\niface eth1 inet manual\nup ip link add br0 type bridge\n';
    expect(bringUp(`${made}${[...stanza, 'description guests', ''].join('\n')}`)).toMatchObject({ kind: 'bridge' });
    const second = ['iface br0 inet6 manual', 'bridge_ports eth0', 'bridge_maxwait 0', 'description guests', ''];
    expect(bringUp([...stanza, ...second].join('\n'))).toMatchObject({ kind: 'bridge' });
  });
});
