import { ok } from 'node:assert/strict';
import { createRequire } from 'node:module';
import process from 'node:process';
import { extensions, Uri } from 'vscode';
import { findingOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { serverGone, serverProcess } from '../support/server-process.ts';

const MAIN = 'etc/network/interfaces';

/** Nothing works any more afterwards: it must stay the last file of its run. */
describe('when VS Code ends the extension', () => {
  after(closeAll);

  it('the language server ends, too', async () => {
    const host = await createHost(
      { [MAIN]: 'iface eth0 inet\n' },
      Uri.file(process.env['BRIDGEWISE_TEST_FOLDER'] ?? ''),
    );
    await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'iface-without-method');
    ok(serverProcess());
    const extension = extensions.getExtension('bridgewise.bridgewise');
    ok(extension);
    // VS Code ends extensions only with their window, and the tests with it; but the module is the one that it has loaded.
    const load = createRequire(Uri.joinPath(extension.extensionUri, 'package.json').fsPath);
    await load('./dist/extension.js').deactivate();
    await serverGone();
  });
});
