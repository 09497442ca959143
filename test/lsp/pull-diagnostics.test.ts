import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/cli.ts';
import { diagnosticsOf, fileUri, pull, pulling, rulesOf, startEditor } from '../support/language-server.ts';

/** No bridge is made, for it has no ports. */
const withoutPorts = 'auto xenbr0\niface xenbr0 inet manual\n    bridge_fd 0\n';
const clean = 'auto lo\niface lo inet loopback\n';
const main = 'etc/network/interfaces';

describe('an editor that pulls', () => {
  test('gets findings with their code, page, place and related places, and is sent none', async () => {
    const folder = temporaryFolder({ [main]: withoutPorts });
    const uri = fileUri(join(folder, main));
    const editor = await startEditor();
    expect(editor.server.capabilities.diagnosticProvider).toEqual({
      identifier: 'bridgewise',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    await editor.open(uri, withoutPorts);
    const [finding, ...others] = await diagnosticsOf(editor, uri);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'bridge-without-ports',
      source: 'bridgewise',
      severity: 1,
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 12 } },
      relatedInformation: [{ location: { uri, range: { start: { line: 2, character: 4 } } } }],
    });
    const page = fileURLToPath(finding?.codeDescription?.href ?? '');
    expect(readFileSync(page, 'utf8')).toMatch(/^# bridge-without-ports\n/);
    expect(editor.waiting('textDocument/publishDiagnostics')).toEqual([]);
  });

  test('gets the page where it says that it shows pages', async () => {
    const editor = await startEditor({ initializationOptions: { rulePage: 'page:/{rule}.md' } });
    await editor.open('file:///etc/network/interfaces', withoutPorts);
    const [finding] = await diagnosticsOf(editor, 'file:///etc/network/interfaces');
    expect(finding?.codeDescription?.href).toBe('page:/bridge-without-ports.md');
  });

  test('gets neither page nor related places nor tags that it does not know', async () => {
    const editor = await startEditor({ capabilities: { textDocument: { diagnostic: {} } } });
    await editor.open('file:///etc/network/interfaces', withoutPorts);
    const [finding] = await diagnosticsOf(editor, 'file:///etc/network/interfaces');
    expect(Object.keys(finding ?? {}).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
  });

  test('is told that nothing changed, until something does', async () => {
    const uri = 'file:///nowhere/etc/network/interfaces';
    const editor = await startEditor();
    await editor.open(uri, withoutPorts);
    const first = await pull(editor, uri);
    expect(await pull(editor, uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await editor.change(uri, clean);
    expect(await pull(editor, uri, first.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  test('sees its own text, not that of the disk, and the findings of this document alone', async () => {
    const folder = temporaryFolder({
      [main]: 'source /etc/network/interfaces.d/*\n',
      'etc/network/interfaces.d/bridge': withoutPorts,
    });
    const [mainUri, bridgeUri] = [main, 'etc/network/interfaces.d/bridge'].map((path) => fileUri(join(folder, path)));
    if (mainUri === undefined || bridgeUri === undefined) throw new Error('two files');
    const editor = await startEditor();
    await editor.open(mainUri, 'source /etc/network/interfaces.d/*\n');
    expect(await diagnosticsOf(editor, mainUri)).toEqual([]);
    await editor.open(bridgeUri, withoutPorts);
    expect(rulesOf(await diagnosticsOf(editor, bridgeUri))).toEqual(['bridge-without-ports']);
    await editor.change(bridgeUri, clean);
    expect(await diagnosticsOf(editor, bridgeUri)).toEqual([]);
    expect(readFileSync(fileURLToPath(bridgeUri), 'utf8')).toBe(withoutPorts);
  });
});

describe('when something else changes', () => {
  const sourced = 'etc/network/interfaces.d/bridge';

  test('an open document that another one rests on, the editor is asked to pull anew', async () => {
    const folder = temporaryFolder({ [main]: 'source interfaces.d/*\n', [sourced]: 'iface br9 inet manual\n' });
    const [mainUri, sourcedUri] = [fileUri(join(folder, main)), fileUri(join(folder, sourced))];
    const editor = await startEditor();
    const text = `source interfaces.d/*\n${withoutPorts}`;
    await editor.open(mainUri, text);
    expect(rulesOf(await diagnosticsOf(editor, mainUri))).toEqual(['bridge-without-ports']);
    await editor.open(sourcedUri, 'iface xenbr0 inet manual\n    bridge_ports none\n');
    await editor.next('workspace/diagnostic/refresh');
    expect(rulesOf(await diagnosticsOf(editor, mainUri))).not.toContain('bridge-without-ports');
    await editor.close(sourcedUri);
    await editor.next('workspace/diagnostic/refresh');
    expect(rulesOf(await diagnosticsOf(editor, mainUri))).toContain('bridge-without-ports');
  });

  test('a file on the disk, it is read anew; a file that nothing rests on is of no interest', async () => {
    const folder = temporaryFolder({ [main]: 'source interfaces.d/*\n', [sourced]: 'iface br9 inet manual\n' });
    const [mainUri, sourcedUri] = [fileUri(join(folder, main)), fileUri(join(folder, sourced))];
    const editor = await startEditor();
    await editor.open(mainUri, `source interfaces.d/*\n${withoutPorts}`);
    const before = await pull(editor, mainUri);
    const changed = (uri: string, type: number) =>
      editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    await changed(fileUri(join(folder, 'etc/hosts')), 2);
    // The disk is the same; of an open document it does not count.
    await changed(mainUri, 2);
    expect(await pull(editor, mainUri, before.resultId)).toMatchObject({ kind: 'unchanged' });
    expect(editor.waiting('workspace/diagnostic/refresh')).toEqual([]);
    writeFileSync(join(folder, sourced), 'iface xenbr0 inet manual\n    bridge_ports none\n');
    await changed(sourcedUri, 2);
    await editor.next('workspace/diagnostic/refresh');
    expect(rulesOf(await diagnosticsOf(editor, mainUri))).not.toContain('bridge-without-ports');
    writeFileSync(join(folder, sourced), '');
    writeFileSync(join(folder, 'etc/network/interfaces.d/second'), 'iface br8 inet manual\n    bridge_fd 0\n');
    await changed(fileUri(join(folder, 'etc/network/interfaces.d/second')), 1);
    await editor.next('workspace/diagnostic/refresh');
    expect(rulesOf(await diagnosticsOf(editor, mainUri))).toContain('bridge-without-ports');
  });

  test('the settings of the editor, findings follow; they go over those of the project', async () => {
    const folder = temporaryFolder({
      [main]: withoutPorts,
      '.bridgewise.json': '{"rules": {"bridge-without-ports": "hint"}}',
    });
    const uri = fileUri(join(folder, main));
    let settings: object = { dialect: 'auto', management: [], hosts: [], rules: {} };
    const editor = await startEditor({
      capabilities: {
        ...pulling,
        workspace: { ...pulling.workspace, configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
      answers: { 'workspace/configuration': () => [settings] },
    });
    expect(await editor.next('client/registerCapability')).toMatchObject({
      registrations: [{ method: 'workspace/didChangeConfiguration', registerOptions: { section: 'bridgewise' } }],
    });
    await editor.open(uri, withoutPorts);
    expect(await diagnosticsOf(editor, uri)).toMatchObject([{ code: 'bridge-without-ports', severity: 4 }]);
    expect(await editor.next('workspace/configuration')).toEqual({ items: [{ scopeUri: uri, section: 'bridgewise' }] });
    settings = { ...settings, rules: { 'bridge-without-ports': 'warning' } };
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.next('workspace/diagnostic/refresh');
    expect(await diagnosticsOf(editor, uri)).toMatchObject([{ code: 'bridge-without-ports', severity: 2 }]);
    settings = { ...settings, rules: { 'bridge-without-ports': 'off' } };
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.next('workspace/diagnostic/refresh');
    expect(await diagnosticsOf(editor, uri)).toEqual([]);
  });

  test('the settings of the project, findings follow', async () => {
    const folder = temporaryFolder({ [main]: withoutPorts });
    const uri = fileUri(join(folder, main));
    const editor = await startEditor();
    await editor.open(uri, withoutPorts);
    expect(rulesOf(await diagnosticsOf(editor, uri))).toEqual(['bridge-without-ports']);
    const project = join(folder, '.bridgewise.json');
    writeFileSync(project, '{"rules": {"bridge-without-ports": "off"}}');
    await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: fileUri(project), type: 1 }] });
    await editor.next('workspace/diagnostic/refresh');
    expect(await diagnosticsOf(editor, uri)).toEqual([]);
  });

  test('settings of an editor that only sends them are taken, at the start and later', async () => {
    const uri = 'file:///nowhere/etc/network/interfaces';
    const rules = (level: string) => ({ rules: { 'bridge-without-ports': level } });
    const editor = await startEditor({ initializationOptions: { settings: rules('hint') } });
    await editor.open(uri, withoutPorts);
    expect(await diagnosticsOf(editor, uri)).toMatchObject([{ severity: 4 }]);
    await editor.notify('workspace/didChangeConfiguration', { settings: { bridgewise: rules('information') } });
    await editor.next('workspace/diagnostic/refresh');
    expect(await diagnosticsOf(editor, uri)).toMatchObject([{ severity: 3 }]);
  });
});

test('hosts that the editor names are found in its folders, those that come later too', async () => {
  const folder = temporaryFolder({ 'dom0/interfaces': 'source /srv/ports\n', 'dom0/srv/ports': 'auto lo\n' });
  const uri = fileUri(join(folder, 'dom0/interfaces'));
  const editor = await startEditor({
    initializationOptions: { settings: { hosts: ['dom0'] }, showsDocumentStatus: true },
  });
  await editor.open(uri, 'source /srv/ports\nauto eth0\n');
  expect(await editor.request('bridgewise/documentStatus', { uri })).toMatchObject({ incomplete: true });
  const event = { added: [{ uri: fileUri(folder), name: 'folder' }], removed: [] };
  await editor.notify('workspace/didChangeWorkspaceFolders', { event });
  await editor.next('bridgewise/documentStatusChanged');
  expect(await editor.request('bridgewise/documentStatus', { uri })).toMatchObject({ incomplete: false, missing: [] });
});

describe('what is watched', () => {
  const watchingFolders = {
    ...pulling,
    workspace: {
      ...pulling.workspace,
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    },
  };

  test('is every file and folder that an answer rests on, where the editor watches folders', async () => {
    const folder = temporaryFolder({ [main]: 'source /etc/network/more/*\n' });
    const editor = await startEditor({ capabilities: watchingFolders });
    const uri = fileUri(join(folder, main));
    await editor.open(uri, 'source /etc/network/more/*\n');
    await diagnosticsOf(editor, uri);
    const watched: unknown[] = [];
    while (!watched.some((glob) => JSON.stringify(glob).includes('/more"'))) {
      const { registrations } = await editor.next<Registrations>('client/registerCapability');
      watched.push(
        ...registrations.flatMap(({ registerOptions }) => registerOptions.watchers.map((one) => one.globPattern)),
      );
    }
    expect(watched).toContainEqual({ baseUri: fileUri(join(folder, 'etc/network')), pattern: 'interfaces' });
    expect(watched).toContainEqual({ baseUri: fileUri(folder), pattern: '.bridgewise.json' });
    expect(watched).toContainEqual({ baseUri: fileUri(join(folder, 'etc/network/more')), pattern: '*' });
  });

  test('is in the editor’s own folders what comes and goes, and by patterns what changes; and besides only what has other names', async () => {
    const folder = temporaryFolder({ [main]: 'source /etc/network/ports\n', 'etc/network/ports': withoutPorts });
    const editor = await startEditor({ folder, capabilities: watchingFolders });
    const uri = fileUri(join(folder, main));
    await editor.open(uri, 'source /etc/network/ports\n');
    await diagnosticsOf(editor, uri);
    const watched: unknown[] = [];
    while (!watched.some((watcher) => JSON.stringify(watcher).includes('"ports"'))) {
      const { registrations } = await editor.next<Registrations>('client/registerCapability');
      watched.push(...registrations.flatMap(({ registerOptions }) => registerOptions.watchers));
    }
    // Created and deleted.
    expect(watched).toContainEqual({ globPattern: '**', kind: 5 });
    expect(watched).toContainEqual({ globPattern: '**/interfaces' });
    const inside = watched.filter((watcher) => JSON.stringify(watcher).includes(`"${fileUri(folder)}/`));
    expect(inside).toEqual([{ globPattern: { baseUri: fileUri(join(folder, 'etc/network')), pattern: 'ports' } }]);
  });

  test('is a list of patterns in any other editor', async () => {
    const didChangeWatchedFiles = { dynamicRegistration: true };
    const editor = await startEditor({ capabilities: { ...pulling, workspace: { didChangeWatchedFiles } } });
    const { registrations } = await editor.next<Registrations>('client/registerCapability');
    expect(registrations.flatMap(({ registerOptions }) => registerOptions.watchers)).toContainEqual({
      globPattern: '**/.bridgewise.json',
    });
    await editor.open('file:///nowhere/etc/network/interfaces', withoutPorts);
    await diagnosticsOf(editor, 'file:///nowhere/etc/network/interfaces');
    expect(editor.waiting('client/registerCapability')).toEqual([]);
  });
});

interface Registrations {
  readonly registrations: readonly {
    readonly registerOptions: { readonly watchers: readonly { readonly globPattern: unknown }[] };
  }[];
}

describe('a text that is not ours', () => {
  test.each([
    ['in the words of another program, whatever the editor calls it', 'net eth0 detect\n', 'debian-interfaces'],
    [
      'that another program still has to fill in',
      '{% if x %}\niface br0 inet manual\n  bridge_fd 0\n',
      'debian-interfaces',
    ],
    ['that is binary', `${withoutPorts}\0\n\0\n`, 'debian-interfaces'],
    ['larger than 5 MB', withoutPorts + '#'.repeat(5_000_000), 'debian-interfaces'],
  ])('%s gets no finding', async (_name, text, language) => {
    const editor = await startEditor();
    await editor.open('file:///srv/interfaces', text, language);
    expect(await diagnosticsOf(editor, 'file:///srv/interfaces')).toEqual([]);
    await editor.change('file:///srv/interfaces', withoutPorts);
    expect(rulesOf(await diagnosticsOf(editor, 'file:///srv/interfaces'))).toEqual(['bridge-without-ports']);
  });

  test.each(['plaintext', 'interfaces', 'debian-interfaces'])(
    'a text of ours, called %s, is found out',
    async (language) => {
      const editor = await startEditor();
      await editor.open('untitled:Untitled-1', withoutPorts, language);
      expect(rulesOf(await diagnosticsOf(editor, 'untitled:Untitled-1'))).toEqual(['bridge-without-ports']);
    },
  );

  test('a document that nobody opened is read from the disk', async () => {
    const folder = temporaryFolder({ [main]: withoutPorts });
    const editor = await startEditor();
    expect(rulesOf(await diagnosticsOf(editor, fileUri(join(folder, main))))).toEqual(['bridge-without-ports']);
    expect(await diagnosticsOf(editor, fileUri(join(folder, 'etc/network/interfaces.d/none')))).toEqual([]);
    expect(existsSync(join(folder, 'etc/network/interfaces.d'))).toBe(false);
  });
});

test('a document that is saved and closed is then what the disk has, also for one that stays open', async () => {
  const files = { [main]: 'auto lan\niface lan inet dhcp\n', 'etc/xen/web.cfg': 'vif = [ "bridge=dmz" ]\n' };
  const folder = temporaryFolder(files);
  const [uri, web] = [fileUri(join(folder, main)), fileUri(join(folder, 'etc/xen/web.cfg'))];
  const editor = await startEditor();
  await editor.open(web, files['etc/xen/web.cfg'], 'xen-xl');
  expect(rulesOf(await diagnosticsOf(editor, web))).toContain('vif-bridge-unknown');
  await editor.open(uri, files[main]);
  const saved = `${files[main]}auto dmz\niface dmz inet manual\n    bridge_ports none\n`;
  await editor.change(uri, saved);
  writeFileSync(join(folder, main), saved);
  await editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  await editor.close(uri);
  expect(rulesOf(await diagnosticsOf(editor, web))).not.toContain('vif-bridge-unknown');
});
