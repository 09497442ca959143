import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { temporaryFolder } from '../support/cli.ts';
import { diagnosticsOf, fileUri, pulling, rulesOf, startEditor } from '../support/language-server.ts';

const withoutPorts = 'auto xenbr0\niface xenbr0 inet manual\n    bridge_fd 0\n';
/** Refused, whatever else the host has. */
const upperCase = 'auto eth0\niface eth0 inet DHCP\n';
const uri = 'file:///nowhere/etc/network/interfaces';

test('a request that cannot be answered is refused and logged with what was asked, and the server goes on', async () => {
  const editor = await startEditor();
  await editor.open(uri, withoutPorts);
  await expect(editor.request('textDocument/hover', { position: { line: 0, character: 0 } })).rejects.toMatchObject({
    code: -32803,
    message: expect.stringContaining('textDocument/hover'),
  });
  const { type, message } = await editor.next<{ type: number; message: string }>('window/logMessage');
  expect(type).toBe(1);
  expect(message).toContain('textDocument/hover with {"position":{"line":0,"character":0}}');
  expect(rulesOf(await diagnosticsOf(editor, uri))).toEqual(['bridge-without-ports']);
});

test('notifications about what is not there are no harm', async () => {
  const editor = await startEditor();
  await editor.change(uri, withoutPorts);
  await editor.close(uri);
  await editor.notify('textDocument/didChange', {});
  expect(await editor.next('window/logMessage')).toMatchObject({ message: expect.stringContaining('didChange') });
  await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
  await editor.notify('workspace/somethingNew', {});
  await editor.open(uri, withoutPorts);
  expect(rulesOf(await diagnosticsOf(editor, uri))).toEqual(['bridge-without-ports']);
});

test('a request that the editor cancels is refused as such', async () => {
  const source = new CancellationTokenSource();
  let answerSettings = (_settings: unknown): void => undefined;
  const settings = new Promise((resolve) => {
    answerSettings = resolve;
  });
  const editor = await startEditor({
    capabilities: { ...pulling, workspace: { configuration: true } },
    answers: { 'workspace/configuration': () => settings },
  });
  await editor.open(uri, withoutPorts);
  const answer = editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
  await editor.next('workspace/configuration');
  source.cancel();
  // Messages keep their order, so the server knows of the cancellation when it has answered this.
  await editor.request('bridgewise/sniff', { text: '' });
  answerSettings([{}]);
  await expect(answer).rejects.toMatchObject({ code: -32800 });
  expect(rulesOf(await diagnosticsOf(editor, uri))).toEqual(['bridge-without-ports']);
});

test('settings that the editor failed to tell are asked for again', async () => {
  const failure = { isThere: true };
  const editor = await startEditor({
    capabilities: { ...pulling, workspace: { configuration: true } },
    answers: {
      'workspace/configuration': () => {
        if (failure.isThere) throw new Error('busy');
        return [{}];
      },
    },
  });
  await editor.open(uri, withoutPorts);
  await expect(diagnosticsOf(editor, uri)).rejects.toThrow('busy');
  failure.isThere = false;
  expect(rulesOf(await diagnosticsOf(editor, uri))).toEqual(['bridge-without-ports']);
});

test('a question about a text that is another meanwhile is refused', async () => {
  let answerSettings = (_settings: unknown): void => undefined;
  const settings = new Promise((resolve) => {
    answerSettings = resolve;
  });
  const editor = await startEditor({
    capabilities: { ...pulling, workspace: { configuration: true } },
    answers: { 'workspace/configuration': () => settings },
  });
  await editor.open(uri, upperCase);
  const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
  const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
  const answer = editor.request('textDocument/codeAction', params);
  await editor.next('workspace/configuration');
  await editor.change(uri, `\n${upperCase}`);
  await editor.request('bridgewise/sniff', { text: '' });
  answerSettings([{}]);
  await expect(answer).rejects.toMatchObject({ code: -32801 });
  expect(rulesOf(await diagnosticsOf(editor, uri))).toEqual(['unknown-method']);
});

test('a place outside the text is its nearest end', async () => {
  const editor = await startEditor();
  await editor.open(uri, 'auto eth0\r\niface eth0 inet manual\r\n');
  const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });
  const end = await editor.request('textDocument/hover', at(0, 9));
  expect(end).toMatchObject({ range: { start: { line: 0, character: 5 }, end: { line: 0, character: 9 } } });
  expect(await editor.request('textDocument/hover', at(0, 999))).toEqual(end);
  expect(await editor.request('textDocument/hover', at(99, 0))).toBeNull();
});

test('columns are UTF-16 units', async () => {
  const editor = await startEditor();
  const text = `# 🦊\n${withoutPorts}    x-note 🦊 ü\n`;
  await editor.open(uri, text);
  expect(editor.server.capabilities.positionEncoding).toBe('utf-16');
  const [finding] = await diagnosticsOf(editor, uri);
  expect(finding?.range).toEqual({ start: { line: 2, character: 6 }, end: { line: 2, character: 12 } });
});

test('a folder, a pipe, a binary or a huge file that is sourced is passed over', async () => {
  const folder = temporaryFolder({ 'etc/network/interfaces.d/huge': '#'.repeat(5_000_001) });
  const place = join(folder, 'etc/network/interfaces.d');
  mkdirSync(join(place, 'folder'));
  execFileSync('/usr/bin/mkfifo', [join(place, 'pipe')]);
  writeFileSync(join(place, 'binary'), '\0\n\0\n');
  writeFileSync(join(place, 'real'), 'auto lo\niface lo inet loopback\n');
  symlinkSync(join(place, 'real'), join(place, 'link'));
  const main = fileUri(join(folder, 'etc/network/interfaces'));
  const editor = await startEditor();
  await editor.open(main, `source interfaces.d/*\n${upperCase}`);
  expect(rulesOf(await diagnosticsOf(editor, main))).toEqual(['unknown-method']);
  expect(await editor.request('bridgewise/documentStatus', { uri: main })).toMatchObject({ incomplete: true });
});

test('files that source each other are read once', async () => {
  const folder = temporaryFolder({ 'etc/network/interfaces.d/a': 'source ../interfaces\n' });
  const main = fileUri(join(folder, 'etc/network/interfaces'));
  const editor = await startEditor();
  await editor.open(main, `source interfaces.d/a\n${withoutPorts}`);
  expect(rulesOf(await diagnosticsOf(editor, main))).toContain('bridge-without-ports');
});

test('an untitled document may source what it likes', async () => {
  const editor = await startEditor();
  await editor.open('untitled:Untitled-1', `source /etc/network/interfaces.d/*\nsource more\n${upperCase}`);
  expect(rulesOf(await diagnosticsOf(editor, 'untitled:Untitled-1'))).toEqual(['unknown-method']);
});

test('one file in two spellings of its address is one document, answered in the spelling of the editor', async () => {
  const folder = temporaryFolder({ 'etc/network/interfaces.d/a@b': '' });
  const editor = await startEditor();
  const main = fileUri(join(folder, 'etc/network/interfaces'));
  const spelled = `${fileUri(join(folder, 'etc/network/interfaces.d'))}/a@b`;
  await editor.open(main, 'source interfaces.d/*\nauto eth0\n');
  await editor.open(spelled, 'iface eth0 inet manual\n');
  const position = { line: 1, character: 6 };
  expect(await editor.request('textDocument/definition', { textDocument: { uri: main }, position })).toMatchObject([
    { uri: spelled },
  ]);
});

test('edits by ranges reach the text as the editor has it', async () => {
  const editor = await startEditor();
  await editor.open(uri, withoutPorts);
  const insert = { start: { line: 2, character: 15 }, end: { line: 2, character: 15 } };
  await editor.notify('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: insert, text: '\n    bridge_ports none' }],
  });
  expect(rulesOf(await diagnosticsOf(editor, uri))).not.toContain('bridge-without-ports');
});
