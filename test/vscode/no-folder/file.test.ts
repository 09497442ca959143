import { match, strictEqual } from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { Position, Uri, workspace } from 'vscode';
import { actionTitled, take } from '../support/actions.ts';
import { diagnosticsWhere, findingOf, rulesOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { hoverText } from '../support/hovers.ts';
import { watched } from '../support/watching.ts';

const MAIN = 'etc/network/interfaces';
const PORTS = 'etc/network/interfaces.d/ports';
const WITHOUT_PORTS = `source /etc/network/interfaces.d/*
auto xenbr0
iface xenbr0 inet manual
   bridge_fd 0
`;

const outside = () => Uri.file(process.env['BRIDGEWISE_TEST_FOLDER'] ?? '');

describe('a file, opened without a folder', () => {
  afterEach(async () => {
    await workspace.getConfiguration('bridgewise').update('rules', undefined, true);
    await closeAll();
  });

  it('no folder is open', () => strictEqual(workspace.workspaceFolders, undefined));

  it('is checked with the files that it sources, and with the project’s settings above it', async () => {
    const host = await createHost({ [MAIN]: WITHOUT_PORTS, [PORTS]: 'auto lo\n' }, outside());
    await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    await watched(host.file('etc/network/interfaces.d'));
    await writeFile(host.file(PORTS).fsPath, 'iface xenbr0 inet6 manual\n   bridge_ports none\n');
    await diagnosticsWhere(host.file(MAIN), 'ports are there', (all) => !rulesOf(all).includes('bridge-without-ports'));
    await writeFile(host.file(PORTS).fsPath, 'auto lo\n');
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    await watched(host.file(''));
    await writeFile(host.file('.bridgewise.json').fsPath, '{ "rules": { "bridge-without-ports": "off" } }');
    await diagnosticsWhere(host.file(MAIN), 'the rule is off', (all) => all.length === 0);
  });

  it('loses its findings when it is closed', async () => {
    const host = await createHost({ [MAIN]: WITHOUT_PORTS }, outside());
    await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    await closeAll();
    await diagnosticsWhere(host.file(MAIN), 'no findings', (all) => all.length === 0);
  });

  it('is explained', async () => {
    const host = await createHost({ [MAIN]: WITHOUT_PORTS }, outside());
    await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    match(await hoverText(host.file(MAIN), new Position(2, 7)), /xenbr0/);
  });

  it('has its rules turned off in the user’s settings', async () => {
    const host = await createHost({ [MAIN]: WITHOUT_PORTS }, outside());
    await open(host.file(MAIN));
    const { range } = await findingOf(host.file(MAIN), 'bridge-without-ports');
    await take(await actionTitled(host.file(MAIN), range, 'Turn off bridge-without-ports'));
    await diagnosticsWhere(host.file(MAIN), 'the rule is off', (all) => !rulesOf(all).includes('bridge-without-ports'));
    const { globalValue } = workspace.getConfiguration('bridgewise').inspect('rules') ?? {};
    strictEqual(JSON.stringify(globalValue), '{"bridge-without-ports":"off"}');
  });
});
