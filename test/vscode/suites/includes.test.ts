import { strictEqual } from 'node:assert/strict';
import { Position } from 'vscode';
import { diagnosticsWhere, findingOf, rulesOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { rangeOf } from '../support/places.ts';

const MAIN = 'etc/network/interfaces';
const PORTS = 'etc/network/interfaces.d/ports';
const MAIN_TEXT = `source /etc/network/interfaces.d/*
auto xenbr0
iface xenbr0 inet manual
   bridge_fd 0
`;

const without = (rule: string) => (all: Parameters<typeof rulesOf>[0]) => !rulesOf(all).includes(rule);

describe('a sourced file', () => {
  afterEach(closeAll);

  it('shows its own faults, and the main file none of them', async () => {
    const host = await createHost({ [MAIN]: MAIN_TEXT, [PORTS]: 'iface eth0 inet manuel\n' });
    await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    await open(host.file(PORTS));
    await findingOf(host.file(PORTS), 'unknown-method');
    strictEqual(without('unknown-method')(await diagnosticsWhere(host.file(MAIN), 'findings', () => true)), true);
  });

  it('changes by its edit, not saved, what is found in the main file', async () => {
    const host = await createHost({ [MAIN]: MAIN_TEXT, [PORTS]: 'iface eth0 inet manual\n' });
    await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    const sourced = await open(host.file(PORTS));
    const ports = 'iface xenbr0 inet6 manual\n   bridge_ports eth0\n';
    await sourced.edit((edit) => edit.insert(new Position(1, 0), ports));
    await diagnosticsWhere(host.file(MAIN), 'no bridge without ports', without('bridge-without-ports'));
    await sourced.edit((edit) => edit.delete(rangeOf(sourced.document, ports)));
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    strictEqual(sourced.document.isDirty, true);
  });

  it('changes what is found in the main file when it is closed without saving', async () => {
    const host = await createHost({ [MAIN]: MAIN_TEXT, [PORTS]: 'iface eth0 inet manual\n' });
    const sourced = await open(host.file(PORTS));
    await sourced.edit((edit) =>
      edit.insert(new Position(1, 0), 'iface xenbr0 inet6 manual\n   bridge_ports eth0\nauto eth9\n'),
    );
    await findingOf(host.file(PORTS), 'auto-without-iface');
    await closeAll();
    await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'bridge-without-ports');
  });
});
