import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { temporaryFolder } from '../support/cli.ts';
import type { Editor, EditorOptions } from '../support/language-server.ts';
import { diagnosticsOf, fileUri, pulling, rulesOf, startEditor } from '../support/language-server.ts';

const uri = 'file:///nowhere/etc/network/interfaces';

/** Upper case is no method; only one can be meant. */
const upperCase = 'auto eth0\niface eth0 inet DHCP\n\nauto eth1\niface eth1 inet6 AUTO\n';
const withoutPorts = 'auto eth0\niface eth0 inet manual\nauto xenbr0\niface xenbr0 inet manual\n\tbridge_fd 0\n';

function actions(editor: Editor, line: number, only?: readonly string[], of = uri): Promise<readonly CodeAction[]> {
  const place = { line, character: 0 };
  return editor.request('textDocument/codeAction', {
    textDocument: { uri: of },
    range: { start: place, end: { line, character: 200 } },
    context: { diagnostics: [], ...(only && { only }) },
  });
}

function startVersionedEditor(options: EditorOptions = {}): Promise<Editor> {
  const workspaceEdit = { documentChanges: true };
  return startEditor({ capabilities: { ...pulling, workspace: { ...pulling.workspace, workspaceEdit } }, ...options });
}

/** The text of a document after an edit, as an editor makes it. */
function applied(text: string, edit: WorkspaceEdit | undefined, of = uri): string {
  const document = TextDocument.create(of, 'debian-interfaces', 1, text);
  const versioned = (edit?.documentChanges as TextDocumentEdit[] | undefined)?.find(
    ({ textDocument }) => textDocument.uri === of,
  );
  const edits = versioned?.edits ?? edit?.changes?.[of] ?? [];
  return TextDocument.applyEdits(
    document,
    edits.flatMap((one) => ('newText' in one ? [one] : [])),
  );
}

describe('quick fixes', () => {
  test('mend the finding on the line; the first safe one is preferred, and the edit names the version', async () => {
    const editor = await startVersionedEditor();
    await editor.open(uri, upperCase);
    const [fix, ...others] = await actions(editor, 1);
    expect(fix).toMatchObject({
      title: 'Write `dhcp`',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'unknown-method', source: 'bridgewise', range: { start: { line: 1, character: 16 } } }],
    });
    expect(fix?.edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
    expect(applied(upperCase, fix?.edit)).toBe(upperCase.replace('DHCP', 'dhcp'));
    expect(others.some(({ isPreferred }) => isPreferred === true)).toBe(false);
  });

  test('that are unsafe are never preferred', async () => {
    const editor = await startVersionedEditor();
    await editor.open(uri, withoutPorts);
    const fixes = (await actions(editor, 3)).filter(({ title }) => title.includes('bridge_ports'));
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes.some(({ isPreferred }) => isPreferred === true)).toBe(false);
  });

  test('are computed from the present text', async () => {
    const editor = await startVersionedEditor();
    await editor.open(uri, upperCase);
    await actions(editor, 1);
    await editor.change(uri, `\n${upperCase}`);
    expect(await actions(editor, 1)).toEqual([]);
    const [fix] = await actions(editor, 2);
    expect(applied(`\n${upperCase}`, fix?.edit)).toBe(`\n${upperCase}`.replace('DHCP', 'dhcp'));
  });

  test('are plain changes for an editor that knows no others', async () => {
    const editor = await startEditor();
    await editor.open(uri, upperCase);
    const [fix] = await actions(editor, 1);
    expect(fix?.edit).toEqual({ changes: { [uri]: [expect.objectContaining({ newText: 'dhcp' })] } });
  });

  test('are left out where another kind is wanted', async () => {
    const editor = await startVersionedEditor();
    await editor.open(uri, upperCase);
    expect(await actions(editor, 1, ['refactor'])).toEqual([]);
  });
});

describe('ignoring', () => {
  test('writes a comment that suppresses the finding, above the whole logical line', async () => {
    const text = withoutPorts.replace('iface xenbr0', 'iface \\\n  xenbr0');
    const editor = await startVersionedEditor();
    await editor.open(uri, text);
    const ignore = (await actions(editor, 4)).find(({ title }) => title.startsWith('Ignore bridge-without-ports here'));
    const after = applied(text, ignore?.edit);
    expect(after).toBe(text.replace('iface \\', '# bridgewise-ignore bridge-without-ports: reason\niface \\'));
    await editor.change(uri, after);
    expect(rulesOf(await diagnosticsOf(editor, uri))).not.toContain('bridge-without-ports');
  });

  test('keeps the indentation and the line ends, and selects the reason where the editor takes snippets', async () => {
    const text = 'auto eth0\r\niface eth0 inet static\r\n\taddress 192.0.2.1/24\r\n\tmtu 1500 # jumbo\r\n';
    const editor = await startEditor({
      capabilities: { ...pulling, workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } },
    });
    await editor.open(uri, text);
    const [ignore] = (await actions(editor, 3)).filter(({ title }) => title.startsWith('Ignore inline-comment here'));
    expect(ignore?.edit?.documentChanges).toMatchObject([
      {
        edits: [
          {
            range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
            snippet: { kind: 'snippet', value: '\t# bridgewise-ignore inline-comment: ${1:reason}\r\n' },
          },
        ],
      },
    ]);
  });

  test('is not offered for a comment of this kind', async () => {
    const text = '# bridgewise-ignore bridge-without-ports: nothing to suppress\nauto lo\niface lo inet loopback\n';
    const editor = await startVersionedEditor();
    await editor.open(uri, text);
    expect(rulesOf(await diagnosticsOf(editor, uri))).toEqual(['unused-suppression']);
    expect((await actions(editor, 0)).map(({ title }) => title)).toEqual(['Remove the comment']);
  });
});

describe('turning a rule off', () => {
  test('is a command of the editor, offered where it has that', async () => {
    const editor = await startVersionedEditor({ initializationOptions: { commands: ['bridgewise.turnOffRule'] } });
    await editor.open(uri, withoutPorts);
    const turnOff = (await actions(editor, 3)).find(({ title }) => title === 'Turn off bridge-without-ports');
    expect(turnOff?.command).toMatchObject({
      command: 'bridgewise.turnOffRule',
      arguments: ['bridge-without-ports', uri],
    });
  });

  test('is not offered to any other editor', async () => {
    const editor = await startVersionedEditor();
    await editor.open(uri, withoutPorts);
    expect((await actions(editor, 3)).filter(({ command }) => command !== undefined)).toEqual([]);
  });
});

describe('saying that the host uses ifupdown2', () => {
  // Most stanzas are whole, so that the bare one does not decide on the dialect.
  const bare = 'auto br0\niface br0\n\niface eth0 inet manual\n\niface eth1 inet manual\n';

  test('is a command of the editor, offered for a bare iface line', async () => {
    const editor = await startVersionedEditor({ initializationOptions: { commands: ['bridgewise.setDialect'] } });
    await editor.open(uri, bare);
    const say = (await actions(editor, 1)).find(({ title }) => title === 'This host uses ifupdown2');
    expect(say?.command).toMatchObject({ command: 'bridgewise.setDialect', arguments: ['ifupdown2', uri] });
  });

  test('is not offered for other findings', async () => {
    const editor = await startVersionedEditor({ initializationOptions: { commands: ['bridgewise.setDialect'] } });
    await editor.open(uri, withoutPorts);
    expect((await actions(editor, 3)).filter(({ command }) => command !== undefined)).toEqual([]);
  });
});

describe('fixing all', () => {
  const several =
    'auto eth0\niface eth0 inet STATIC # uplink\n    address 192.0.2.1/24\n    mtu 1500 # jumbo\n\nauto eth1\niface eth1 inet6 AUTO\n';

  test.each([['source.fixAll.bridgewise'], ['source.fixAll'], ['source']])(
    'asked for as %s, applies every safe fix at once',
    async (kind) => {
      const editor = await startVersionedEditor();
      await editor.open(uri, several);
      const [all, ...others] = await actions(editor, 0, [kind]);
      expect(others).toEqual([]);
      expect(all).toMatchObject({ kind: 'source.fixAll.bridgewise' });
      const after = applied(several, all?.edit);
      expect(after).toContain('iface eth0 inet static\n');
      expect(after).toContain('    mtu 1500\n');
      expect(after).toContain('iface eth1 inet6 auto\n');
      expect(after).toContain('jumbo');
      await editor.change(uri, after);
      expect(await actions(editor, 0, [kind])).toEqual([]);
    },
  );

  test('leaves unsafe fixes to the user', async () => {
    const editor = await startVersionedEditor();
    await editor.open(uri, withoutPorts);
    expect(rulesOf(await diagnosticsOf(editor, uri))).toContain('bridge-without-ports');
    expect(await actions(editor, 0, ['source.fixAll'])).toEqual([]);
  });

  test('is not offered unasked', async () => {
    const editor = await startVersionedEditor();
    await editor.open(uri, several);
    const kinds = new Set((await actions(editor, 1)).map(({ kind }) => kind));
    expect([...kinds]).toEqual(['quickfix']);
  });

  test('changes no other file of the host', async () => {
    const folder = temporaryFolder({
      'etc/network/interfaces': 'source interfaces.d/*\n',
      'etc/network/interfaces.d/eth0': upperCase,
    });
    const main = fileUri(join(folder, 'etc/network/interfaces'));
    const editor = await startVersionedEditor();
    await editor.open(main, 'source interfaces.d/*\niface eth2 inet MANUAL\n');
    const [all] = await actions(editor, 0, ['source.fixAll'], main);
    expect(all?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: main } }]);
    expect(all?.edit?.documentChanges).toHaveLength(1);
  });
});
