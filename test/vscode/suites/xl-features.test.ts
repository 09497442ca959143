import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import type {
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  SemanticTokens,
  SemanticTokensLegend,
  SignatureHelp,
  TextEdit,
} from 'vscode';
import { commands, Position, Range, WorkspaceEdit, workspace } from 'vscode';
import { findingOf } from '../support/diagnostics.ts';
import type { Host } from '../support/host.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { hoverText } from '../support/hovers.ts';
import { workbenchPage } from '../support/page.ts';
import { rangeOf } from '../support/places.ts';
import { until } from '../support/until.ts';

const GUEST = 'etc/xen/web.cfg';
const TEXT = `name = "web"
type = "pvh"
kernel = "/boot/vmlinuz"
memory = 2048
disk = [
    "/dev/vg/web-root,raw,xvda,rw",
    "format=raw, vdev=xvdb, access=rw, target=/dev/vg/web-data",
]
vif = [ "mac=00:16:3e:01:02:03,bridge=xenbr0" ]
`;

/** Opens the line with the cursor at `|`, once the server has looked at it: a key that nobody reads is reported. */
async function openAt(line: string) {
  const host = await createHost({ [GUEST]: `no_such_key = 1\n${line.replace('|', '')}\n` });
  const editor = await open(host.file(GUEST), new Position(1, line.indexOf('|')));
  await findingOf(host.file(GUEST), 'unknown-key');
  return editor;
}

describe('in a file for xl', () => {
  let host: Host;
  beforeEach(async () => {
    host = await createHost({ [GUEST]: TEXT, 'etc/xen/ready.cfg': '# the end' });
    await open(host.file('etc/xen/ready.cfg'));
    await findingOf(host.file('etc/xen/ready.cfg'), 'comment-without-newline');
    await open(host.file(GUEST));
  });
  afterEach(closeAll);

  const explained: readonly { what: string; word: string; says: RegExp }[] = [
    { what: 'a key', word: 'memory', says: /MiB/ },
    { what: 'a value', word: 'pvh', says: /virtualis/ },
    { what: 'a parameter in a string', word: 'access', says: /disk/ },
    { what: 'a parameter by its place', word: 'xvda', says: /vdev/ },
  ];
  for (const { what, word, says } of explained)
    it(`hovering explains ${what}`, async () => {
      const { document } = await open(host.file(GUEST));
      match(await hoverText(document.uri, rangeOf(document, word).start), says);
    });

  const offered: readonly { where: string; text: string; label: string }[] = [
    { where: 'a key', text: 'mem|', label: 'memory' },
    { where: 'a value', text: 'type = "|"', label: 'pvh' },
    { where: 'a format in a disk', text: 'disk = [ "/dev/vg/web,|" ]', label: 'raw' },
    { where: 'a parameter of a disk', text: 'disk = [ "/dev/vg/web,|" ]', label: 'vdev' },
    { where: 'a value of a parameter', text: 'disk = [ "vdev=xvda, access=|" ]', label: 'ro' },
    { where: 'a rule, in a comment', text: '# bridgewise-ignore unk|', label: 'unknown-key' },
  ];
  for (const { where, text, label } of offered)
    it(`${where} is proposed`, async () => {
      const { document, selection } = await openAt(text);
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        selection.active,
      );
      const labels = items.map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
      ok(labels.includes(label), labels.join(' '));
    });

  it('proposals open by themselves in a string, and are accepted', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    const { document } = await openAt('disk = [ "/dev/vg/web|" ]');
    await page.type(',');
    await page.waitFor('.suggest-widget.visible .monaco-list-row:has-text("qcow2")');
    await page.type('qc');
    await page.waitFor('.suggest-widget.visible .monaco-list-row.focused:has-text("qcow")');
    await commands.executeCommand('acceptSelectedSuggestion');
    await until('the format is written', workspace.onDidChangeTextDocument, () =>
      /^disk = \[ "\/dev\/vg\/web,qcow/m.test(document.getText()) ? true : undefined,
    );
  });

  it('the outline shows the domU, its disks and vifs', async () => {
    const [domain] = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      host.file(GUEST),
    );
    strictEqual(domain?.name, 'web');
    const disk = domain.children.find(({ name }) => name === 'disk');
    deepStrictEqual(
      disk?.children.map(({ name, detail }) => [name, detail]),
      [
        ['xvda', '/dev/vg/web-root'],
        ['xvdb', '/dev/vg/web-data'],
      ],
    );
    ok(domain.children.some(({ name }) => name === 'vif'));
  });

  it('a list can be folded', async () => {
    const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', host.file(GUEST));
    ok(folds.some(({ start }) => start === 4));
  });

  it('inlay hints name the fields of a disk, and say how much memory that is', async () => {
    const hints = await commands.executeCommand<InlayHint[]>(
      'vscode.executeInlayHintProvider',
      host.file(GUEST),
      new Range(0, 0, 9, 0),
    );
    const { document } = await open(host.file(GUEST));
    const shown = hints.map(({ position, label }) => [document.lineAt(position).text.slice(position.character), label]);
    deepStrictEqual(shown, [
      ['', '= 2 GiB'],
      ['raw,xvda,rw",', 'format:'],
      ['xvda,rw",', 'vdev:'],
      ['rw",', 'access:'],
    ]);
  });

  it('the signature of a disk shows which field comes next', async () => {
    const { document } = await open(host.file(GUEST));
    const { signatures, activeParameter } = await commands.executeCommand<SignatureHelp>(
      'vscode.executeSignatureHelpProvider',
      document.uri,
      rangeOf(document, 'xvda').start,
    );
    const [signature] = signatures;
    ok(signature);
    const { label } = signature.parameters[activeParameter] ?? {};
    ok(typeof label === 'object');
    strictEqual(signature.label.slice(label[0], label[1]), 'vdev');
  });

  it('the fields of a disk are coloured by their meaning', async () => {
    const { document } = await open(host.file(GUEST));
    const legend = await commands.executeCommand<SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const { data } = await commands.executeCommand<SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const found: string[] = [];
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, kind = 0] = data.slice(at, at + 4);
      character = down === 0 ? character + right : right;
      line += down;
      found.push(
        `${document.getText(new Range(line, character, line, character + length))} ${legend.tokenTypes[kind]}`,
      );
    }
    ok(found.includes('memory property'), found.join());
    ok(found.includes('access parameter'), found.join());
    ok(found.includes('raw enumMember'), found.join());
  });

  it('formatting puts blanks where they belong, and keeps comments', async () => {
    const untidy = 'name="web"   \n\n\n\n\nmemory=512 # MiB\ndisk=[\n"/dev/vg/a,raw,xvda,rw" ,# root\n]';
    const path = 'etc/xen/untidy.cfg';
    const other = await createHost({ [path]: untidy });
    const { document } = await open(other.file(path));
    const edits = await commands.executeCommand<TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {
      insertSpaces: true,
      tabSize: 4,
    });
    const edit = new WorkspaceEdit();
    edit.set(document.uri, edits);
    await workspace.applyEdit(edit);
    strictEqual(
      document.getText(),
      'name = "web"\n\n\nmemory = 512 # MiB\ndisk = [\n    "/dev/vg/a,raw,xvda,rw", # root\n]\n',
    );
  });

  it('formatting is not offered in interfaces files, where nothing would format', async () => {
    const main = 'etc/network/interfaces';
    const other = await createHost({ [main]: 'iface eth0 inet\n' });
    await open(other.file(main));
    await findingOf(other.file(main), 'iface-without-method');
    const edits = await commands.executeCommand('vscode.executeFormatDocumentProvider', other.file(main), {});
    strictEqual(edits, undefined);
  });

  it('all uses of a vdev are found', async () => {
    const { document } = await open(host.file(GUEST));
    const places = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      rangeOf(document, 'xvda').start,
    );
    ok(places.some(({ range }) => document.getText(range) === 'xvda'));
  });
});
