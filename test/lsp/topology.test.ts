import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PictureElement, PicturePart } from '../../server/src/core/index.ts';
import type { TopologyAnswer } from '../../server/src/lsp/messages.ts';
import { exportTopologyRequest, topologyRequest } from '../../server/src/lsp/messages.ts';
import { temporaryFolder } from '../support/cli.ts';
import type { Editor } from '../support/language-server.ts';
import { fileUri, startEditor } from '../support/language-server.ts';

const interfaces = 'auto dmz\niface dmz inet manual\n    bridge_ports eth0\n';
const domU = (name: string): string => `name = "${name}"\nkernel = "/boot/vmlinuz"\nvif = [ 'bridge=dmz' ]\n`;

interface Site {
  readonly editor: Editor;
  readonly uri: (path: string) => string;
}

async function startSite(domUs: readonly string[]): Promise<Site> {
  const folder = temporaryFolder({
    'alpha/etc/network/interfaces': interfaces,
    ...Object.fromEntries(domUs.map((name) => [`alpha/etc/xen/${name}.cfg`, domU(name)])),
    'notes.txt': 'nothing',
  });
  return { editor: await startEditor(), uri: (path) => fileUri(join(folder, path)) };
}

function topologyIn({ editor, uri }: Site, path: string, expanded: readonly string[] = []) {
  return editor.request<TopologyAnswer | null>(topologyRequest.method, { uri: uri(path), expanded });
}

function nodesIn(part: PicturePart): readonly PictureElement[] {
  if (typeof part === 'string') return [];
  return [...('data-node' in part.attributes ? [part] : []), ...part.children.flatMap(nodesIn)];
}

const idsIn = (answer: TopologyAnswer | null): readonly (string | undefined)[] =>
  answer === null ? [] : nodesIn(answer.picture).map(({ attributes }) => attributes['data-node']);

test('each file of a dom0 gives the picture of it, and the nodes say where they stand', async () => {
  const site = await startSite(['web']);
  const web = site.uri('alpha/etc/xen/web.cfg');
  const [ofInterfaces, ofWeb] = [
    await topologyIn(site, 'alpha/etc/network/interfaces'),
    await topologyIn(site, 'alpha/etc/xen/web.cfg'),
  ];
  expect(idsIn(ofInterfaces)).toEqual(['interface eth0', 'interface dmz', `domU ${web}`]);
  expect(ofWeb).toEqual(ofInterfaces);
  expect(ofInterfaces?.title).toBe('alpha');
  expect(ofInterfaces?.places.filter(({ node }) => node === `domU ${web}`)).toEqual([
    {
      node: `domU ${web}`,
      uri: web,
      range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } },
      nameRange: { start: { line: 0, character: 8 }, end: { line: 0, character: 11 } },
    },
  ]);
});

test('an edit that is not saved is in the next picture', async () => {
  const site = await startSite([]);
  const main = site.uri('alpha/etc/network/interfaces');
  await site.editor.open(main, interfaces);
  await site.editor.change(main, `${interfaces}iface lan inet manual\n    bridge_ports eth1\n`);
  expect(idsIn(await topologyIn(site, 'alpha/etc/network/interfaces'))).toEqual(
    expect.arrayContaining(['interface lan', 'interface eth1']),
  );
});

test('the places of a domU are its group’s until the group is opened', async () => {
  const site = await startSite(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  const uri = site.uri('alpha/etc/xen/c.cfg');
  const nodeOf = (answer: TopologyAnswer | null) =>
    answer?.places.find((place) => place.uri === uri && place.range.end.line === 3)?.node;
  const closed = await topologyIn(site, 'alpha/etc/network/interfaces');
  const group = nodeOf(closed) ?? '';
  expect(idsIn(closed)).toEqual(['interface eth0', 'interface dmz', group]);
  const open = await topologyIn(site, 'alpha/etc/network/interfaces', [group]);
  expect(nodeOf(open)).toBe(`domU ${uri}`);
  expect(idsIn(open)).toHaveLength(10);
});

test('the text of a format is that of the whole dom0', async () => {
  const site = await startSite(['web']);
  const params = { uri: site.uri('alpha/etc/xen/web.cfg'), format: 'mermaid' };
  expect(await site.editor.request<string | null>(exportTopologyRequest.method, params)).toMatch(
    /^flowchart LR\n {2}n0\["eth0<br>NIC"\]\n {2}n1\["dmz<br>bridge<br>no address/,
  );
});

describe('data name files', () => {
  const files = { 'alpha/etc/network/interfaces': interfaces, 'alpha/etc/xen/web.cfg': domU('web') };

  async function exported(folder: string, path: string, options: Parameters<typeof startEditor>[0] = {}) {
    const editor = await startEditor(options);
    const params = { uri: fileUri(join(folder, path)), format: 'json' };
    const text = await editor.request<string | null>(exportTopologyRequest.method, params);
    const { nodes } = JSON.parse(text ?? '') as {
      nodes: readonly { id: string; places: readonly { path: string }[] }[];
    };
    return {
      ids: nodes.map(({ id }) => id),
      paths: [...new Set(nodes.flatMap(({ places }) => places.map((place) => place.path)))],
    };
  }

  test('from the workspace’s folder', async () => {
    const folder = temporaryFolder(files);
    expect(await exported(folder, 'alpha/etc/xen/web.cfg', { folder })).toEqual({
      ids: ['interface eth0', 'interface dmz', 'domU alpha/etc/xen/web.cfg'],
      paths: ['alpha/etc/network/interfaces', 'alpha/etc/xen/web.cfg'],
    });
  });

  test('from the host’s root where no folder is open', async () => {
    const { ids, paths } = await exported(temporaryFolder(files), 'alpha/etc/xen/web.cfg');
    expect(ids).toContain('domU etc/xen/web.cfg');
    expect(paths).toEqual(['etc/network/interfaces', 'etc/xen/web.cfg']);
  });

  test('from the main file’s folder where the root is not known', async () => {
    const loose = temporaryFolder({ 'l/interfaces': interfaces, 'l/guests/web.cfg': domU('web') });
    expect((await exported(loose, 'l/interfaces')).paths).toEqual(['interfaces', 'guests/web.cfg']);
    const alone = temporaryFolder({ 'h/etc/xen/web.cfg': domU('web') });
    expect((await exported(alone, 'h/etc/xen/web.cfg')).paths).toEqual(['etc/xen/web.cfg']);
  });
});

test('each file of a dom0 without interfaces files gives the picture of it', async () => {
  const folder = temporaryFolder({ 'h/etc/xen/web.cfg': domU('web'), 'h/etc/xen/mail.cfg': domU('mail') });
  const site = { editor: await startEditor(), uri: (path: string) => fileUri(join(folder, path)) };
  const ofWeb = await topologyIn(site, 'h/etc/xen/web.cfg');
  const names = [site.uri('h/etc/xen/mail.cfg'), site.uri('h/etc/xen/web.cfg')];
  expect(idsIn(ofWeb)).toEqual(['interface dmz', ...names.map((uri) => `domU ${uri}`)]);
  expect(await topologyIn(site, 'h/etc/xen/mail.cfg')).toEqual(ofWeb);
});

test('a file that is not ours has none', async () => {
  const site = await startSite([]);
  expect(await topologyIn(site, 'notes.txt')).toBeNull();
  const params = { uri: site.uri('notes.txt'), format: 'svg' };
  expect(await site.editor.request<string | null>(exportTopologyRequest.method, params)).toBeNull();
});
