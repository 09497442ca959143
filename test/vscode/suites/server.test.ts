import { notStrictEqual, ok } from 'node:assert/strict';
import process from 'node:process';
import { Position } from 'vscode';
import { diagnosticsWhere, ruleOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { serverProcess } from '../support/server-process.ts';

const WITHOUT_PORTS = 'iface xenbr0 inet manual\n   bridge_fd 0\n';

describe('the language server', () => {
  after(closeAll);

  it('comes back when it is killed, and knows what was typed meanwhile', async () => {
    const host = await createHost({ 'etc/network/interfaces': WITHOUT_PORTS });
    const file = host.file('etc/network/interfaces');
    const editor = await open(file);
    const bridgesWithoutPorts = (count: number) =>
      diagnosticsWhere(file, `${count} bridges without ports`, (all) => {
        return all.filter((finding) => ruleOf(finding) === 'bridge-without-ports').length === count;
      });
    await bridgesWithoutPorts(1);
    const first = serverProcess();
    ok(first);
    process.kill(first, 'SIGKILL');
    await editor.edit((edit) => edit.insert(new Position(2, 0), WITHOUT_PORTS.replace('xenbr0', 'xenbr1')));
    await bridgesWithoutPorts(2);
    notStrictEqual(serverProcess(), first);
  });
});
