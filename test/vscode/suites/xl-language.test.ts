import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import type { TextDocument, Uri } from 'vscode';
import { languages, window, workspace } from 'vscode';
import { diagnosticsWhere, findingOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { endOf } from '../support/places.ts';
import { restoreSettings, set } from '../support/settings.ts';
import { until } from '../support/until.ts';

const GUEST = 'name = "web"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
/** xl refuses a comment that the file ends in. */
const FAULTY = `${GUEST}# the end`;
const XEN_TOOLS = 'lvm = vg0\nsize = 4G\nmemory = 128M\nkernel = /boot/vmlinuz\npygrub=1\ngateway = 192.0.2.1\n';
const EFI = '[global]\ndefault=xen\n\n[xen]\noptions=console=vga\nkernel=vmlinuz root=/dev/sda1\nvideo=1\n';

/** The document, once VS Code has it under another language: it then closes and opens it. */
function documentOf(uri: Uri, language: string): Promise<TextDocument> {
  return until(`${uri.path} as ${language}`, workspace.onDidOpenTextDocument, () =>
    workspace.textDocuments.find((one) => one.uri.toString() === uri.toString() && one.languageId === language),
  );
}

/** Waits until every document that was shown before has been looked at: another one, shown later, has been recognised. */
async function looked(): Promise<void> {
  const host = await createHost({ 'later.cfg': FAULTY });
  await open(host.file('later.cfg'));
  await documentOf(host.file('later.cfg'), 'xen-xl');
  await findingOf(host.file('later.cfg'), 'comment-without-newline');
}

describe('the language of files for xl', () => {
  afterEach(async () => {
    await restoreSettings();
    await closeAll();
  });

  for (const path of ['etc/xen/web.cfg', 'etc/xen/auto/web', 'xen/guests/web.hvm', 'web.xl', 'guests/web.xlcfg'])
    it(`is known by the name ${path}`, async () => {
      const host = await createHost({ [path]: FAULTY });
      strictEqual((await open(host.file(path))).document.languageId, 'xen-xl');
      await findingOf(host.file(path), 'comment-without-newline');
    });

  for (const path of ['guests/web.cfg', 'web.conf', 'guests/web'])
    it(`is known by what stands in ${path}`, async () => {
      const host = await createHost({ [path]: `# made by hand\n${FAULTY}` });
      await open(host.file(path));
      await documentOf(host.file(path), 'xen-xl');
      await findingOf(host.file(path), 'comment-without-newline');
    });

  it('is known in an untitled document, once it is written', async () => {
    const document = await workspace.openTextDocument({ content: '' });
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(endOf(document), FAULTY));
    await documentOf(document.uri, 'xen-xl');
    await findingOf(document.uri, 'comment-without-newline');
  });

  const others: readonly { path: string; text: string; is: string }[] = [
    { path: 'etc/xen/xen.cfg', text: EFI, is: 'properties' },
    { path: 'boot/efi/EFI/debian/xen.cfg', text: EFI, is: 'properties' },
    { path: 'etc/xen-tools/xen-tools.conf', text: XEN_TOOLS, is: 'properties' },
    { path: 'etc/xen-tools/xm.tmpl', text: "name = '{$hostname}'\nmemory = '{$memory}'\n{ $OUT }\n", is: 'plaintext' },
    { path: 'setup.cfg', text: '[metadata]\nname = 1\n', is: 'properties' },
    { path: 'settings.ini', text: GUEST, is: 'ini' },
    { path: 'web.txt', text: GUEST, is: 'plaintext' },
  ];
  for (const { path, text, is } of others)
    it(`is not taken for that of ${path}`, async () => {
      const host = await createHost({ [path]: text });
      const { document } = await open(host.file(path));
      await looked();
      strictEqual(document.languageId, is);
      deepStrictEqual(languages.getDiagnostics(document.uri), []);
    });

  it('gives way to files.associations', async () => {
    await set('files.associations', { 'web.*': 'properties', '**/store/*.cfg': 'ini' });
    const host = await createHost({ 'web.cfg': GUEST, 'store/db.cfg': GUEST });
    const byName = (await open(host.file('web.cfg'))).document;
    const byPath = (await open(host.file('store/db.cfg'))).document;
    await looked();
    deepStrictEqual([byName.languageId, byPath.languageId], ['properties', 'ini']);
  });

  it('gives way to the language that is then chosen by hand', async () => {
    const host = await createHost({ 'web.cfg': FAULTY, 'other.cfg': GUEST });
    await open(host.file('web.cfg'));
    const document = await documentOf(host.file('web.cfg'), 'xen-xl');
    await findingOf(document.uri, 'comment-without-newline');
    await languages.setTextDocumentLanguage(document, 'properties');
    await open(host.file('other.cfg'));
    const { document: again } = await open(host.file('web.cfg'));
    await looked();
    strictEqual(again.languageId, 'properties');
    await diagnosticsWhere(again.uri, 'no findings', (all) => all.length === 0);
  });
});
