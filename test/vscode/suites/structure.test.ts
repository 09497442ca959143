import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import type { DocumentLink, DocumentSymbol, FoldingRange } from 'vscode';
import { commands, Position, window } from 'vscode';
import type { Host } from '../support/host.ts';
import { closeAll, createHost, open, ready } from '../support/host.ts';
import { workbenchPage } from '../support/page.ts';
import { until } from '../support/until.ts';

const MAIN = 'etc/network/interfaces';
const GUESTS = 'etc/network/interfaces.d/guests';
const MAIN_TEXT = `# one
# two
source /etc/network/interfaces.d/guests

auto eth0
iface eth0 inet dhcp
   mtu 9000

iface lo inet loopback
`;

describe('the structure of a file', () => {
  before(ready);
  let host: Host;
  beforeEach(async () => {
    host = await createHost({ [MAIN]: MAIN_TEXT, [GUESTS]: 'auto lo\n' });
    await open(host.file(MAIN));
  });
  afterEach(closeAll);

  it('is the outline', async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      host.file(MAIN),
    );
    deepStrictEqual(
      symbols.map(({ name, children }) => [name, children.map((child) => `${child.name} ${child.detail}`)]),
      [
        ['/etc/network/interfaces.d/guests', []],
        ['eth0', ['mtu 9000']],
        ['lo', []],
      ],
    );
  });

  it('can be folded', async () => {
    const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', host.file(MAIN));
    deepStrictEqual(
      folds.map(({ start, end }) => [start, end]).sort(([a = 0], [b = 0]) => a - b),
      [
        [0, 1],
        [5, 6],
      ],
    );
  });

  it('links to the file that is sourced', async () => {
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', host.file(MAIN));
    const link = links.find(({ target }) => target?.path === host.file(GUESTS).path);
    ok(link);
    const { document } = await open(host.file(MAIN));
    strictEqual(document.getText(link.range), '/etc/network/interfaces.d/guests');
  });

  it('leads from the link to the file', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    await open(host.file(MAIN), new Position(2, 8));
    await page.waitFor('.detected-link');
    await commands.executeCommand('editor.action.openLink');
    await until('the sourced file is in front', window.onDidChangeActiveTextEditor, () =>
      window.activeTextEditor?.document.uri.path === host.file(GUESTS).path ? true : undefined,
    );
  });
});
