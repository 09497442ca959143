import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { languages, Position, WorkspaceEdit, workspace } from 'vscode';
import { diagnosticsWhere, findingOf, rulesOf } from '../support/diagnostics.ts';
import type { Host } from '../support/host.ts';
import { closeAll, createWatchedHost, open, ready } from '../support/host.ts';
import { rangeOf } from '../support/places.ts';
import { restoreSettings, set } from '../support/settings.ts';

const MAIN = 'etc/network/interfaces';
const WEB = 'etc/xen/web.cfg';
const UNKNOWN = 'vif-bridge-unknown';
const MAIN_TEXT = 'auto dmz\niface dmz inet manual\n   bridge_ports none\n';
const domU = (bridge: string): string =>
  `name = "web"\nkernel = "/boot/vmlinuz"\nvif = [ "mac=00:16:3e:11:22:33,bridge=${bridge}" ]\n`;

const without = (rule: string) => (all: Parameters<typeof rulesOf>[0]) => !rulesOf(all).includes(rule);

describe('files that are not open', () => {
  before(ready);
  let host: Host;
  beforeEach(async () => {
    host = await createWatchedHost({ [MAIN]: MAIN_TEXT, [WEB]: domU('lan') });
    await findingOf(host.file(WEB), UNKNOWN);
  });
  afterEach(async () => {
    await restoreSettings();
    await closeAll();
  });

  it('have findings that follow an edit, not saved, in another file', async () => {
    const editor = await open(host.file(MAIN));
    const { document } = editor;
    const isEdited = await editor.edit((edit) => {
      edit.replace(rangeOf(document, 'iface dmz'), 'iface lan');
      edit.replace(rangeOf(document, 'dmz'), 'lan');
    });
    strictEqual(isEdited, true);
    await diagnosticsWhere(host.file(WEB), 'no unknown bridge', without(UNKNOWN));
    strictEqual(document.isDirty, true);
    await closeAll();
    await findingOf(host.file(WEB), UNKNOWN);
    strictEqual(
      workspace.textDocuments.some(({ uri }) => uri.path === host.file(WEB).path),
      false,
    );
  });

  it('lose them when they are deleted, and get them when the disk changes', async () => {
    await workspace.fs.writeFile(host.file(MAIN), new TextEncoder().encode(MAIN_TEXT.replaceAll('dmz', 'lan')));
    await diagnosticsWhere(host.file(WEB), 'no unknown bridge', without(UNKNOWN));
    await workspace.fs.writeFile(host.file(WEB), new TextEncoder().encode(domU('wan')));
    await findingOf(host.file(WEB), UNKNOWN);
    await workspace.fs.delete(host.file(WEB));
    await diagnosticsWhere(host.file(WEB), 'no findings in a file that is gone', (all) => all.length === 0);
  });

  it('have each finding once, also while they are open, and their own again when they are closed', async () => {
    const before = rulesOf(languages.getDiagnostics(host.file(WEB)));
    const { document } = await open(host.file(WEB));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(3, 0), 'memory = "much"\n');
    await workspace.applyEdit(edit);
    const opened = await diagnosticsWhere(
      document.uri,
      'findings of the edit',
      (all) => rulesOf(all).length > before.length,
    );
    strictEqual(rulesOf(opened).filter((rule) => rule === UNKNOWN).length, 1);
    await closeAll();
    const closed = await diagnosticsWhere(host.file(WEB), 'those of the disk', (all) => all.length === before.length);
    deepStrictEqual(rulesOf(closed), before);
  });

  it('are left alone where the user excludes them from searches', async () => {
    await set('search.exclude', { '**/etc/{xen,cron}': true });
    await diagnosticsWhere(host.file(WEB), 'no findings', (all) => all.length === 0);
    await restoreSettings();
    await findingOf(host.file(WEB), UNKNOWN);
  });

  it('are left alone while they are open in another language', async () => {
    const { document } = await open(host.file(WEB));
    await languages.setTextDocumentLanguage(document, 'ini');
    await diagnosticsWhere(host.file(WEB), 'no findings', (all) => all.length === 0);
    await closeAll();
    await findingOf(host.file(WEB), UNKNOWN);
  });

  it('are left alone where a setting says so', async () => {
    await set('bridgewise.checkWorkspace', false);
    await diagnosticsWhere(host.file(WEB), 'no findings', (all) => all.length === 0);
    await set('bridgewise.checkWorkspace', true);
    await findingOf(host.file(WEB), UNKNOWN);
  });
});
