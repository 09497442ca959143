import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/cli.ts';
import { fileUri, published, rulesOf, startEditor } from '../support/language-server.ts';

const withoutPorts = 'auto xenbr0\niface xenbr0 inet manual\n    bridge_fd 0\n';
const clean = 'auto lo\niface lo inet loopback\n';
const capabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };

test('an editor that does not pull is sent the findings of each version, and none when a document is closed', async () => {
  const uri = 'file:///nowhere/etc/network/interfaces';
  const editor = await startEditor({ capabilities });
  expect(editor.server.capabilities.diagnosticProvider).toBeUndefined();
  await editor.open(uri, withoutPorts);
  expect(await published(editor, uri)).toMatchObject({ version: 1, diagnostics: [{ code: 'bridge-without-ports' }] });
  await editor.change(uri, clean);
  expect(await published(editor, uri)).toMatchObject({ version: 2, diagnostics: [] });
  await editor.change(uri, withoutPorts);
  expect(rulesOf((await published(editor, uri)).diagnostics)).toEqual(['bridge-without-ports']);
  await editor.close(uri);
  expect(await published(editor, uri)).toEqual({ uri, diagnostics: [] });
  expect(editor.waiting('textDocument/publishDiagnostics')).toEqual([]);
  expect(editor.waiting('workspace/diagnostic/refresh')).toEqual([]);
});

test('a change in one document is seen in the others of its host; the editor hears only what is new', async () => {
  const folder = temporaryFolder({ 'etc/network/interfaces': '', 'etc/network/interfaces.d/bridge': '' });
  const mainUri = fileUri(join(folder, 'etc/network/interfaces'));
  const sourcedUri = fileUri(join(folder, 'etc/network/interfaces.d/bridge'));
  const editor = await startEditor({ capabilities });
  await editor.open(mainUri, `source interfaces.d/*\n${withoutPorts}`);
  expect(rulesOf((await published(editor, mainUri)).diagnostics)).toEqual(['bridge-without-ports']);
  await editor.open(sourcedUri, 'iface xenbr0 inet manual\n    bridge_ports none\n');
  expect(rulesOf((await published(editor, mainUri)).diagnostics)).not.toContain('bridge-without-ports');
  await published(editor, sourcedUri);
  writeFileSync(join(folder, 'etc/network/interfaces.d/other'), 'auto br9\niface br9 inet manual\n    bridge_fd 0\n');
  const other = fileUri(join(folder, 'etc/network/interfaces.d/other'));
  await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: other, type: 1 }] });
  await editor.open(other, 'auto br9\niface br9 inet manual\n    bridge_fd 0\n');
  expect(rulesOf((await published(editor, other)).diagnostics)).toContain('bridge-without-ports');
  expect(editor.waiting('textDocument/publishDiagnostics')).toEqual([]);
});

test('the settings change, and all open documents are judged anew', async () => {
  const uri = 'file:///nowhere/etc/network/interfaces';
  const editor = await startEditor({ capabilities });
  await editor.open(uri, withoutPorts);
  await published(editor, uri);
  const settings = { bridgewise: { rules: { 'bridge-without-ports': 'off' } } };
  await editor.notify('workspace/didChangeConfiguration', { settings });
  expect(await published(editor, uri)).toEqual({ uri, version: 1, diagnostics: [] });
});

test('a document that is closed and opened again, as when it is read anew, has its findings sent anew', async () => {
  const uri = 'file:///nowhere/etc/network/interfaces';
  const editor = await startEditor({ capabilities });
  // Some editors give each document that is opened the same version.
  const textDocument = { uri, languageId: 'debian-interfaces', version: 0, text: withoutPorts };
  await editor.notify('textDocument/didOpen', { textDocument });
  await published(editor, uri);
  await editor.close(uri);
  await editor.notify('textDocument/didOpen', { textDocument });
  expect(await published(editor, uri)).toMatchObject({ version: 0, diagnostics: [{ code: 'bridge-without-ports' }] });
});
