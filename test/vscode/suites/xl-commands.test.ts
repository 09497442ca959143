import { ok, strictEqual } from 'node:assert/strict';
import type { TextEditor } from 'vscode';
import { commands, Range, window, workspace } from 'vscode';
import { actionTitled, take } from '../support/actions.ts';
import { findingOf } from '../support/diagnostics.ts';
import type { Host } from '../support/host.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { workbenchPage } from '../support/page.ts';
import { until } from '../support/until.ts';

const OLD = 'etc/xen/old.cfg';
const FOR_XM = `import os
name = "old"  # the name
builder = "linux"
kernel = "/boot/vmlinuz"
if os.path.exists("/x"):
    memory = 512
disk = [ "phy:/dev/vg/old-disk,xvda,w" ]
`;
const FOR_XL = `import os
name = "old"  # the name
type = "pv"
kernel = "/boot/vmlinuz"
if os.path.exists("/x"):
    memory = 512
disk = [ "/dev/vg/old-disk,raw,xvda,w" ]
`;

const GUEST = 'etc/xen/web.cfg';
const WEB = `# The web server.
name = "web"
kernel = "/boot/vmlinuz"
disk = [ "/dev/vg/web-disk,raw,xvda,w" ]
vif = [ "mac=00:16:3e:01:02:03,ip=192.0.2.1" ]
`;
/** A MAC address is another one each time. */
const withoutMac = (text: string): string => text.replace(/(?:[0-9a-f]{2}:){5}[0-9a-f]{2}/g, 'MAC');
const SHOP = withoutMac(WEB.replaceAll('web', 'shop').replace('shop server', 'web server'));

/** The editor of a file by its name, once it has any text. */
function editorOf(name: string): Promise<TextEditor> {
  return until(`${name} in an editor`, window.onDidChangeActiveTextEditor, () => {
    const editor = window.activeTextEditor;
    return editor?.document.uri.path.endsWith(`/${name}`) && editor.document.getText() !== '' ? editor : undefined;
  });
}

describe('commands on a whole domU file', () => {
  let host: Host;
  beforeEach(async () => {
    host = await createHost({ [OLD]: FOR_XM, [GUEST]: WEB, 'etc/xen/there.cfg': 'name = "there"\n' });
  });
  afterEach(closeAll);

  it('convert it from xm, and go to the first place that is left', async () => {
    const editor = await open(host.file(OLD));
    await findingOf(host.file(OLD), 'python-code');
    await commands.executeCommand('bridgewise.convertFromXm');
    strictEqual(editor.document.getText(), FOR_XL);
    await until('the cursor is at the condition', window.onDidChangeTextEditorSelection, () =>
      editor.selection.active.line === 4 ? true : undefined,
    );
    const page = workbenchPage();
    if (!page) return;
    await page.waitFor(
      '.notification-list-item-message:has-text("One place is left for you, in line 5: xl knows no conditions")',
    );
    await commands.executeCommand('notifications.clearAll');
  });

  it('is a refactoring, too', async () => {
    const { document } = await open(host.file(OLD));
    await findingOf(host.file(OLD), 'python-code');
    const range = new Range(1, 0, 1, 0);
    await take(await actionTitled(document.uri, range, 'Convert from xm', 'refactor.rewrite'));
    strictEqual(document.getText(), FOR_XL);
  });

  it('make a new domU beside it, which is not saved yet', async () => {
    await open(host.file(GUEST));
    await commands.executeCommand('bridgewise.newDomU', 'shop');
    const { document } = await editorOf('shop.cfg');
    strictEqual(withoutMac(document.getText()), SHOP);
    ok(!document.getText().includes('00:16:3e:01:02:03'));
    strictEqual(document.languageId, 'xen-xl');
    ok(document.isDirty);
    strictEqual((await workspace.fs.readFile(host.file('etc/xen/shop.cfg'))).length, 0);
    strictEqual((await workspace.openTextDocument(host.file(GUEST))).getText(), WEB);
  });

  it('make a new domU of one that is nowhere yet', async () => {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'xen-xl', content: WEB }));
    await commands.executeCommand('bridgewise.newDomU', 'shop');
    const document = await until('the new document', window.onDidChangeActiveTextEditor, () => {
      const shown = window.activeTextEditor?.document;
      return shown?.getText().includes('name = "shop"') ? shown : undefined;
    });
    ok(document.isUntitled);
    strictEqual(withoutMac(document.getText()), SHOP);
  });

  it('ask for its name, and say why one is refused', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    await open(host.file(GUEST));
    const done = commands.executeCommand('bridgewise.newDomU');
    await page.waitFor('.quick-input-widget .quick-input-box input');
    await page.type('web');
    await page.waitFor('.quick-input-message:has-text("called web already")');
    await page.type('2');
    await page.waitFor('.quick-input-message:has-text("named after it")');
    await page.press('Enter');
    await done;
    const { document } = await editorOf('web2.cfg');
    ok(document.getText().includes('/dev/vg/web2-disk'));
    await page.waitFor('.notification-list-item-message:has-text("Make its disks: /dev/vg/web2-disk")');
    await commands.executeCommand('notifications.clearAll');
  });

  it('ask before a file is replaced', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    await open(host.file(GUEST));
    const kept = commands.executeCommand('bridgewise.newDomU', 'there');
    await page.waitFor('.quick-input-widget:has-text("there.cfg is there already")');
    await page.press('Escape');
    await kept;
    strictEqual((await workspace.openTextDocument(host.file('etc/xen/there.cfg'))).getText(), 'name = "there"\n');
    const replaced = commands.executeCommand('bridgewise.newDomU', 'there');
    await page.click('.quick-input-list .monaco-list-row:has-text("Replace there.cfg")');
    await replaced;
    const { document } = await editorOf('there.cfg');
    ok(document.getText().includes('/dev/vg/there-disk'));
    ok(document.isDirty);
  });
});
