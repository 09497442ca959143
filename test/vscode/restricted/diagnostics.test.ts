import { strictEqual } from 'node:assert/strict';
import { workspace } from 'vscode';
import { findingOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';

describe('in Restricted Mode', () => {
  after(closeAll);

  it('the workspace is not trusted', () => {
    strictEqual(workspace.isTrusted, false);
  });

  it('faults are found all the same', async () => {
    const host = await createHost({
      'etc/network/interfaces': 'auto xenbr0\niface xenbr0 inet manual\n   bridge_fd 0\n',
    });
    await open(host.file('etc/network/interfaces'));
    await findingOf(host.file('etc/network/interfaces'), 'bridge-without-ports');
  });
});
