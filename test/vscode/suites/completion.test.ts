import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { CompletionList } from 'vscode';
import { CompletionItemKind, commands, Position, workspace } from 'vscode';
import { closeAll, createHost, open, ready } from '../support/host.ts';
import { workbenchPage } from '../support/page.ts';
import { until } from '../support/until.ts';

const MAIN = 'etc/network/interfaces';

/** Opens a text with the cursor at its end. */
async function openAtEnd(text: string) {
  const host = await createHost({ [MAIN]: text });
  const lines = text.split('\n');
  return open(host.file(MAIN), new Position(lines.length - 1, lines.at(-1)?.length ?? 0));
}

describe('completion', () => {
  before(ready);
  afterEach(closeAll);

  const offered: readonly { where: string; text: string; label: string }[] = [
    { where: 'a keyword', text: 'if', label: 'iface' },
    { where: 'an address family', text: 'iface eth0 ', label: 'inet6' },
    { where: 'a method of the family', text: 'iface eth0 inet6 ', label: 'auto' },
    { where: 'an option', text: 'iface xenbr0 inet manual\n   bridge', label: 'bridge_ports' },
    { where: 'a value', text: 'iface xenbr0 inet manual\n   bridge_stp ', label: 'off' },
    {
      where: 'an interface that fits',
      text: 'iface eth7 inet manual\nauto xenbr0\niface xenbr0 inet manual\n   bridge_ports ',
      label: 'eth7',
    },
    { where: 'a rule, in a comment', text: '# bridgewise-ignore bridge-w', label: 'bridge-without-ports' },
  ];
  for (const { where, text, label } of offered) {
    it(`proposes ${where}`, async () => {
      const { document, selection } = await openAtEnd(text);
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        selection.active,
      );
      const labels = items
        .filter(({ kind }) => kind !== CompletionItemKind.Snippet)
        .map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
      ok(labels.includes(label), labels.join(' '));
      deepStrictEqual(labels, [...new Set(labels)], 'nothing is proposed twice');
    });
  }

  it('is accepted from the list', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    const { document } = await openAtEnd('iface xenbr0 inet manual\n   bridge_p');
    await commands.executeCommand('editor.action.triggerSuggest');
    await page.waitFor('.suggest-widget.visible .monaco-list-row:has-text("bridge_ports")');
    await commands.executeCommand('acceptSelectedSuggestion');
    await until('the option is written', workspace.onDidChangeTextDocument, () =>
      document.lineAt(1).text.trimEnd() === '   bridge_ports' ? true : undefined,
    );
  });

  it('goes on by itself, from the keyword to the method', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    const { document } = await openAtEnd('iface eth0');
    await page.type(' ');
    await page.waitFor('.suggest-widget.visible .monaco-list-row.focused:has-text("inet")');
    await commands.executeCommand('acceptSelectedSuggestion');
    // The list of methods opens without being asked for.
    await page.waitFor('.suggest-widget.visible .monaco-list-row:has-text("dhcp")');
    strictEqual(document.getText(), 'iface eth0 inet ');
    await page.type('dh');
    await page.waitFor('.suggest-widget.visible .monaco-list-row.focused:has-text("dhcp")');
    await commands.executeCommand('acceptSelectedSuggestion');
    await until('the method is written', workspace.onDidChangeTextDocument, () =>
      document.getText() === 'iface eth0 inet dhcp' ? true : undefined,
    );
    strictEqual(document.languageId, 'debian-interfaces');
  });
});
