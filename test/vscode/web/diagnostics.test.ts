import { notStrictEqual, strictEqual } from 'node:assert/strict';
import { Position, workspace } from 'vscode';
import { diagnosticsWhere, findingOf, ruleOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';

const WITHOUT_PORTS = 'auto xenbr0\niface xenbr0 inet manual\n   bridge_fd 0\n';

describe('in the web worker', () => {
  after(closeAll);

  it('files do not lie on a disk', async () => {
    notStrictEqual(workspace.workspaceFolders?.[0]?.uri.scheme, 'file');
  });

  it('diagnostics appear when a file is opened, and go with the edit that mends it', async () => {
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

  it('a sourced file is read through VS Code', async () => {
    const host = await createHost({
      'etc/network/interfaces': `${WITHOUT_PORTS}source /etc/network/interfaces.d/*\n`,
      'etc/network/interfaces.d/ports': 'iface xenbr0 inet6 manual\n   bridge_ports none\n',
      'etc/network/interfaces.d/more': 'iface xenbr1 inet manual\n   bridge_fd 0\n',
    });
    const file = host.file('etc/network/interfaces.d/more');
    await open(file);
    await findingOf(file, 'bridge-without-ports');
    await open(host.file('etc/network/interfaces'));
    await diagnosticsWhere(
      host.file('etc/network/interfaces'),
      'no finding: the ports are in the sourced file',
      (all) => all.every((one) => ruleOf(one) !== 'bridge-without-ports'),
    );
  });

  it('a file that is not open is found and read through VS Code, and follows an edit in another one', async () => {
    const host = await createHost({
      'etc/network/interfaces': 'auto dmz\niface dmz inet manual\n   bridge_ports none\n',
      'etc/xen/web.cfg': 'name = "web"\nkernel = "/boot/vmlinuz"\nvif = [ "bridge=lan" ]\n',
    });
    await findingOf(host.file('etc/xen/web.cfg'), 'vif-bridge-unknown');
    const editor = await open(host.file('etc/network/interfaces'));
    await editor.edit((edit) => edit.insert(new Position(3, 0), 'iface lan inet manual\n   bridge_ports none\n'));
    await diagnosticsWhere(host.file('etc/xen/web.cfg'), 'no unknown bridge', (all) =>
      all.every((one) => ruleOf(one) !== 'vif-bridge-unknown'),
    );
  });
});
