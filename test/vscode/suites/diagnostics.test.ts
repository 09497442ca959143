import { strictEqual } from 'node:assert/strict';
import { Position } from 'vscode';
import { diagnosticsWhere, findingOf, ruleOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';

/** The bridge has no ports: its options alone make no bridge. */
const WITHOUT_PORTS = 'auto xenbr0\niface xenbr0 inet manual\n   bridge_fd 0\n';

describe('diagnostics', () => {
  after(closeAll);

  it('appear when a file is opened, and go with the edit that mends it', async () => {
    const host = await createHost({ 'etc/network/interfaces': WITHOUT_PORTS });
    const file = host.file('etc/network/interfaces');
    const editor = await open(file);
    const finding = await findingOf(file, 'bridge-without-ports');
    strictEqual(editor.document.getText(finding.range), 'xenbr0');
    await editor.edit((edit) => edit.insert(new Position(3, 0), '   bridge_ports none\n'));
    await diagnosticsWhere(file, 'no finding of bridge-without-ports', (all) =>
      all.every((one) => ruleOf(one) !== 'bridge-without-ports'),
    );
  });
});
