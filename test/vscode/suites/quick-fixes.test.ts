import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import type { Uri } from 'vscode';
import { commands, Position, window, workspace } from 'vscode';
import { actionTitled, take } from '../support/actions.ts';
import { diagnosticsWhere, findingOf, rulesOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { workbenchPage } from '../support/page.ts';
import { restoreSettings, set } from '../support/settings.ts';
import { until } from '../support/until.ts';

const MAIN = 'etc/network/interfaces';
const GUESTS = 'etc/network/interfaces.d/guests';
const WITHOUT_PORTS = 'auto xenbr0\niface xenbr0 inet manual\n   bridge_fd 0\n';

const gone = (file: Uri, rule: string) =>
  diagnosticsWhere(file, `no finding of ${rule}`, (all) => !rulesOf(all).includes(rule));

describe('quick fixes', () => {
  afterEach(async () => {
    await restoreSettings();
    await closeAll();
  });

  it('change one place', async () => {
    const host = await createHost({ [MAIN]: WITHOUT_PORTS });
    const { document } = await open(host.file(MAIN));
    const finding = await findingOf(host.file(MAIN), 'bridge-without-ports');
    await take(await actionTitled(host.file(MAIN), finding.range, 'Add `bridge_ports none`'));
    match(document.getText(), /^ {3}bridge_ports none$/m);
    await gone(host.file(MAIN), 'bridge-without-ports');
  });

  it('change several places in several files', async () => {
    const files = {
      [MAIN]: 'source /etc/network/interfaces.d/*\nauto eth0\niface eth0 inet manual\nauto xenbr0.10\n',
      [GUESTS]:
        'iface eth0.10 inet manual\niface xenbr0.10 inet dhcp\n   bridge_ports eth0.10\n   up logger xenbr0.10\n',
    };
    const host = await createHost(files);
    const guests = await open(host.file(GUESTS));
    const finding = await findingOf(host.file(GUESTS), 'dotted-bridge-name');
    const title = 'Rename xenbr0.10 to xenbr0v10 in all files of this host';
    await take(await actionTitled(host.file(GUESTS), finding.range, title));
    const main = await workspace.openTextDocument(host.file(MAIN));
    strictEqual(guests.document.getText(), files[GUESTS].replaceAll('xenbr0.10', 'xenbr0v10'));
    strictEqual(main.getText(), files[MAIN].replaceAll('xenbr0.10', 'xenbr0v10'));
    await gone(host.file(GUESTS), 'dotted-bridge-name');
  });

  it('are chosen from the menu', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    const host = await createHost({ [MAIN]: WITHOUT_PORTS });
    const editor = await open(host.file(MAIN), new Position(1, 6));
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    await commands.executeCommand('editor.action.quickFix');
    await page.click('.action-widget .monaco-list-row:has-text("bridge_ports none")');
    await gone(host.file(MAIN), 'bridge-without-ports');
    match(editor.document.getText(), /^ {3}bridge_ports none$/m);
  });

  it('write a comment that suppresses the finding, with its reason selected', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    const host = await createHost({ [MAIN]: WITHOUT_PORTS });
    const editor = await open(host.file(MAIN), new Position(1, 6));
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    const row = '.action-widget .monaco-list-row:has-text("Ignore bridge-without-ports")';
    // The menu goes when the editor is drawn anew under it; then it is asked for again.
    for (let isOpen = false; !isOpen; ) {
      await commands.executeCommand('editor.action.quickFix');
      isOpen = await page.waitFor(row, { timeout: 5000 }).catch(() => false);
    }
    await page.click(row);
    await until('the reason is selected', window.onDidChangeTextEditorSelection, () =>
      editor.document.getText(editor.selection) === 'reason' ? true : undefined,
    );
    await page.type('made by a script of ours');
    const suppressed = WITHOUT_PORTS.replace(
      'iface',
      '# bridgewise-ignore bridge-without-ports: made by a script of ours\niface',
    );
    await until('the comment is written', workspace.onDidChangeTextDocument, () =>
      editor.document.getText() === suppressed ? true : undefined,
    );
    await gone(host.file(MAIN), 'bridge-without-ports');
  });

  it('turn a rule off, in the settings of the workspace', async () => {
    await set('bridgewise.rules', undefined);
    const host = await createHost({ [MAIN]: WITHOUT_PORTS });
    const { document } = await open(host.file(MAIN));
    const finding = await findingOf(host.file(MAIN), 'bridge-without-ports');
    await take(await actionTitled(host.file(MAIN), finding.range, 'Turn off bridge-without-ports'));
    await gone(host.file(MAIN), 'bridge-without-ports');
    const { workspaceValue } = workspace.getConfiguration('bridgewise').inspect('rules') ?? {};
    deepStrictEqual(workspaceValue, { 'bridge-without-ports': 'off' });
    strictEqual(document.getText(), WITHOUT_PORTS);
    await workspace.getConfiguration('bridgewise').update('rules', undefined, false);
    await findingOf(host.file(MAIN), 'bridge-without-ports');
  });
});
