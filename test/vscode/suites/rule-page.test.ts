import { match } from 'node:assert/strict';
import { commands, Selection, TabInputCustom, window, workspace } from 'vscode';
import { findingOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { workbenchPage } from '../support/page.ts';
import { until } from '../support/until.ts';

const RULE = 'bridge-without-ports';

/** Waits until the preview of the rule's page is in front, then closes it. */
async function seePreview(): Promise<void> {
  const uri = await until('a preview in front', window.tabGroups.onDidChangeTabs, () => {
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof TabInputCustom && input.viewType === 'vscode.markdown.preview.editor'
      ? input.uri
      : undefined;
  });
  match((await workspace.openTextDocument(uri)).getText(), new RegExp(`^# ${RULE}\n`));
  await commands.executeCommand('workbench.action.closeActiveEditor');
}

describe('the page of a rule', () => {
  afterEach(closeAll);

  it('opens by the command', async () => {
    await commands.executeCommand('bridgewise.openRule', RULE);
    await seePreview();
  });

  it('opens by the link of a finding, in the hover and in the Problems view', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    const host = await createHost({
      'etc/network/interfaces': 'auto xenbr0\niface xenbr0 inet manual\n   bridge_fd 0\n',
    });
    const file = host.file('etc/network/interfaces');
    const editor = await open(file);
    const { range } = await findingOf(file, RULE);
    editor.selection = new Selection(range.start, range.start);
    await commands.executeCommand('editor.action.showHover');
    await page.click('.monaco-hover:not(.hidden) .code-link');
    await seePreview();
    await commands.executeCommand('workbench.actions.view.problems');
    await page.click(`.markers-panel a.monaco-link:has-text("${RULE}")`);
    await seePreview();
  });
});
