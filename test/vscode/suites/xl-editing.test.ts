import { deepStrictEqual, notStrictEqual, strictEqual } from 'node:assert/strict';
import type { TextEditor } from 'vscode';
import { commands, Position, Selection, workspace } from 'vscode';
import { expandSnippet, xlSnippets } from '../../support/snippets.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { workbenchPage } from '../support/page.ts';
import { endOf } from '../support/places.ts';
import { until } from '../support/until.ts';

const GUEST = 'etc/xen/web.cfg';
const MAC = /00:16:3e(?::[0-9a-f]{2}){3}/g;

async function openGuest(text: string, cursor?: Position): Promise<TextEditor> {
  const host = await createHost({ [GUEST]: text });
  return open(host.file(GUEST), cursor);
}

/** Waits until the document has this text. */
async function textBecomes({ document }: TextEditor, text: string): Promise<void> {
  await until(JSON.stringify(text), workspace.onDidChangeTextDocument, () => document.getText() === text || undefined);
}

describe('a domU file, by what VS Code reads without the server', () => {
  afterEach(closeAll);

  for (const path of [GUEST, 'etc/xen/auto/10-web', 'web.xl', 'web.xlcfg', 'xen/guests/web.hvm', 'etc/xen/xl.conf'])
    it(`is known by the name ${path}`, async () => {
      const host = await createHost({ [path]: '' });
      strictEqual((await open(host.file(path))).document.languageId, 'xen-xl');
    });

  for (const path of ['etc/xen/xen.cfg', 'boot/efi/EFI/debian/xen.cfg', 'etc/xen-tools/xen-tools.conf'])
    it(`is not known by the name ${path}`, async () => {
      const host = await createHost({ [path]: '[global]\n' });
      strictEqual((await open(host.file(path))).document.languageId, 'properties');
    });

  for (const { name, body } of xlSnippets)
    it(`gets the snippet "${name}"`, async () => {
      const editor = await openGuest('');
      await commands.executeCommand('editor.action.insertSnippet', { langId: 'xen-xl', name });
      await commands.executeCommand('leaveSnippet');
      const indentation = editor.options.insertSpaces ? ' '.repeat(Number(editor.options.tabSize)) : '\t';
      const text = editor.document.getText();
      const expected = expandSnippet(body).replaceAll('\t', indentation);
      strictEqual(text.replaceAll(MAC, 'MAC'), expected.replaceAll(MAC, 'MAC'));
      const addresses = text.match(MAC) ?? [];
      strictEqual(new Set(addresses).size, expected.match(MAC)?.length);
    });

  it('gets another MAC address each time', async () => {
    const insert = { langId: 'xen-xl', name: 'PVH guest' };
    const editor = await openGuest('');
    await commands.executeCommand('editor.action.insertSnippet', insert);
    await commands.executeCommand('leaveSnippet');
    editor.selection = new Selection(endOf(editor.document), endOf(editor.document));
    await commands.executeCommand('editor.action.insertSnippet', insert);
    const addresses = editor.document.getText().match(MAC);
    strictEqual(addresses?.length, 2);
    notStrictEqual(addresses[0], addresses[1]);
  });

  it('has its lists and strings closed and indented as they are typed', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    const editor = await openGuest('name = "web"\n', new Position(1, 0));
    // Quotes close themselves only where the grammar has told that they are in no string: it makes pieces of each line.
    await page.waitFor('.view-line > span > span:nth-child(4)');
    await page.type('disk = [');
    await page.press('Enter');
    await textBecomes(editor, 'name = "web"\ndisk = [\n    \n]');
    await page.waitFor('.view-line > span > span:text-is("]")');
    await page.type("'");
    await textBecomes(editor, `name = "web"\ndisk = [\n    ''\n]`);
    await page.type('/dev/vg0/it[');
    await textBecomes(editor, `name = "web"\ndisk = [\n    '/dev/vg0/it['\n]`);
  });

  it('has a comment go on in the next line when it is cut in two', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    const editor = await openGuest('memory = 512 # MiB see the plan\n', new Position(0, 19));
    await page.press('Enter');
    await textBecomes(editor, 'memory = 512 # MiB \n# see the plan\n');
  });

  it('has its MAC addresses, devices and names selected as words', async () => {
    const line = "vif = [ 'mac=00:16:3e:5a:01:02,bridge=xenbr0.10' ] # xvda1";
    const editor = await openGuest(`${line}\n`);
    const words = ['3e', 'nbr0', 'vda'].map((part) => {
      const range = editor.document.getWordRangeAtPosition(new Position(0, line.indexOf(part)));
      return editor.document.getText(range);
    });
    deepStrictEqual(words, ['00:16:3e:5a:01:02', 'xenbr0.10', 'xvda1']);
  });
});
