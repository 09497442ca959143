import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CodeAction, Registration } from 'vscode-languageserver-protocol';
import { temporaryFolder } from '../support/cli.ts';
import { diagnosticsOf, fileUri, pulling, rulesOf, startEditor } from '../support/language-server.ts';

const guest = 'name = "web"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
/** xl refuses a comment that the file ends in. */
const refused = `${guest}# the end`;

describe('a document', () => {
  test.each(['file:///etc/xen/web.cfg', 'file:///home/me/notes.txt', 'untitled:Untitled-1'])(
    'in the language is judged as one of xl, whatever its name: %s',
    async (uri) => {
      const editor = await startEditor();
      await editor.open(uri, refused, 'xen-xl');
      const [finding, ...others] = await diagnosticsOf(editor, uri);
      expect(finding).toMatchObject({
        code: 'comment-without-newline',
        severity: 1,
        range: { start: { line: 3, character: 0 }, end: { line: 3, character: 9 } },
      });
      expect(others).toEqual([]);
      await editor.change(uri, `${refused}\n`);
      expect(await diagnosticsOf(editor, uri)).toEqual([]);
    },
  );

  test('with the name of a file for xl is judged as an interfaces file where the user says so', async () => {
    const editor = await startEditor();
    const uri = 'file:///etc/xen/web.cfg';
    await editor.open(uri, 'iface eth0 inet DHCP\n', 'debian-interfaces');
    expect(rulesOf(await diagnosticsOf(editor, uri))).toContain('unknown-method');
  });

  test('that is a template is not judged', async () => {
    const editor = await startEditor();
    const uri = 'file:///etc/xen/web.cfg';
    await editor.open(uri, '{% if x %}\nname = \n{% endif %}\n', 'xen-xl');
    expect(await diagnosticsOf(editor, uri)).toEqual([]);
    expect(await editor.request('bridgewise/documentStatus', { uri })).toBeNull();
  });
});

test.each([
  ['xl', guest],
  ['interfaces', '# of dom0\nauto eth0\n'],
  [null, '[global]\ndefault=xen\n'],
  [null, 'root = /var/www\nport = 80\n'],
])('a text is recognised as %s by what it says', async (language, text) => {
  const editor = await startEditor();
  expect(await editor.request('bridgewise/sniff', { text })).toBe(language);
});

test('the Xen version is the default, the project’s or the editor’s, and the status says which', async () => {
  const folder = temporaryFolder({ 'etc/xen/web.cfg': guest });
  const uri = fileUri(join(folder, 'etc/xen/web.cfg'));
  const editor = await startEditor({ folder, initializationOptions: { showsDocumentStatus: true } });
  const status = () => editor.request('bridgewise/documentStatus', { uri });
  await editor.open(uri, guest, 'xen-xl');
  expect(await status()).toEqual({ language: 'xl', kind: 'domain', xenVersion: '4.20', host: null });
  writeFileSync(join(folder, '.bridgewise.json'), '{ "xenVersion": "4.17" }');
  await editor.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: fileUri(join(folder, '.bridgewise.json')), type: 1 }],
  });
  await editor.next('bridgewise/documentStatusChanged');
  expect(await status()).toMatchObject({ xenVersion: '4.17' });
  const set = (xenVersion: string) =>
    editor.notify('workspace/didChangeConfiguration', { settings: { bridgewise: { xenVersion } } });
  await set('4.19');
  expect(await status()).toMatchObject({ xenVersion: '4.19' });
  // What VS Code answers where nothing is set lets the project speak.
  await set('');
  expect(await status()).toMatchObject({ xenVersion: '4.17' });
});

describe('code actions', () => {
  const uri = 'file:///etc/xen/web.cfg';

  async function actionsAt(line: number, only?: readonly string[]): Promise<readonly CodeAction[]> {
    const editor = await startEditor({ initializationOptions: { commands: ['bridgewise.turnOffRule'] } });
    await editor.open(uri, refused, 'xen-xl');
    const place = { line, character: 0 };
    return editor.request('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: place, end: place },
      context: { diagnostics: [], ...(only && { only }) },
    });
  }

  test('are the fix, a comment that suppresses the finding, and turning its rule off', async () => {
    const actions = await actionsAt(3);
    expect(actions.map(({ title }) => title)).toEqual([
      'End the line with a newline',
      'Ignore comment-without-newline here (write a reason)',
      'Turn off comment-without-newline',
    ]);
    expect(actions[1]?.edit?.changes?.[uri]).toEqual([
      {
        range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
        newText: '# bridgewise-ignore comment-without-newline: reason\n',
      },
    ]);
    expect(await actionsAt(0)).toEqual([]);
  });

  test('fix all on saving', async () => {
    const [action] = await actionsAt(0, ['source.fixAll']);
    const end = { line: 3, character: 9 };
    expect(action?.edit?.changes?.[uri]).toEqual([{ range: { start: end, end }, newText: '\n' }]);
  });
});

describe('formatting', () => {
  const registrationsOf = async (dynamicRegistration: boolean): Promise<readonly string[]> => {
    const editor = await startEditor({
      capabilities: { textDocument: { ...pulling.textDocument, formatting: { dynamicRegistration } } },
    });
    if (!dynamicRegistration) {
      expect(editor.server.capabilities.documentFormattingProvider).toBe(true);
      return [];
    }
    expect(editor.server.capabilities.documentFormattingProvider).toBeUndefined();
    const { registrations } = await editor.next<{ readonly registrations: readonly Registration[] }>(
      'client/registerCapability',
    );
    return registrations.map(({ method, registerOptions }) => `${method} ${JSON.stringify(registerOptions)}`);
  };

  test('is offered for files for xl alone, where the editor lets us say so', async () => {
    expect(await registrationsOf(true)).toEqual([
      'textDocument/formatting {"documentSelector":[{"language":"xen-xl"}]}',
    ]);
    expect(await registrationsOf(false)).toEqual([]);
  });
});
