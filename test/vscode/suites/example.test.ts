import { deepStrictEqual, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { DiagnosticSeverity, extensions, Uri } from 'vscode';
import { diagnosticsWhere, ruleOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';

const MAIN = 'etc/network/interfaces';

describe('the how-to’s own file, in examples/', () => {
  after(closeAll);

  /** None at line 14 is a warning: xenbr1.30, which DHCP configures, is the management interface. */
  it('opens with exactly its real findings', async () => {
    const project = extensions.getExtension('bridgewise.bridgewise')?.extensionUri;
    ok(project);
    const text = await readFile(Uri.joinPath(project, 'examples', MAIN).fsPath, 'utf8');
    const host = await createHost({ [MAIN]: text });
    const { document } = await open(host.file(MAIN));
    const found = await diagnosticsWhere(host.file(MAIN), 'findings', (all) => all.length > 0);
    deepStrictEqual(
      found
        .map((one) => {
          const word = document.getText(one.range);
          return `${one.range.start.line + 1} ${DiagnosticSeverity[one.severity]} ${ruleOf(one)}: ${word}`;
        })
        .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1)),
      [
        '3 Information dotted-bridge-name: xenbr0.10',
        '3 Information manual-bridge-with-ipv6: xenbr0.10',
        '8 Information dotted-bridge-name: xenbr0.20',
        '8 Information manual-bridge-with-ipv6: xenbr0.20',
        '14 Information dotted-bridge-name: xenbr1.30',
        '19 Information dotted-bridge-name: xenbr1.40',
        '19 Information manual-bridge-with-ipv6: xenbr1.40',
        '23 Error static-without-address: eth2',
      ],
    );
  });
});
