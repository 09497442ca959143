import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { expandSnippet, snippets } from '../../support/snippets.ts';
import { diagnosticsWhere, rulesOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { workbenchPage } from '../support/page.ts';
import { endOf } from '../support/places.ts';
import { until } from '../support/until.ts';

const MAIN = 'etc/network/interfaces';

describe('a snippet, inserted into an empty file, is a host without a finding', () => {
  afterEach(closeAll);

  for (const { name, body } of snippets) {
    it(name, async () => {
      const host = await createHost({ [MAIN]: '' });
      const editor = await open(host.file(MAIN));
      await commands.executeCommand('editor.action.insertSnippet', { langId: 'debian-interfaces', name });
      await commands.executeCommand('leaveSnippet');
      const indentation = editor.options.insertSpaces ? ' '.repeat(Number(editor.options.tabSize)) : '\t';
      strictEqual(editor.document.getText(), expandSnippet(body).replaceAll('\t', indentation));
      // Only when a fault is there that was written after it, the absence of others means something.
      await editor.edit((edit) => edit.insert(endOf(editor.document), '\niface fault inet\n'));
      const found = await diagnosticsWhere(host.file(MAIN), 'the fault', (all) =>
        rulesOf(all).includes('iface-without-method'),
      );
      deepStrictEqual(rulesOf(found), ['iface-without-method']);
    });
  }

  it('filled in by the user, place by place', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    const host = await createHost({ [MAIN]: '' });
    const editor = await open(host.file(MAIN));
    const name = 'VLAN bridge without an IP address';
    await commands.executeCommand('editor.action.insertSnippet', { langId: 'debian-interfaces', name });
    for (const text of ['enp3s0', '42', 'xenbrb']) {
      await page.type(text);
      await page.press('Tab');
    }
    const filled = ['enp3s0.42 inet manual', 'xenbrbv42 inet manual', 'bridge_ports enp3s0.42'];
    await until('what was typed, in all its places', workspace.onDidChangeTextDocument, () =>
      filled.every((text) => editor.document.getText().includes(text)) ? true : undefined,
    );
    await editor.edit((edit) => edit.insert(endOf(editor.document), '\niface fault inet\n'));
    const found = await diagnosticsWhere(host.file(MAIN), 'the fault', (all) =>
      rulesOf(all).includes('iface-without-method'),
    );
    deepStrictEqual(rulesOf(found), ['iface-without-method']);
  });
});
