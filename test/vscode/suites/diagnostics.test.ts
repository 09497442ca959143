import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { commands, DiagnosticSeverity, languages, Position } from 'vscode';
import { diagnosticsWhere, findingOf, rulesOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { workbenchPage } from '../support/page.ts';
import { endOf } from '../support/places.ts';
import { restoreSettings, set } from '../support/settings.ts';
import { until } from '../support/until.ts';

/** The bridge has no ports: its options alone make no bridge. */
const WITHOUT_PORTS = 'auto xenbr0\niface xenbr0 inet manual\n   bridge_fd 0\n';
const ONE_MORE = 'auto xenbr1\niface xenbr1 inet manual\n   bridge_fd 0\n';

describe('diagnostics', () => {
  afterEach(async () => {
    await restoreSettings();
    await closeAll();
  });

  it('appear when a file is opened, and go with the edit that mends it', async () => {
    const host = await createHost({ 'etc/network/interfaces': WITHOUT_PORTS });
    const file = host.file('etc/network/interfaces');
    const editor = await open(file);
    const finding = await findingOf(file, 'bridge-without-ports');
    strictEqual(editor.document.getText(finding.range), 'xenbr0');
    await editor.edit((edit) => edit.insert(new Position(3, 0), '   bridge_ports none\n'));
    await diagnosticsWhere(file, 'no finding of bridge-without-ports', (all) =>
      rulesOf(all).every((rule) => rule !== 'bridge-without-ports'),
    );
  });

  it('show each finding once, in every edit', async () => {
    const host = await createHost({ 'etc/network/interfaces': WITHOUT_PORTS });
    const file = host.file('etc/network/interfaces');
    const editor = await open(file);
    const bridgesWithoutPorts = (count: number) =>
      diagnosticsWhere(file, `${count} findings and nothing else`, (all) => {
        const places = all.map(({ range }) => editor.document.getText(range));
        deepStrictEqual(places, [...new Set(places)], 'a finding is shown twice');
        return all.length === count && rulesOf(all).every((rule) => rule === 'bridge-without-ports');
      });
    await bridgesWithoutPorts(1);
    await editor.edit((edit) => edit.insert(endOf(editor.document), ONE_MORE));
    await bridgesWithoutPorts(2);
    await commands.executeCommand('undo');
    await bridgesWithoutPorts(1);
  });

  it('stand in the Problems view, a line each', async function () {
    const page = workbenchPage();
    if (!page) return this.skip();
    // Else those of other tests' hosts would stand there, too.
    await set('bridgewise.checkWorkspace', false);
    const host = await createHost({ 'etc/network/interfaces': WITHOUT_PORTS + ONE_MORE });
    await open(host.file('etc/network/interfaces'));
    await findingOf(host.file('etc/network/interfaces'), 'bridge-without-ports');
    await commands.executeCommand('workbench.panel.markers.view.focus');
    const row = '.markers-panel .monaco-list-row:has-text("bridge-without-ports")';
    await until('findings in this file alone', languages.onDidChangeDiagnostics, () => {
      const files = languages.getDiagnostics().filter(([, findings]) => findings.length > 0);
      return files.length === 1 || undefined;
    });
    await page.waitFor(`${row} >> nth=1`);
    strictEqual((await page.text(row)).length, 2);
  });

  it('say how bad it is, whose finding it is, by which rule, and what else it rests on', async () => {
    const host = await createHost({
      'etc/network/interfaces':
        'auto eth0\niface eth0 inet static\n   address 192.0.2.1/24\n   mtu 1500\n   mtu 9000\n',
    });
    const file = host.file('etc/network/interfaces');
    const editor = await open(file);
    const finding = await findingOf(file, 'repeated-option');
    strictEqual(finding.severity, DiagnosticSeverity.Error);
    strictEqual(finding.source, 'bridgewise');
    ok(typeof finding.code === 'object');
    match(finding.code.target.toString(), /repeated-option/);
    const [first] = finding.relatedInformation ?? [];
    strictEqual(first?.location.uri.toString(), file.toString());
    strictEqual(editor.document.getText(first.location.range), 'mtu 1500');
  });

  it('are recomputed for what is typed into an untitled document', async () => {
    const host = await createHost({});
    const untitled = host.file('etc/network/interfaces').with({ scheme: 'untitled' });
    const editor = await open(untitled);
    strictEqual(editor.document.languageId, 'debian-interfaces');
    await editor.edit((edit) => edit.insert(new Position(0, 0), WITHOUT_PORTS));
    await findingOf(untitled, 'bridge-without-ports');
  });
});
