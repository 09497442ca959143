import { strictEqual } from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { findingOf } from '../support/diagnostics.ts';
import type { Host } from '../support/host.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { workbenchPage } from '../support/page.ts';
import { restoreSettings, set } from '../support/settings.ts';

const MAIN = 'etc/network/interfaces';
const GUEST = 'etc/xen/web.cfg';
const TEMPLATE = 'etc/xen/template.cfg';
const DOMU = 'name = "web"\nkernel = "/boot/vmlinuz"\n# the end';

function nameOf(host: Host): string {
  return workspace.asRelativePath(host.file('')).replace(/\/$/, '');
}

describe('the status bar', () => {
  afterEach(async () => {
    await restoreSettings();
    await closeAll();
  });

  it('says for which program the files are read', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    const host = await createHost({ [MAIN]: 'iface eth0 inet manuel\n' });
    await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'unknown-method');
    const status = '.statusbar-item[id="status.languageStatus"]';
    await page.waitFor(status);
    await page.hover(status);
    await page.waitFor('.hover-language-status:has-text("ifupdown")');
    await page.waitFor(`.hover-language-status:has-text("of host ${nameOf(host)}")`);
    await set('bridgewise.dialect', 'ifupdown-ng');
    await page.waitFor('.hover-language-status:has-text("ifupdown-ng")');
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  });

  it('says for which series of Xen a file for xl is read, and lets it be chosen', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    await set('bridgewise.xenVersion', undefined);
    const host = await createHost({ [MAIN]: 'iface eth0 inet dhcp\n', [GUEST]: DOMU, [TEMPLATE]: '{% if x %}' });
    await open(host.file(GUEST));
    await findingOf(host.file(GUEST), 'comment-without-newline');
    const status = '.statusbar-item[id="status.languageStatus"]';
    const shows = async (text: string) => {
      await page.waitFor(status);
      // A mouse that is there already opens nothing.
      await page.hover('.part.editor');
      await page.hover(status);
      await page.waitFor(`.hover-language-status:has-text("${text}")`);
    };
    await shows('Xen 4.20');
    // Nobody knows what the template will be.
    await shows(`of host ${nameOf(host)}, read as a domU's configuration; not all of its files are known`);
    const chosen = commands.executeCommand('bridgewise.selectXenVersion');
    await page.waitFor('.quick-input-list .monaco-list-row:has-text("Xen 4.17")');
    await page.type('Debian 12');
    await page.press('Enter');
    await chosen;
    strictEqual(workspace.getConfiguration('bridgewise').inspect('xenVersion')?.workspaceValue, '4.17');
    await shows('Xen 4.17');
    await open(host.file(MAIN));
    await shows('ifupdown');
    await open(host.file(TEMPLATE));
    await shows('nothing is checked');
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  });
});
