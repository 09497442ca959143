import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { commands, Range } from 'vscode';
import { actionsAt, take } from '../support/actions.ts';
import { findingOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { restoreSettings, set } from '../support/settings.ts';

const MAIN = 'etc/network/interfaces';

/** Two findings with a safe fix, and one whose fixes are the user's to choose. */
const FAULTY = `# the uplink
auto eth0
iface eth0 inet static up
   address 192.0.2.1/24
   mtu 9000
   # jumbo frames
   mtu 9000
iface xenbr0 inet manual
   bridge_fd 0
`;
const MENDED = FAULTY.replace('static up', 'static').replace('frames\n   mtu 9000\n', 'frames\n');
const ALL = 'source.fixAll.bridgewise';

describe('fixing all', () => {
  afterEach(async () => {
    await restoreSettings();
    await closeAll();
  });

  it('applies the safe fixes, and leaves alone what the user must decide', async () => {
    const host = await createHost({ [MAIN]: FAULTY });
    const { document } = await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'repeated-option');
    const actions = await actionsAt(host.file(MAIN), new Range(0, 0, document.lineCount, 0), ALL);
    deepStrictEqual(
      actions.map(({ kind }) => kind?.value),
      [ALL],
    );
    const [action] = actions;
    if (action) await take(action);
    strictEqual(document.getText(), MENDED);
  });

  it('happens on saving, where the user has set so', async () => {
    await set('editor.codeActionsOnSave', { [ALL]: 'explicit' });
    const host = await createHost({ [MAIN]: FAULTY });
    const { document } = await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'repeated-option');
    await commands.executeCommand('workbench.action.files.save');
    strictEqual(document.getText(), MENDED);
  });
});
