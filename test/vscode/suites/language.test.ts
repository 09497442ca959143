import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Hover, TextDocument, Uri } from 'vscode';
import { commands, extensions, languages, window, workspace } from 'vscode';
import { diagnosticsWhere, findingOf, rulesOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { endOf } from '../support/places.ts';
import { until } from '../support/until.ts';

const MAIN = 'etc/network/interfaces';
const FAULTY = 'auto xenbr0\niface xenbr0 inet manual\n   bridge_fd 0\n';
const SHOREWALL = '#ZONE INTERFACE BROADCAST OPTIONS\nnet eth0 detect dhcp\n';

/** The document, once VS Code has it under another language: it then closes and opens it. */
function documentOf(uri: Uri, language: string): Promise<TextDocument> {
  return until(`${uri.path} as ${language}`, workspace.onDidOpenTextDocument, () =>
    workspace.textDocuments.find((one) => one.uri.toString() === uri.toString() && one.languageId === language),
  );
}

describe('the language', () => {
  afterEach(closeAll);

  for (const path of [MAIN, 'etc/network/interfaces.new', 'etc/network/interfaces.d/guests', 'network/interfaces'])
    it(`is known by the name ${path}`, async () => {
      const host = await createHost({ [path]: 'iface eth0 inet\n' });
      strictEqual((await open(host.file(path))).document.languageId, 'debian-interfaces');
      await findingOf(host.file(path), 'iface-without-method');
    });

  for (const path of ['interfaces', 'templates/dom0.cfg-interfaces', 'backup/interfaces.2024-05-01'])
    it(`is known by the first word in ${path}`, async () => {
      const host = await createHost({ [path]: `# of the dom0\n${FAULTY}` });
      await open(host.file(path));
      await documentOf(host.file(path), 'debian-interfaces');
      await findingOf(host.file(path), 'bridge-without-ports');
    });

  it('is known in an untitled document, once it is written', async () => {
    const document = await workspace.openTextDocument({ content: '' });
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(endOf(document), FAULTY));
    await documentOf(document.uri, 'debian-interfaces');
    await findingOf(document.uri, 'bridge-without-ports');
  });

  it('is not taken for that of Shorewall, whose files are named so too', async () => {
    const host = await createHost({ 'etc/shorewall/interfaces': SHOREWALL, interfaces: FAULTY });
    const { document } = await open(host.file('etc/shorewall/interfaces'));
    // The file beside it is looked at later, and has been recognised then.
    await open(host.file('interfaces'));
    await findingOf(host.file('interfaces'), 'bridge-without-ports');
    strictEqual(document.languageId, 'plaintext');
    deepStrictEqual(languages.getDiagnostics(document.uri), []);
  });

  it('is no reason for a finding where it was chosen by hand, but the words are of another', async () => {
    const host = await createHost({ 'etc/shorewall/interfaces': SHOREWALL, interfaces: FAULTY });
    const { document } = await open(host.file('etc/shorewall/interfaces'));
    await languages.setTextDocumentLanguage(document, 'debian-interfaces');
    await open(host.file('interfaces'));
    await findingOf(host.file('interfaces'), 'bridge-without-ports');
    deepStrictEqual(languages.getDiagnostics(document.uri), []);
  });

  it('of a text of another time, from git, brings nothing', async () => {
    const host = await createHost({ [MAIN]: FAULTY });
    const repository = host.file('').fsPath;
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...words], { cwd: repository });
    git('-c', 'init.defaultBranch=main', 'init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    const { exports } = extensions.getExtension('vscode.git') ?? {};
    const api = exports.getAPI(1);
    await api.openRepository(host.file(''));
    const then: Uri = api.toGitUri(host.file(MAIN), 'HEAD');
    await commands.executeCommand('vscode.diff', then, host.file(MAIN));
    const document = await documentOf(then, 'debian-interfaces');
    await diagnosticsWhere(host.file(MAIN), 'findings of today', (all) =>
      rulesOf(all).includes('bridge-without-ports'),
    );
    strictEqual(document.uri.scheme, 'git');
    deepStrictEqual(languages.getDiagnostics(then), []);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', then, document.positionAt(1));
    deepStrictEqual(hovers, []);
  });
});
