import { ok, strictEqual } from 'node:assert/strict';
import { extensions, Uri, workspace } from 'vscode';
import { findingOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';

describe('the installed package', () => {
  after(closeAll);

  it('is what runs, not the project', () => {
    const extension = extensions.getExtension('bridgewise.bridgewise');
    ok(extension);
    ok(!extension.extensionPath.startsWith(process.cwd()), extension.extensionPath);
  });

  it('finds a fault in a file', async () => {
    const host = await createHost({
      'etc/network/interfaces': 'auto xenbr0\niface xenbr0 inet manual\n   bridge_fd 0\n',
    });
    await open(host.file('etc/network/interfaces'));
    const finding = await findingOf(host.file('etc/network/interfaces'), 'bridge-without-ports');
    strictEqual(finding.source, 'bridgewise');
  });

  it('brings the page of every rule that it has', async () => {
    const extension = extensions.getExtension('bridgewise.bridgewise');
    ok(extension);
    const rules = Object.keys(
      extension.packageJSON.contributes.configuration.properties['bridgewise.rules'].properties,
    );
    ok(rules.length > 0);
    for (const rule of rules) await workspace.fs.stat(Uri.joinPath(extension.extensionUri, 'dist/rules', `${rule}.md`));
  });
});
