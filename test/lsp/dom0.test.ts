import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type {
  CallHierarchyItem,
  ClientCapabilities,
  CodeLens,
  DefinitionLink,
  Location,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { temporaryFolder } from '../support/cli.ts';
import type { Editor, EditorOptions } from '../support/language-server.ts';
import { diagnosticsOf, fileUri, pulling, startEditor } from '../support/language-server.ts';

const interfaces = `auto br1 br2
iface br1 inet manual
    bridge_ports eth0
iface br2 inet manual
    bridge_ports eth1
`;
const domU = (name: string, bridge: string): string =>
  `name = "${name}"\nkernel = "/boot/${name}"\nvif = [ 'bridge=${bridge}' ]\n`;

const capabilities: ClientCapabilities = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
};

interface Site {
  readonly editor: Editor;
  readonly main: string;
  readonly web: string;
  readonly mail: string;
  /** Writes a file, or takes it away, and says so as an editor does. */
  readonly write: (uri: string, text: string | undefined, type: 1 | 2 | 3) => Promise<void>;
}

/** An editor and a dom0 with two domUs, one on each bridge; nothing is open yet. */
async function startSite(options: EditorOptions = {}): Promise<Site> {
  const folder = temporaryFolder({
    'etc/network/interfaces': interfaces,
    'etc/xen/web.cfg': domU('web', 'br1'),
    'etc/xen/mail.cfg': domU('mail', 'br2'),
  });
  const uriOf = (path: string): string => fileUri(join(folder, path));
  const path = (uri: string): string => join(folder, uri.slice(fileUri(folder).length));
  const editor = await startEditor({
    capabilities,
    initializationOptions: { commands: ['bridgewise.showReferences'] },
    ...options,
  });
  return {
    editor,
    main: uriOf('etc/network/interfaces'),
    web: uriOf('etc/xen/web.cfg'),
    mail: uriOf('etc/xen/mail.cfg'),
    write: async (uri, text, type) => {
      if (text === undefined) rmSync(path(uri));
      else writeFileSync(path(uri), text);
      await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    },
  };
}

function ask<Result>(editor: Editor, method: string, uri: string, more: object = {}): Promise<Result> {
  return editor.request(`textDocument/${method}`, { textDocument: { uri }, ...more });
}

const atIface = { position: { line: 1, character: 7 } };
const atVif = { position: { line: 2, character: 17 } };

async function titles(editor: Editor, uri: string): Promise<readonly unknown[]> {
  return (await ask<CodeLens[]>(editor, 'codeLens', uri)).map(({ range, command }) => [
    range.start.line,
    command?.title,
  ]);
}

async function rulesIn(editor: Editor, uri: string): Promise<readonly unknown[]> {
  return (await diagnosticsOf(editor, uri)).map(({ code }) => code);
}

test('definition and references lead into files that are not open', async () => {
  const { editor, main, web } = await startSite();
  await editor.open(web, domU('web', 'br1'), 'xen-xl');
  const [target] = await ask<Location[]>(editor, 'definition', web, atVif);
  expect(target).toEqual({ uri: main, range: { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } } });
  const found = await ask<Location[]>(editor, 'references', web, { ...atVif, context: { includeDeclaration: true } });
  expect(found.map(({ uri, range }) => [uri, range.start.line])).toEqual([
    [main, 0],
    [main, 1],
    [web, 2],
  ]);
  await editor.open(main, interfaces);
  expect(await ask(editor, 'references', main, { ...atIface, context: { includeDeclaration: true } })).toEqual(found);
});

test('links say which word leads to the other language', async () => {
  const { editor, main, web } = await startSite({
    capabilities: { ...capabilities, textDocument: { definition: { linkSupport: true } } },
  });
  const [link] = await ask<DefinitionLink[]>(editor, 'definition', web, atVif);
  expect(link).toMatchObject({
    targetUri: main,
    targetSelectionRange: { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } },
    originSelectionRange: { start: { line: 2, character: 16 }, end: { line: 2, character: 19 } },
  });
});

test.each([
  ['the interfaces file', 'main', atIface],
  ['a vif', 'web', atVif],
] as const)('renaming from %s edits both languages in one step', async (_from, from, place) => {
  const site = await startSite();
  const { editor, main, web } = site;
  await editor.open(main, interfaces);
  const { documentChanges } = await ask<WorkspaceEdit>(editor, 'rename', site[from], { ...place, newName: 'dmz' });
  const edited = documentChanges?.map((change) =>
    'edits' in change ? [change.textDocument.uri, change.textDocument.version, change.edits.length] : [],
  );
  expect(edited).toEqual([
    [main, 1, 2],
    [web, null, 1],
  ]);
});

describe('code lenses', () => {
  test('lead to the vifs', async () => {
    const { editor, main, web } = await startSite();
    expect(editor.server.capabilities.codeLensProvider).toEqual({});
    await editor.open(main, interfaces);
    const [lens] = await ask<CodeLens[]>(editor, 'codeLens', main);
    expect(lens?.command).toEqual({
      title: '1 domU',
      command: 'bridgewise.showReferences',
      arguments: [
        main,
        { line: 1, character: 6 },
        [{ uri: web, range: { start: { line: 2, character: 16 }, end: { line: 2, character: 19 } } }],
      ],
    });
  });

  test('are not offered to an editor that cannot show where they lead', async () => {
    const { editor } = await startSite({ initializationOptions: {} });
    expect(editor.server.capabilities.codeLensProvider).toBeUndefined();
  });
});

test('the names of a dom0 are found from any of its documents, once', async () => {
  const { editor, main, web, mail } = await startSite();
  const find = async (query: string): Promise<readonly unknown[]> => {
    const symbols = await editor.request<SymbolInformation[]>('workspace/symbol', { query });
    return symbols.map(({ name, kind, location }) => [name, kind, location.uri, location.range.start.line]);
  };
  expect(await find('')).toEqual([]);
  await editor.open(web, domU('web', 'br1'), 'xen-xl');
  await editor.open(main, interfaces);
  expect(await find('')).toEqual([
    ['br1', 5, main, 1],
    ['br2', 5, main, 3],
    ['mail', 2, mail, 0],
    ['web', 2, web, 0],
  ]);
  expect(await find('WB')).toEqual([['web', 2, web, 0]]);
  expect(await find('bw')).toEqual([]);
});

test('the hierarchy leads from a card to the vifs over it, and back', async () => {
  const { editor, main, web } = await startSite();
  const layered =
    interfaces.replace('bridge_ports eth0', 'bridge_ports bond0.10') +
    'iface bond0 inet manual\n    bond-slaves eth0\n';
  await editor.open(main, layered);
  const begin = async (uri: string, place: object): Promise<CallHierarchyItem | undefined> =>
    (await ask<CallHierarchyItem[] | null>(editor, 'prepareCallHierarchy', uri, place))?.[0];
  const walk = async (from: CallHierarchyItem | undefined, way: 'to' | 'from'): Promise<readonly string[]> => {
    const names: string[] = [];
    for (let item = from; item !== undefined; ) {
      names.push(item.name);
      const method = way === 'to' ? 'callHierarchy/outgoingCalls' : 'callHierarchy/incomingCalls';
      const calls: readonly { readonly to?: CallHierarchyItem; readonly from?: CallHierarchyItem }[] =
        await editor.request(method, { item });
      item = calls[0]?.[way];
    }
    return names;
  };
  const names = ['eth0', 'bond0', 'bond0.10', 'br1', 'web'];
  expect(await walk(await begin(main, { position: { line: 6, character: 18 } }), 'to')).toEqual(names);
  const vif = await begin(web, atVif);
  expect(vif).toMatchObject({ name: 'web', detail: 'vif 0', uri: web });
  expect(await walk(vif, 'from')).toEqual(names.toReversed());
  expect(await begin(main, { position: { line: 2, character: 5 } })).toBeUndefined();
});

describe('at once', () => {
  const refreshed = async (editor: Editor): Promise<void> => {
    await editor.next('workspace/diagnostic/refresh');
    await editor.next('workspace/codeLens/refresh');
  };

  test('an open domU that is edited changes the lenses of the interfaces file', async () => {
    const { editor, main, web } = await startSite();
    await editor.open(main, interfaces);
    expect(await titles(editor, main)).toEqual([
      [1, '1 domU'],
      [3, '1 domU'],
    ]);
    await editor.open(web, domU('web', 'br2'), 'xen-xl');
    await refreshed(editor);
    expect(await titles(editor, main)).toEqual([[3, '2 domUs']]);
    await editor.change(web, domU('web', 'br1'));
    await refreshed(editor);
    expect(await titles(editor, main)).toHaveLength(2);
    await editor.change(web, domU('web', 'br2'));
    await refreshed(editor);
    await editor.close(web);
    await refreshed(editor);
    expect(await titles(editor, main)).toHaveLength(2);
  });

  test('so does one that changes, comes or goes on the disk', async () => {
    const { editor, main, web, mail, write } = await startSite();
    await editor.open(main, interfaces);
    expect(await titles(editor, main)).toHaveLength(2);
    await write(web, domU('web', 'br2'), 2);
    await refreshed(editor);
    expect(await titles(editor, main)).toEqual([[3, '2 domUs']]);
    await write(mail.replace('mail', 'new'), domU('new', 'br2'), 1);
    await refreshed(editor);
    expect(await titles(editor, main)).toEqual([[3, '3 domUs']]);
    await write(mail, undefined, 3);
    await refreshed(editor);
    expect(await titles(editor, main)).toEqual([[3, '2 domUs']]);
  });

  test('an interfaces file that is edited changes what is found in an open domU', async () => {
    const { editor, main, web } = await startSite();
    await editor.open(web, domU('web', 'br1'), 'xen-xl');
    expect(await rulesIn(editor, web)).not.toContain('vif-bridge-unknown');
    await editor.open(main, interfaces.replaceAll('br1', 'br9'));
    await refreshed(editor);
    expect(await rulesIn(editor, web)).toContain('vif-bridge-unknown');
    await editor.change(main, interfaces);
    await refreshed(editor);
    expect(await rulesIn(editor, web)).not.toContain('vif-bridge-unknown');
  });

  test('so does one that changes on the disk, or comes there', async () => {
    const { editor, main, web, write } = await startSite();
    rmSync(new URL(main));
    await editor.open(web, domU('web', 'br1'), 'xen-xl');
    expect(await rulesIn(editor, web)).not.toContain('vif-bridge-unknown');
    await write(main, interfaces.replaceAll('br1', 'br9'), 1);
    await refreshed(editor);
    expect(await rulesIn(editor, web)).toContain('vif-bridge-unknown');
    await write(main, interfaces, 2);
    await refreshed(editor);
    expect(await rulesIn(editor, web)).not.toContain('vif-bridge-unknown');
  });

  test('a domU changes what is found in another, open or not', async () => {
    const { editor, web, mail, write } = await startSite();
    const withMac = (name: string, mac: string): string =>
      domU(name, 'br1').replace("'bridge", `'mac=00:16:3e:00:00:${mac},bridge`);
    await editor.open(web, withMac('web', '01'), 'xen-xl');
    expect(await rulesIn(editor, web)).not.toContain('shared-mac');
    await write(mail, withMac('mail', '01'), 2);
    await refreshed(editor);
    expect(await rulesIn(editor, web)).toContain('shared-mac');
    await editor.open(mail, withMac('mail', '02'), 'xen-xl');
    await refreshed(editor);
    expect(await rulesIn(editor, web)).not.toContain('shared-mac');
  });

  test('a file that is no part of this dom0 changes nothing', async () => {
    const { editor, main, write } = await startSite();
    await editor.open(main, interfaces);
    await titles(editor, main);
    await write(main.replace('etc/network/interfaces', 'notes.cfg'), '', 1);
    await titles(editor, main);
    expect(editor.waiting('workspace/codeLens/refresh')).toEqual([]);
  });
});

test('a domU’s file says of which host it is, and whether all of that is known', async () => {
  const { editor, main, web, write } = await startSite({ initializationOptions: { showsDocumentStatus: true } });
  const folder = main.slice(0, -'/etc/network/interfaces'.length);
  const status = () => editor.request('bridgewise/documentStatus', { uri: web });
  await editor.open(web, domU('web', 'br1'), 'xen-xl');
  expect(await status()).toMatchObject({ language: 'xl', kind: 'domain', host: { folder, incomplete: false } });
  await write(main, 'source /etc/network/none\n', 2);
  await editor.next('bridgewise/documentStatusChanged');
  expect(await status()).toMatchObject({ host: { folder, incomplete: true } });
  await write(main, undefined, 3);
  await editor.next('bridgewise/documentStatusChanged');
  expect(await status()).toMatchObject({ host: null });
});
