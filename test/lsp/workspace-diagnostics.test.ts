import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type {
  Diagnostic,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { temporaryFolder } from '../support/cli.ts';
import type { Editor, EditorOptions } from '../support/language-server.ts';
import { diagnosticsOf, fileUri, published, pull, rulesOf, startEditor } from '../support/language-server.ts';

const MAIN = 'etc/network/interfaces';
const WEB = 'etc/xen/web.cfg';
const bridge = (name: string): string => `auto ${name}\niface ${name} inet manual\n    bridge_ports none\n`;
const domU = (name: string, on: string): string =>
  `name = "${name}"\nkernel = "/boot/vmlinuz"\nvif = [ "mac=00:16:3e:00:00:01,bridge=${on}" ]\n`;
/** A dom0 whose domU is on a bridge that there is not. */
const faulty = { [MAIN]: bridge('dmz'), [WEB]: domU('web', 'lan') };
const UNKNOWN = 'vif-bridge-unknown';

type Report = WorkspaceDocumentDiagnosticReport;

/** An editor that shows what one request for the findings of the workspace tells it, as VS Code does. */
function follow(editor: Editor, previousResultIds: readonly object[] = []) {
  const shown = new Map<string, Report>();
  const waiting: { readonly isThere: () => boolean; readonly resolve: () => void }[] = [];
  editor.connection.onNotification('$/progress', ({ token, value }: { token: string; value: { items: Report[] } }) => {
    if (token !== 'findings') return;
    for (const report of value.items) shown.set(report.uri, report);
    for (const one of waiting) if (one.isThere()) one.resolve();
  });
  void editor
    .request('workspace/diagnostic', { previousResultIds, partialResultToken: 'findings' })
    .catch(() => undefined);
  const wait = (isThere: () => boolean): Promise<void> =>
    new Promise((resolve) => (isThere() ? resolve() : void waiting.push({ isThere, resolve })));
  const itemsOf = (uri: string): readonly Diagnostic[] | undefined => {
    const report = shown.get(uri);
    return report?.kind === 'full' ? report.items : undefined;
  };
  return {
    shown,
    /** Waits until a file has a finding of a rule. */
    has: (uri: string, rule: string) => wait(() => rulesOf(itemsOf(uri) ?? []).includes(rule)),
    /** Waits until a file is told to have no finding of a rule. */
    hasNot: (uri: string, rule: string) =>
      wait(() => itemsOf(uri) !== undefined && !rulesOf(itemsOf(uri) ?? []).includes(rule)),
    isTold: (uri: string) => wait(() => shown.has(uri)),
  };
}

/** Asks as an editor does that takes no partial results. */
function ask(editor: Editor, previous: readonly Report[] = []): Promise<WorkspaceDiagnosticReport> {
  const previousResultIds = previous.map(({ uri, resultId }) => ({ uri, value: resultId }));
  return editor.request('workspace/diagnostic', { previousResultIds });
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function inFolder(folder: string, options: EditorOptions = {}): Promise<Editor> {
  return startEditor({ folder, ...options });
}

const changed = (editor: Editor, uri: string, type: 1 | 2 | 3): Promise<void> =>
  editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

describe('an editor that asks for the findings of its folders', () => {
  test('gets those of files that are not open, and of clean files that there are none', async () => {
    const folder = temporaryFolder(faulty);
    const { items } = await ask(await inFolder(folder));
    const found = items.map((item) => [item.uri, item.kind === 'full' ? rulesOf(item.items) : item.kind]);
    expect(found).toContainEqual([fileUri(join(folder, WEB)), expect.arrayContaining([UNKNOWN])]);
    expect(found.map(([uri]) => uri).sort()).toEqual([MAIN, WEB].map((path) => fileUri(join(folder, path))).sort());
  });

  test('says of a file what the file says of itself when it is opened', async () => {
    const folder = temporaryFolder({ ...faulty, [MAIN]: `${bridge('dmz')}auto eth9\n` });
    const editor = await inFolder(folder);
    const { items } = await ask(editor);
    expect(items).toHaveLength(2);
    for (const item of items) {
      if (item.kind !== 'full') throw new Error('all are new');
      if (item.uri.endsWith('.cfg')) await editor.open(item.uri, faulty[WEB], 'xen-xl');
      else await editor.open(item.uri, `${bridge('dmz')}auto eth9\n`);
      expect(await diagnosticsOf(editor, item.uri)).toEqual(item.items);
    }
  });

  test('hears by an edit, not saved, in one file what changes in another; and of nothing else', async () => {
    const folder = temporaryFolder({ ...faulty, 'other/etc/network/interfaces': bridge('x') });
    const [main, web] = [fileUri(join(folder, MAIN)), fileUri(join(folder, WEB))];
    const editor = await inFolder(folder);
    const findings = follow(editor);
    await findings.has(web, UNKNOWN);
    await findings.isTold(fileUri(join(folder, 'other/etc/network/interfaces')));
    await editor.open(main, faulty[MAIN]);
    findings.shown.clear();
    await editor.change(main, bridge('lan'));
    await findings.hasNot(web, UNKNOWN);
    expect([...findings.shown.keys()].filter((uri) => uri.includes('/other/'))).toEqual([]);
    await editor.change(main, bridge('wan'));
    await findings.has(web, UNKNOWN);
    // Closed without saving: the disk counts again.
    await editor.change(main, bridge('lan'));
    await findings.hasNot(web, UNKNOWN);
    await editor.close(main);
    await findings.has(web, UNKNOWN);
  });

  test('has the domUs of an etc/xen judged together, though no interfaces file is there', async () => {
    const texts = { 'h/etc/xen/mail.cfg': domU('mail', 'dmz'), 'h/etc/xen/web.cfg': domU('web', 'dmz') };
    const folder = temporaryFolder({
      ...texts,
      'loose/web.cfg': domU('web', 'dmz'),
      'loose/db.cfg': domU('db', 'dmz'),
    });
    const [mail, web] = Object.keys(texts).map((path) => fileUri(join(folder, path))) as [string, string];
    const editor = await inFolder(folder);
    const findings = follow(editor);
    await findings.has(web, 'shared-mac');
    for (const name of ['web', 'db']) await findings.isTold(fileUri(join(folder, `loose/${name}.cfg`)));
    const told = [...findings.shown].filter(
      ([, report]) => report.kind === 'full' && rulesOf(report.items).includes('shared-mac'),
    );
    expect(told.map(([uri]) => uri)).toEqual([web]);
    await editor.open(mail, texts['h/etc/xen/mail.cfg'], 'xen-xl');
    await editor.change(mail, 'name = "mail"\nkernel = "/boot/vmlinuz"\nmemory = 512\n');
    await findings.hasNot(web, 'shared-mac');
    // The network comes.
    write(folder, { [`h/${MAIN}`]: bridge('lan') });
    await changed(editor, fileUri(join(folder, `h/${MAIN}`)), 1);
    await findings.has(web, UNKNOWN);
  });

  test('hears of files on the disk that change, come and go', async () => {
    const folder = temporaryFolder(faulty);
    const uriOf = (path: string): string => fileUri(join(folder, path));
    const editor = await inFolder(folder);
    const findings = follow(editor);
    await findings.has(uriOf(WEB), UNKNOWN);
    write(folder, { [MAIN]: bridge('lan') });
    await changed(editor, uriOf(MAIN), 2);
    await findings.hasNot(uriOf(WEB), UNKNOWN);
    write(folder, { 'etc/xen/mail.cfg': domU('mail', 'wan') });
    await changed(editor, uriOf('etc/xen/mail.cfg'), 1);
    await findings.has(uriOf('etc/xen/mail.cfg'), UNKNOWN);
    rmSync(join(folder, 'etc/xen/mail.cfg'));
    await changed(editor, uriOf('etc/xen/mail.cfg'), 3);
    await findings.hasNot(uriOf('etc/xen/mail.cfg'), UNKNOWN);
    // A whole host comes and goes with its folder, of which alone is told.
    write(folder, { [`moved/${MAIN}`]: bridge('x'), [`moved/${WEB}`]: domU('web', 'y') });
    await changed(editor, uriOf('moved'), 1);
    await findings.has(uriOf(`moved/${WEB}`), UNKNOWN);
    rmSync(join(folder, 'moved'), { recursive: true });
    await changed(editor, uriOf('moved'), 3);
    await findings.hasNot(uriOf(`moved/${WEB}`), UNKNOWN);
  });

  test.each(['moved', 'dom0.example.org', 'host.lan'])(
    'hears of a host whose folder %s comes as a whole',
    async (name) => {
      // Hidden is what lies in a hidden folder below the one that is open.
      const folder = join(
        temporaryFolder({ [`.hosts/${MAIN}`]: bridge('dmz'), [`.hosts/${WEB}`]: faulty[WEB] }),
        '.hosts',
      );
      const editor = await inFolder(folder);
      const findings = follow(editor);
      await findings.has(fileUri(join(folder, WEB)), UNKNOWN);
      write(folder, { [`${name}/${MAIN}`]: bridge('x'), [`${name}/${WEB}`]: domU('web', 'y') });
      await changed(editor, fileUri(join(folder, name)), 1);
      await findings.has(fileUri(join(folder, `${name}/${WEB}`)), UNKNOWN);
    },
  );

  test('is told of a document anew that was closed, even of one that no folder holds', async () => {
    const folder = temporaryFolder({ 'in/etc/xen/web.cfg': faulty[WEB], 'out/etc/network/interfaces': 'auto eth9\n' });
    const editor = await inFolder(join(folder, 'in'));
    const findings = follow(editor);
    const inside = fileUri(join(folder, 'in/etc/xen/web.cfg'));
    await findings.isTold(inside);
    const outside = fileUri(join(folder, 'out/etc/network/interfaces'));
    for (const [uri, text] of [
      [inside, faulty[WEB]],
      [outside, 'auto eth9\n'],
    ] as const) {
      await editor.open(uri, text);
      await pull(editor, uri);
    }
    findings.shown.clear();
    await editor.close(inside);
    await editor.close(outside);
    await findings.isTold(inside);
    await findings.isTold(outside);
    expect(findings.shown.get(outside)).toMatchObject({ kind: 'full', items: [] });
    expect(findings.shown.get(inside)).toMatchObject({ kind: 'full' });
  });

  test('is answered only when there is something to say that it does not know', async () => {
    const folder = temporaryFolder(faulty);
    const main = fileUri(join(folder, MAIN));
    const editor = await inFolder(folder);
    const { items } = await ask(editor);
    const second = ask(editor, items);
    const winner = await Promise.race([second.then(() => 'answered'), diagnosticsOf(editor, main).then(() => 'waits')]);
    expect(winner).toBe('waits');
    write(folder, { [MAIN]: bridge('lan') });
    await changed(editor, main, 2);
    const kinds = (await second).items.map(({ uri, kind }) => [uri.slice(fileUri(folder).length), kind]).sort();
    expect(kinds).toEqual([
      [`/${MAIN}`, 'full'],
      [`/${WEB}`, 'full'],
    ]);
  });

  test('may take its question back', async () => {
    const editor = await inFolder(temporaryFolder({}));
    const cancellation = new CancellationTokenSource();
    const answer = editor.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, cancellation.token);
    cancellation.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
  });

  test('is told what it knows already by the id alone', async () => {
    const folder = temporaryFolder({ ...faulty, [`other/${MAIN}`]: `${bridge('x')}auto eth9\n` });
    const other = fileUri(join(folder, `other/${MAIN}`));
    const first = await ask(await inFolder(folder));
    write(folder, { [MAIN]: bridge('lan') });
    const { items } = await ask(await inFolder(folder), first.items);
    expect(items.find(({ uri }) => uri === other)).toMatchObject({ kind: 'unchanged' });
    expect(items.find(({ uri }) => uri === fileUri(join(folder, WEB)))).toMatchObject({ kind: 'full' });
  });
});

describe('which files are looked for', () => {
  test('is what the editor finds, where it does; what it leaves out is not checked', async () => {
    const folder = temporaryFolder({
      ...faulty,
      'etc/xen/mail.cfg': domU('mail', 'wan'),
      'notes/app.cfg': '[section]\n',
    });
    const [main, web, notes] = [MAIN, WEB, 'notes/app.cfg'].map((path) => fileUri(join(folder, path)));
    const asked: { folders: string[]; pattern: string; most: number }[] = [];
    const editor = await inFolder(folder, {
      initializationOptions: { findsFiles: true },
      answers: {
        'bridgewise/findFiles': (params: (typeof asked)[number]) => {
          asked.push(params);
          return { uris: [notes, web, main] };
        },
      },
    });
    const { items } = await ask(editor);
    expect(items.map(({ uri }) => uri).sort()).toEqual([main, web]);
    expect(asked).toMatchObject([{ folders: [fileUri(folder)], most: expect.any(Number) }]);
  });

  test('is looked for again at the next news when the editor could not find them; nothing is called clean meanwhile', async () => {
    const folder = temporaryFolder(faulty);
    const [main, web] = [fileUri(join(folder, MAIN)), fileUri(join(folder, WEB))];
    const failure = { isThere: true };
    const editor = await inFolder(folder, {
      initializationOptions: { findsFiles: true },
      answers: {
        'bridgewise/findFiles': () => {
          if (failure.isThere) throw new Error('busy');
          return { uris: [main, web] };
        },
      },
    });
    const findings = follow(editor, [{ uri: web, value: 'said before' }]);
    const failed = () => editor.next<{ message: string }>('window/logMessage');
    expect((await failed()).message).toContain('Checking the folders');
    const told = ask(editor, [{ kind: 'unchanged', uri: web, version: null, resultId: 'said before' }]);
    await failed();
    await editor.open(web, faulty[WEB], 'xen-xl');
    await editor.close(web);
    await failed();
    expect([...findings.shown]).toEqual([]);
    failure.isThere = false;
    await changed(editor, main, 2);
    await findings.has(web, UNKNOWN);
    expect((await told).items).toContainEqual(expect.objectContaining({ uri: web, kind: 'full' }));
    expect((await told).items).not.toContainEqual(expect.objectContaining({ uri: web, items: [] }));
  });

  test('is what lies in the folders of this machine, though another is not there or of another machine', async () => {
    const folder = temporaryFolder(faulty);
    const editor = await inFolder(folder);
    const event = { added: [{ uri: 'file://server/share', name: 'share' }], removed: [] };
    await editor.notify('workspace/didChangeWorkspaceFolders', { event });
    expect((await ask(editor)).items.map(({ uri }) => uri)).toContain(fileUri(join(folder, WEB)));
  });

  test('is every folder of the editor, whatever their hosts are called; none of them mixes with another', async () => {
    const [one, other] = [
      temporaryFolder(faulty),
      temporaryFolder({ [MAIN]: bridge('lan'), [WEB]: domU('web', 'lan') }),
    ];
    const editor = await inFolder(one);
    const event = { added: [{ uri: fileUri(other), name: 'other' }], removed: [] };
    await editor.notify('workspace/didChangeWorkspaceFolders', { event });
    const findings = follow(editor);
    await findings.has(fileUri(join(one, WEB)), UNKNOWN);
    await findings.hasNot(fileUri(join(other, WEB)), UNKNOWN);
    const gone = { added: [], removed: [{ uri: fileUri(one), name: 'folder' }] };
    await editor.notify('workspace/didChangeWorkspaceFolders', { event: gone });
    await findings.hasNot(fileUri(join(one, WEB)), UNKNOWN);
  });

  test('is none where a setting says so, and it may say otherwise later', async () => {
    const folder = temporaryFolder(faulty);
    const web = fileUri(join(folder, WEB));
    const settings = (checkWorkspace: boolean) => ({ settings: { bridgewise: { checkWorkspace } } });
    const editor = await inFolder(folder, { initializationOptions: { settings: { checkWorkspace: false } } });
    const findings = follow(editor);
    await editor.open(web, faulty[WEB], 'xen-xl');
    expect(rulesOf(await diagnosticsOf(editor, web))).toContain(UNKNOWN);
    await editor.close(web);
    await findings.hasNot(web, UNKNOWN);
    await editor.notify('workspace/didChangeConfiguration', settings(true));
    await findings.has(web, UNKNOWN);
    await editor.notify('workspace/didChangeConfiguration', settings(false));
    await findings.hasNot(web, UNKNOWN);
  });

  test('is none where a setting says so, but that does not make an open document one without findings', async () => {
    const folder = temporaryFolder(faulty);
    const [main, web] = [MAIN, WEB].map((path) => fileUri(join(folder, path))) as [string, string];
    const editor = await inFolder(folder);
    const findings = follow(editor);
    await findings.has(web, UNKNOWN);
    await findings.has(main, 'manual-bridge-with-ipv6');
    await editor.open(web, faulty[WEB], 'xen-xl');
    await editor.notify('workspace/didChangeConfiguration', { settings: { bridgewise: { checkWorkspace: false } } });
    await findings.hasNot(main, 'manual-bridge-with-ipv6');
    expect(findings.shown.get(web)).not.toMatchObject({ items: [] });
    await editor.close(web);
    await findings.hasNot(web, UNKNOWN);
  });

  test('is not what the editor has open in another language', async () => {
    const folder = temporaryFolder(faulty);
    const web = fileUri(join(folder, WEB));
    const editor = await inFolder(folder);
    const findings = follow(editor);
    await findings.has(web, UNKNOWN);
    await editor.notify('bridgewise/foreignDocuments', { uris: [web] });
    await findings.hasNot(web, UNKNOWN);
    await editor.notify('bridgewise/foreignDocuments', { uris: [] });
    await findings.has(web, UNKNOWN);
  });

  test('are called as in the folder, also where that is a link', async () => {
    const folder = temporaryFolder({ ...faulty, 'etc/xen/auto/notes': '' });
    symlinkSync('../web.cfg', join(folder, 'etc/xen/auto/web.cfg'));
    const link = join(temporaryFolder({}), 'link');
    symlinkSync(folder, link);
    const { items } = await ask(await inFolder(link));
    const found = items.map((item) => [item.uri, item.kind === 'full' ? rulesOf(item.items).includes(UNKNOWN) : '']);
    expect(found.sort()).toEqual([
      [fileUri(join(link, MAIN)), false],
      [fileUri(join(link, 'etc/xen/auto/notes')), false],
      [fileUri(join(link, WEB)), true],
    ]);
  });

  test('is a file that two links lead to, also when the one it was called by is gone', async () => {
    const folder = temporaryFolder({ ...faulty, 'other/etc/xen/notes': '', 'linked/web.txt': domU('shared', 'lan') });
    const [first, second] = ['etc/xen/shared.cfg', 'other/etc/xen/shared.cfg'].map((path) => join(folder, path));
    if (first === undefined || second === undefined) throw new Error('two links');
    symlinkSync('../../linked/web.txt', first);
    symlinkSync('../../../linked/web.txt', second);
    const editor = await inFolder(folder);
    const findings = follow(editor);
    await findings.isTold(fileUri(first));
    rmSync(first);
    await changed(editor, fileUri(first), 3);
    await findings.isTold(fileUri(second));
  });

  test('is told in the log to be cut where there are too many', async () => {
    const folder = temporaryFolder(faulty);
    const uris = [MAIN, WEB].map((path) => fileUri(join(folder, path)));
    const editor = await inFolder(folder, {
      initializationOptions: { findsFiles: true },
      answers: {
        'bridgewise/findFiles': ({ most }: { most: number }) => ({
          uris: Array.from({ length: most }, (_, index) => uris[index] ?? `${fileUri(folder)}/${index}.txt`),
        }),
      },
    });
    await ask(editor);
    expect(await editor.next('window/logMessage')).toMatchObject({ type: 2, message: expect.stringMatching(/10000/) });
  });

  test('are not templates, nor what others call .cfg', async () => {
    const folder = temporaryFolder({
      ...faulty,
      'roles/xen/templates/web.cfg.j2': 'name = "{{ name }}"\n',
      'roles/xen/templates/mail.cfg': 'name = "{{ name }}"\nmemory = {{ memory }}\nvif = [ "bridge=x" ]\n',
      'setup.cfg': '[metadata]\nname = x\n',
      'node_modules/x/etc/network/interfaces': 'auto eth9\n',
    });
    const { items } = await ask(await inFolder(folder));
    expect(items.map(({ uri }) => uri.slice(fileUri(folder).length + 1)).sort()).toEqual([MAIN, WEB]);
  });
});

describe('an editor that does not ask', () => {
  const capabilities = { textDocument: { publishDiagnostics: {} } };

  test('is sent findings in files that are not open, until they are mended or gone; of clean files it hears nothing', async () => {
    const folder = temporaryFolder({ ...faulty, 'etc/xen/mail.cfg': domU('mail', 'wan') });
    const [main, web, mail] = [MAIN, WEB, 'etc/xen/mail.cfg'].map((path) => fileUri(join(folder, path)));
    if (main === undefined || web === undefined || mail === undefined) throw new Error('three files');
    const editor = await inFolder(folder, { capabilities });
    expect(rulesOf((await published(editor, web)).diagnostics)).toContain(UNKNOWN);
    await editor.open(main, bridge('lan'));
    await expect.poll(async () => rulesOf((await published(editor, web)).diagnostics)).not.toContain(UNKNOWN);
    await editor.close(main);
    await expect.poll(async () => rulesOf((await published(editor, web)).diagnostics)).toContain(UNKNOWN);
    rmSync(join(folder, 'etc/xen/mail.cfg'));
    await changed(editor, mail, 3);
    await expect.poll(async () => (await published(editor, mail)).diagnostics).toEqual([]);
  });

  test('is sent a document’s own findings while it is open, and the file’s when it is closed', async () => {
    const folder = temporaryFolder(faulty);
    const web = fileUri(join(folder, WEB));
    const editor = await inFolder(folder, { capabilities });
    expect(rulesOf((await published(editor, web)).diagnostics)).toContain(UNKNOWN);
    await editor.open(web, domU('web', 'dmz'), 'xen-xl');
    expect(await published(editor, web)).toMatchObject({ version: 1 });
    await editor.close(web);
    const again = await published(editor, web);
    expect(again.version).toBeUndefined();
    expect(rulesOf(again.diagnostics)).toContain(UNKNOWN);
  });
});
