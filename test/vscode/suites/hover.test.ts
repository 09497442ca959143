import { match, ok, strictEqual } from 'node:assert/strict';
import { commands, Position } from 'vscode';
import { closeAll, createHost, open, ready } from '../support/host.ts';
import { hoversAt, textOf } from '../support/hovers.ts';
import { workbenchPage } from '../support/page.ts';
import { rangeOf } from '../support/places.ts';

const MAIN = 'etc/network/interfaces';
const HOST = `auto xenbr0
iface xenbr0 inet static
   address 192.0.2.10/24
   gateway 192.0.2.1
   bridge_ports eth0.10
   bridge_stp off
`;

describe('hovering', () => {
  before(ready);
  after(closeAll);

  const explained: readonly { what: string; word: string; says: RegExp }[] = [
    { what: 'a keyword', word: 'auto', says: /ifup -a/ },
    { what: 'an address family', word: 'inet', says: /IPv4/ },
    { what: 'a method', word: 'static', says: /address/ },
    { what: 'an option', word: 'bridge_stp', says: /Spanning Tree/i },
    { what: 'a value', word: '192.0.2.10/24', says: /255\.255\.255\.0/ },
    { what: 'an interface', word: 'xenbr0', says: /bridge/i },
    { what: 'an interface that another file’s stanza would declare', word: 'eth0.10', says: /VLAN/ },
  ];
  for (const { what, word, says } of explained) {
    it(`explains ${what}`, async () => {
      const host = await createHost({ [MAIN]: HOST });
      const { document } = await open(host.file(MAIN));
      const range = rangeOf(document, word);
      const hovers = await hoversAt(host.file(MAIN), range.start);
      match(textOf(hovers), says);
      const [{ range: hovered } = {}] = hovers;
      ok(hovered);
      strictEqual(document.getText(hovered), word);
    });
  }

  it('shows the explanation in the editor', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    const host = await createHost({ [MAIN]: HOST });
    await open(host.file(MAIN), new Position(5, 4));
    await commands.executeCommand('editor.action.showHover');
    await page.waitFor('.monaco-hover:not(.hidden) .hover-row:has-text("bridge-utils")');
  });
});
