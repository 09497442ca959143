import { notStrictEqual, strictEqual } from 'node:assert/strict';
import type { Tab } from 'vscode';
import { commands, TabInputWebview, window } from 'vscode';
import type { Host } from '../support/host.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { until } from '../support/until.ts';

const MAIN = 'etc/network/interfaces';
const WEB = 'etc/xen/web.cfg';
const FILES = {
  [MAIN]: 'iface dmz inet manual\n   bridge_ports none\n',
  [WEB]: 'name = "web"\nkernel = "/boot/vmlinuz"\nvif = [ "bridge=dmz" ]\n',
};

/** Waits for the panel; its title names the dom0 once there is a picture. */
function panelOf(host: Host): Promise<Tab> {
  const title = `Topology: ${host.file('').path.split('/').filter(Boolean).at(-1)}`;
  return until(`the panel "${title}"`, window.tabGroups.onDidChangeTabs, () =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input, label }) => input instanceof TabInputWebview && label === title),
  );
}

describe('the panel with the topology', () => {
  afterEach(closeAll);

  it('stands beside the editor, and follows it to another dom0', async () => {
    const [host, other] = [await createHost(FILES), await createHost(FILES)];
    const editor = await open(host.file(WEB));
    await commands.executeCommand('bridgewise.showTopology');
    const panel = await panelOf(host);
    notStrictEqual(panel.group.viewColumn, editor.viewColumn);
    strictEqual(window.activeTextEditor, editor);
    await open(other.file(MAIN));
    await panelOf(other);
  });
});
