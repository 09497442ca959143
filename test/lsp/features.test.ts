import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type {
  CompletionItem,
  DocumentSymbol,
  Hover,
  Position,
  SelectionRange,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { temporaryFolder } from '../support/cli.ts';
import type { Editor, EditorOptions } from '../support/language-server.ts';
import { fileUri, startEditor } from '../support/language-server.ts';

const mainText = [
  'source interfaces.d/ports',
  '# the uplink',
  '# of the guests',
  'auto xenbr0',
  'iface xenbr0 inet manual',
  '    bridge_ports eth0.10',
  '    up ip link set eth0 mtu 9000',
  '',
].join('\n');
const portsText = 'auto eth0\niface eth0 inet manual\niface eth0.10 inet manual\n';

/** A host of two files; the main one is open. */
async function startWithHost(options: EditorOptions = {}) {
  const folder = temporaryFolder({ 'etc/network/interfaces': mainText, 'etc/network/interfaces.d/ports': portsText });
  const uri = fileUri(join(folder, 'etc/network/interfaces'));
  const ports = fileUri(join(folder, 'etc/network/interfaces.d/ports'));
  const editor = await startEditor({ capabilities: {}, ...options });
  await editor.open(uri, mainText);
  return { editor, uri, ports };
}

/** The place of a word in the main text, `into` letters behind its start. */
function placeOf(word: string, into = 0): Position {
  const at = mainText.indexOf(word) + into;
  const before = mainText.slice(0, at).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function ask<Result>(editor: Editor, method: string, uri: string, more: object = {}): Promise<Result> {
  return editor.request(`textDocument/${method}`, { textDocument: { uri }, ...more });
}

test('every feature that is offered is answered', async () => {
  const { editor } = await startWithHost();
  const offered = Object.keys(editor.server.capabilities).filter((key) => key.endsWith('Provider'));
  expect(offered.sort()).toEqual([
    'callHierarchyProvider',
    'codeActionProvider',
    'completionProvider',
    'definitionProvider',
    'documentFormattingProvider',
    'documentHighlightProvider',
    'documentLinkProvider',
    'documentSymbolProvider',
    'foldingRangeProvider',
    'hoverProvider',
    'inlayHintProvider',
    'referencesProvider',
    'renameProvider',
    'selectionRangeProvider',
    'semanticTokensProvider',
    'signatureHelpProvider',
    'workspaceSymbolProvider',
  ]);
});

describe('hover', () => {
  test('is Markdown about the word, where the editor takes that', async () => {
    const textDocument = { hover: { contentFormat: ['markdown' as const, 'plaintext' as const] } };
    const { editor, uri } = await startWithHost({ capabilities: { textDocument } });
    const hover = await ask<Hover>(editor, 'hover', uri, { position: placeOf('bridge_ports', 3) });
    expect(hover).toMatchObject({ contents: { kind: 'markdown' }, range: { start: placeOf('bridge_ports') } });
    expect(JSON.stringify(hover.contents)).toContain('bridge_ports');
  });

  test('is plain text for any other editor, and nothing where there is nothing to say', async () => {
    const { editor, uri } = await startWithHost();
    const hover = await ask<Hover>(editor, 'hover', uri, { position: placeOf('manual') });
    expect(hover).toMatchObject({ contents: { kind: 'plaintext' } });
    expect(await ask(editor, 'hover', uri, { position: placeOf('# of', 3) })).toBeNull();
  });
});

describe('completion', () => {
  test('replaces the word, in the order of the server, documented', async () => {
    const completionItem = { documentationFormat: ['markdown' as const], insertReplaceSupport: true };
    const { editor, uri } = await startWithHost({ capabilities: { textDocument: { completion: { completionItem } } } });
    const items = await ask<CompletionItem[]>(editor, 'completion', uri, { position: placeOf('manual', 3) });
    const dhcp = items.find(({ label }) => label === 'dhcp');
    expect(dhcp).toMatchObject({
      textEdit: {
        insert: { start: placeOf('manual'), end: placeOf('manual', 3) },
        replace: { start: placeOf('manual'), end: placeOf('manual', 6) },
      },
      documentation: { kind: 'markdown' },
    });
    expect(items.map(({ sortText }) => sortText)).toEqual(items.map(({ sortText }) => sortText).sort());
  });

  test('asks again where more must follow, in an editor that has a command for it', async () => {
    const commands = ['editor.action.triggerSuggest'];
    const { editor, uri } = await startWithHost({ initializationOptions: { commands } });
    await editor.change(uri, 'if');
    const items = await ask<CompletionItem[]>(editor, 'completion', uri, { position: { line: 0, character: 2 } });
    expect(items.find(({ label }) => label === 'iface')).toMatchObject({
      command: { command: 'editor.action.triggerSuggest' },
      textEdit: { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } } },
    });
  });

  test('works in a new document before its first word is one', async () => {
    const { editor } = await startWithHost();
    await editor.open('untitled:Untitled-1', 'if');
    const position = { line: 0, character: 2 };
    const items = await ask<CompletionItem[]>(editor, 'completion', 'untitled:Untitled-1', { position });
    expect(items.map(({ label }) => label)).toContain('iface');
  });
});

describe('names across the files of a host', () => {
  test('definition leads to the stanza', async () => {
    const { editor, uri, ports } = await startWithHost();
    const position = placeOf('eth0.10', 2);
    const start = { line: 2, character: 6 };
    expect(await ask(editor, 'definition', uri, { position })).toMatchObject([{ uri: ports, range: { start } }]);
    const linking = await startWithHost({ capabilities: { textDocument: { definition: { linkSupport: true } } } });
    expect(await ask(linking.editor, 'definition', linking.uri, { position })).toMatchObject([
      {
        targetUri: linking.ports,
        targetRange: { start: { line: 2, character: 0 } },
        targetSelectionRange: { start },
        originSelectionRange: { start: placeOf('eth0.10') },
      },
    ]);
    expect(await ask(editor, 'definition', uri, { position: placeOf('# of', 3) })).toBeNull();
  });

  test('references are in all files', async () => {
    const { editor, uri, ports } = await startWithHost();
    const found = await ask<{ uri: string }[]>(editor, 'references', uri, {
      position: placeOf('eth0.10'),
      context: { includeDeclaration: true },
    });
    expect(found.map((place) => place.uri).sort()).toEqual([uri, ports].sort());
    const uses = await ask<unknown[]>(editor, 'references', uri, {
      position: placeOf('eth0.10'),
      context: { includeDeclaration: false },
    });
    expect(uses).toHaveLength(1);
  });

  test('highlights are in this one', async () => {
    const { editor, uri } = await startWithHost();
    expect(await ask(editor, 'documentHighlight', uri, { position: placeOf('xenbr0') })).toMatchObject([
      { kind: 2, range: { start: { line: 3, character: 5 } } },
      { kind: 3, range: { start: { line: 4, character: 6 } } },
    ]);
  });

  test('rename changes all files, with the versions of those that are open', async () => {
    const workspaceEdit = { documentChanges: true };
    const textDocument = { rename: { prepareSupport: true } };
    const { editor, uri, ports } = await startWithHost({
      capabilities: { workspace: { workspaceEdit }, textDocument },
    });
    expect(editor.server.capabilities.renameProvider).toEqual({ prepareProvider: true });
    const position = placeOf('eth0 mtu');
    expect(await ask(editor, 'prepareRename', uri, { position })).toMatchObject({ placeholder: 'eth0' });
    const edit = await ask<WorkspaceEdit>(editor, 'rename', uri, { position, newName: 'lan0' });
    expect(edit.documentChanges).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ textDocument: { uri, version: 1 } }),
        expect.objectContaining({ textDocument: { uri: ports, version: null } }),
      ]),
    );
    expect(JSON.stringify(edit)).toContain('lan0');
  });

  test('what cannot be renamed is refused with the reason', async () => {
    const { editor, uri } = await startWithHost();
    expect(editor.server.capabilities.renameProvider).toBe(true);
    const keyword = { position: placeOf('auto') };
    await expect(ask(editor, 'prepareRename', uri, keyword)).rejects.toThrow('Only names of interfaces');
    const position = placeOf('xenbr0');
    await expect(ask(editor, 'rename', uri, { position, newName: 'two words' })).rejects.toThrow(
      /two words|blank|name/,
    );
    expect(editor.waiting('window/logMessage')).toEqual([]);
  });

  test('places that may mean the renamed interface too are told', async () => {
    const { editor, uri } = await startWithHost();
    await editor.change(uri, 'auto /eth*\niface eth0 inet manual\n');
    const place = { position: { line: 1, character: 6 }, newName: 'lan0' };
    await ask(editor, 'rename', uri, place);
    const { message } = await editor.next<{ message: string }>('window/showMessage');
    expect(message).toContain('interfaces, line 1:');
  });
});

describe('structure', () => {
  test('the outline is a tree, or a list where the editor takes no tree', async () => {
    const textDocument = { documentSymbol: { hierarchicalDocumentSymbolSupport: true } };
    const { editor, uri } = await startWithHost({ capabilities: { textDocument } });
    const tree = await ask<DocumentSymbol[]>(editor, 'documentSymbol', uri);
    expect(tree.map(({ name }) => name)).toEqual(['interfaces.d/ports', 'xenbr0']);
    expect(tree[1]).toMatchObject({
      selectionRange: { start: { line: 4, character: 6 } },
      children: [{ name: 'bridge_ports', detail: 'eth0.10' }, { name: 'up' }],
    });
    const plain = await startWithHost();
    expect(await ask(plain.editor, 'documentSymbol', plain.uri)).toMatchObject([
      { name: 'interfaces.d/ports' },
      { name: 'xenbr0', location: { uri: plain.uri } },
      { name: 'bridge_ports', containerName: 'xenbr0' },
      { name: 'up', containerName: 'xenbr0' },
    ]);
  });

  test('stanzas and comments fold', async () => {
    const { editor, uri } = await startWithHost();
    expect(await ask(editor, 'foldingRange', uri)).toEqual([
      { startLine: 1, endLine: 2, kind: 'comment' },
      { startLine: 4, endLine: 6 },
    ]);
  });

  test('a sourced file is a link', async () => {
    const { editor, uri, ports } = await startWithHost();
    expect(await ask(editor, 'documentLink', uri)).toMatchObject([
      { target: ports, range: { start: { line: 0, character: 7 }, end: { line: 0, character: 25 } } },
    ]);
  });

  test('selections grow from the word to the file', async () => {
    const { editor, uri } = await startWithHost();
    const [first] = await ask<SelectionRange[]>(editor, 'selectionRange', uri, { positions: [placeOf('eth0.10', 1)] });
    expect(first).toMatchObject({ range: { start: placeOf('eth0.10') }, parent: { range: {} } });
    let outermost = first;
    while (outermost?.parent !== undefined) outermost = outermost.parent;
    expect(outermost?.range).toMatchObject({ start: { line: 0, character: 0 } });
  });
});

describe('what is said besides LSP', () => {
  test('whether a text is ours', async () => {
    const { editor } = await startWithHost();
    expect(await editor.request('bridgewise/sniff', { text: '# dom0\n\nallow-hotplug eth0\n' })).toBe('interfaces');
    expect(await editor.request('bridgewise/sniff', { text: 'net eth0 detect\n' })).toBeNull();
    expect(await editor.request('bridgewise/sniff', { text: '' })).toBeNull();
  });

  test('the host of a file: its main file, dialect, and what is missing', async () => {
    const { editor, uri, ports } = await startWithHost({ initializationOptions: { showsDocumentStatus: true } });
    expect(await editor.request('bridgewise/documentStatus', { uri: ports })).toEqual({
      language: 'interfaces',
      mainFile: uri,
      folder: uri.slice(0, -'/etc/network/interfaces'.length),
      dialect: 'ifupdown',
      incomplete: false,
      missing: [],
    });
    await editor.change(uri, 'source /etc/network/none\niface br0\niface br1\n');
    expect(await editor.request('bridgewise/documentStatus', { uri })).toMatchObject({
      dialect: 'ifupdown2',
      incomplete: true,
      missing: ['/etc/network/none'],
    });
    expect(await editor.request('bridgewise/documentStatus', { uri: 'file:///etc/passwd' })).toBeNull();
    // Called an interfaces file by its user, but in Shorewall's language: it is not judged.
    await editor.open('file:///etc/shorewall/interfaces', 'net eth0 detect\n');
    expect(await editor.request('bridgewise/documentStatus', { uri: 'file:///etc/shorewall/interfaces' })).toBeNull();
    await editor.notify('workspace/didChangeConfiguration', { settings: { bridgewise: { dialect: 'ifupdown-ng' } } });
    await editor.next('bridgewise/documentStatusChanged');
    expect(await editor.request('bridgewise/documentStatus', { uri })).toMatchObject({ dialect: 'ifupdown-ng' });
  });
});
