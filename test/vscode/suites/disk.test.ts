import { rm, writeFile } from 'node:fs/promises';
import { diagnosticsWhere, findingOf, rulesOf } from '../support/diagnostics.ts';
import { closeAll, createWatchedHost, open } from '../support/host.ts';

const MAIN = 'etc/network/interfaces';
const PORTS = 'etc/network/interfaces.d/ports';
const WITHOUT_PORTS = 'auto xenbr0\niface xenbr0 inet manual\n   bridge_fd 0\n';
const WITH_SOURCE = `source /etc/network/interfaces.d/*\n${WITHOUT_PORTS}`;

const without = (rule: string) => (all: Parameters<typeof rulesOf>[0]) => !rulesOf(all).includes(rule);

/** Files are written past VS Code, as by a package or in a terminal. */
describe('what changes on the disk', () => {
  afterEach(closeAll);

  it('an open file is read anew', async () => {
    const host = await createWatchedHost({ [MAIN]: WITHOUT_PORTS });
    await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    await writeFile(host.file(MAIN).fsPath, `${WITHOUT_PORTS}   bridge_ports none\n`);
    await diagnosticsWhere(host.file(MAIN), 'no bridge without ports', without('bridge-without-ports'));
  });

  it('a sourced file that is not open comes, changes and goes', async () => {
    const host = await createWatchedHost({ [MAIN]: WITH_SOURCE, 'etc/network/interfaces.d/other': 'auto lo\n' });
    await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    await writeFile(host.file(PORTS).fsPath, 'iface xenbr0 inet6 manual\n   bridge_ports none\n');
    await diagnosticsWhere(host.file(MAIN), 'ports are there', without('bridge-without-ports'));
    await writeFile(host.file(PORTS).fsPath, 'iface xenbr0 inet6 manual\n');
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    await writeFile(host.file(PORTS).fsPath, 'iface xenbr0 inet6 manual\n   bridge_ports none\n');
    await diagnosticsWhere(host.file(MAIN), 'ports are there again', without('bridge-without-ports'));
    await rm(host.file(PORTS).fsPath);
    await findingOf(host.file(MAIN), 'bridge-without-ports');
  });

  it('the project’s settings come, change and go', async () => {
    const host = await createWatchedHost({ [MAIN]: WITHOUT_PORTS });
    const settings = host.file('.bridgewise.json').fsPath;
    await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    await writeFile(settings, '{ "rules": { "bridge-without-ports": "off" } }');
    await diagnosticsWhere(host.file(MAIN), 'the rule is off', without('bridge-without-ports'));
    await writeFile(settings, '{ "rules": { "bridge-without-ports": "hint" } }');
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    await writeFile(settings, '{ "rules": { "bridge-without-ports": "off" } }');
    await diagnosticsWhere(host.file(MAIN), 'the rule is off again', without('bridge-without-ports'));
    await rm(settings);
    await findingOf(host.file(MAIN), 'bridge-without-ports');
  });
});
