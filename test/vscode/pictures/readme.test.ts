import { ok } from 'node:assert/strict';
import { commands, extensions, Uri, window, workspace } from 'vscode';
import { diagnosticsWhere } from '../support/diagnostics.ts';
import { open } from '../support/host.ts';
import type { Page } from '../support/page.ts';
import { workbenchPage } from '../support/page.ts';
import { rangeOf } from '../support/places.ts';

const MAIN = 'etc/network/interfaces';

/** What would only take room in a picture. */
const PLAIN: Readonly<Record<string, unknown>> = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.lineHeight': 18,
  'editor.lightbulb.enabled': 'off',
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollBeyondLastLine': false,
  'problems.showCurrentInStatus': false,
  'remote.autoForwardPorts': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.empty.hint': 'hidden',
  'workbench.layoutControl.enabled': false,
};

/** Copies a file or folder of the examples into the workspace. */
async function copyExample(path: string): Promise<Uri> {
  const project = extensions.getExtension('bridgewise.bridgewise')?.extensionUri;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  ok(project && folder);
  const copy = Uri.joinPath(folder, path);
  await workspace.fs.copy(Uri.joinPath(project, 'examples', path), copy);
  return copy;
}

/** The examples' file, open in a window without anything that is not about it. */
async function showExample(page: Page): Promise<Uri> {
  for (const [name, value] of Object.entries(PLAIN)) await workspace.getConfiguration().update(name, value, true);
  const file = await copyExample(MAIN);
  await commands.executeCommand('workbench.action.closeSidebar');
  await commands.executeCommand('workbench.action.closeAuxiliaryBar');
  await commands.executeCommand('notifications.clearAll');
  await page.viewport(1100, 560);
  await open(file);
  await diagnosticsWhere(file, 'findings', (all) => all.length > 0);
  await page.waitFor('.squiggly-error');
  return file;
}

/** Puts the cursor into a word of the example. */
async function putCursor(file: Uri, word: string, nth: number): Promise<void> {
  const document = window.activeTextEditor?.document;
  ok(document);
  const { start } = rangeOf(document, word, nth);
  await open(file, start);
}

describe('pictures for the README', () => {
  let page: Page;
  let file: Uri;
  before(async function () {
    const here = workbenchPage();
    if (!here) return this.skip();
    page = here;
    file = await showExample(page);
  });

  it('hover.png', async () => {
    await putCursor(file, 'xenbr1.30', 2);
    await commands.executeCommand('editor.action.showHover');
    await page.waitFor('.monaco-hover:not(.hidden) .hover-row:has-text("Ctrl+.")');
    await page.screenshot('hover');
    await page.press('Escape');
  });

  it('quick-fix.png', async () => {
    await putCursor(file, 'xenbr0.10', 2);
    await commands.executeCommand('editor.action.quickFix');
    await page.waitFor('.action-widget .monaco-list-row');
    await page.screenshot('quick-fix');
    await page.press('Escape');
  });

  it('problems.png', async () => {
    await page.viewport(1100, 780);
    await commands.executeCommand('workbench.panel.markers.view.focus');
    await page.waitFor('.markers-panel .monaco-list-row:has-text("static-without-address")');
    // A selected finding would have a light bulb in place of its severity.
    await page.press('Home');
    await putCursor(file, 'iface eth0.10', 1);
    await page.waitFor('.markers-panel .monaco-list-row .codicon-error');
    await page.screenshot('problems');
    await commands.executeCommand('workbench.action.closePanel');
  });

  it('topology.png', async () => {
    await copyExample('etc/xen');
    await page.viewport(1400, 620);
    await putCursor(file, 'xenbr1.40', 2);
    await commands.executeCommand('bridgewise.showTopology');
    await page.viewWaitFor('.domu:has(.name:text-is("web"))');
    await page.viewWaitFor('.current:has(.name:text-is("xenbr1.40"))');
    await page.screenshot('topology');
  });
});
