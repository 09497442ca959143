import { deepStrictEqual, rejects, strictEqual } from 'node:assert/strict';
import type { DocumentHighlight, Location, LocationLink, Uri } from 'vscode';
import { commands, DocumentHighlightKind, WorkspaceEdit, workspace } from 'vscode';
import type { Host } from '../support/host.ts';
import { closeAll, createHost, open, ready } from '../support/host.ts';
import { rangeOf, shown } from '../support/places.ts';

const MAIN = 'etc/network/interfaces';
const GUESTS = 'etc/network/interfaces.d/guests';
const MAIN_TEXT = `source /etc/network/interfaces.d/*
auto eth0 xenbr0v10
iface eth0 inet manual
   up ethtool -K eth0 tso off
`;
const GUESTS_TEXT = `iface eth0.10 inet manual
iface xenbr0v10 inet manual
   bridge_ports eth0.10
   up f=/proc/sys/net/ipv6/conf/$IFACE/disable_ipv6; if [ -e $f ]; then echo 1 > $f; fi
`;

/** A place as `guests 1:7-1:14`, with what stands there where it is only a part. */
function described(uri: Uri, range: Location['range']): string {
  return `${uri.path.split('/').at(-1)} ${shown(range)}`;
}

describe('names of interfaces', () => {
  before(ready);
  let host: Host;
  beforeEach(async () => {
    host = await createHost({ [MAIN]: MAIN_TEXT, [GUESTS]: GUESTS_TEXT });
  });
  afterEach(closeAll);

  it('are renamed in all files of the host, with what is made of them', async () => {
    const { document } = await open(host.file(MAIN));
    const { start } = rangeOf(document, 'eth0');
    const edit = await commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, start, 'enp3s0');
    strictEqual(edit instanceof WorkspaceEdit, true);
    strictEqual(await workspace.applyEdit(edit as WorkspaceEdit), true);
    strictEqual(document.getText(), MAIN_TEXT.replaceAll('eth0', 'enp3s0'));
    const guests = await workspace.openTextDocument(host.file(GUESTS));
    strictEqual(guests.getText(), GUESTS_TEXT.replaceAll('eth0', 'enp3s0'));
  });

  it('are not renamed to what cannot be one, and the user reads why', async () => {
    const { document } = await open(host.file(MAIN));
    const { start } = rangeOf(document, 'eth0');
    const rename = commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      start,
      'a-name-too-long0',
    );
    await rejects(Promise.resolve(rename), /15/);
  });

  it('lead to their stanza, in another file too', async () => {
    const { document } = await open(host.file(GUESTS));
    const definitionsOf = async (word: string, nth: number) => {
      const { start } = rangeOf(document, word, nth);
      const found = await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        start,
      );
      return found.map((one) =>
        'targetUri' in one
          ? described(one.targetUri, one.targetSelectionRange ?? one.targetRange)
          : described(one.uri, one.range),
      );
    };
    deepStrictEqual(await definitionsOf('eth0.10', 2), ['guests 1:7-1:14']);
    await open(host.file(MAIN));
    const { start } = rangeOf(await workspace.openTextDocument(host.file(MAIN)), '/etc');
    const sourced = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      host.file(MAIN),
      start,
    );
    deepStrictEqual(
      sourced.map((one) => ('targetUri' in one ? one.targetUri : one.uri).path),
      [host.file(GUESTS).path],
    );
  });

  it('are found wherever the host’s files use them', async () => {
    const { document } = await open(host.file(MAIN));
    const { start } = rangeOf(document, 'xenbr0v10');
    const found = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', document.uri, start);
    deepStrictEqual(found.map(({ uri, range }) => described(uri, range)).sort(), [
      'guests 2:7-2:16',
      'interfaces 2:11-2:20',
    ]);
  });

  it('are highlighted in the file, the stanza as what is written', async () => {
    const { document } = await open(host.file(MAIN));
    const { start } = rangeOf(document, 'eth0');
    const found = await commands.executeCommand<DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      start,
    );
    deepStrictEqual(
      found.map(({ range, kind }) => [shown(range), kind]),
      [
        ['2:6-2:10', DocumentHighlightKind.Read],
        ['3:7-3:11', DocumentHighlightKind.Write],
        ['4:18-4:22', DocumentHighlightKind.Read],
      ],
    );
  });
});
