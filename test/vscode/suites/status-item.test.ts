import { commands } from 'vscode';
import { findingOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { workbenchPage } from '../support/page.ts';
import { restoreSettings, set } from '../support/settings.ts';

const MAIN = 'etc/network/interfaces';

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
    await set('bridgewise.dialect', 'ifupdown-ng');
    await page.waitFor('.hover-language-status:has-text("ifupdown-ng")');
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  });
});
