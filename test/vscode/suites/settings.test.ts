import { DiagnosticSeverity, Position } from 'vscode';
import { diagnosticsWhere, findingOf, ruleOf, rulesOf } from '../support/diagnostics.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { restoreSettings, set } from '../support/settings.ts';

const MAIN = 'etc/network/interfaces';
const WITHOUT_PORTS = 'auto xenbr0\niface xenbr0 inet manual\n   bridge_fd 0\n';

const without = (rule: string) => (all: Parameters<typeof rulesOf>[0]) => !rulesOf(all).includes(rule);

describe('settings take effect at once', () => {
  afterEach(async () => {
    await restoreSettings();
    await closeAll();
  });

  it('the severity of a rule, and off', async () => {
    const host = await createHost({ [MAIN]: WITHOUT_PORTS });
    await open(host.file(MAIN));
    const of = (severity: DiagnosticSeverity) =>
      diagnosticsWhere(host.file(MAIN), `severity ${DiagnosticSeverity[severity]}`, (all) =>
        all.some((one) => ruleOf(one) === 'bridge-without-ports' && one.severity === severity),
      );
    await of(DiagnosticSeverity.Error);
    await set('bridgewise.rules', { 'bridge-without-ports': 'hint' });
    await of(DiagnosticSeverity.Hint);
    await set('bridgewise.rules', { 'bridge-without-ports': 'off' });
    await diagnosticsWhere(host.file(MAIN), 'the rule is off', without('bridge-without-ports'));
    await set('bridgewise.rules', undefined);
    await of(DiagnosticSeverity.Error);
  });

  it('the dialect', async () => {
    const host = await createHost({ [MAIN]: 'auto eth0\niface eth0 inet manuel\n' });
    await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'unknown-method');
    await set('bridgewise.dialect', 'ifupdown2');
    await diagnosticsWhere(host.file(MAIN), 'ifupdown2 skips the line', without('unknown-method'));
    await set('bridgewise.dialect', 'ifupdown');
    await findingOf(host.file(MAIN), 'unknown-method');
  });

  it('the management interface', async () => {
    const host = await createHost({
      [MAIN]: `auto xenbr0
iface xenbr0 inet static
   address 192.0.2.10/24
   gateway 192.0.2.1
   bridge_ports eth0
auto xenbr1
iface xenbr1 inet static
   address 198.51.100.10/24
   bridge_ports eth1
`,
    });
    const { document } = await open(host.file(MAIN));
    const at = (name: string) =>
      diagnosticsWhere(host.file(MAIN), `an address on the guests' bridge ${name}`, (all) => {
        const found = all.filter((one) => ruleOf(one) === 'guest-bridge-with-address');
        const stanzas = found.map(({ range }) => stanzaAt(document.getText(), document.offsetAt(range.start)));
        return stanzas.join() === name;
      });
    await at('xenbr1');
    await set('bridgewise.management', ['xenbr1']);
    await at('xenbr0');
  });

  it('a comment that suppresses a finding', async () => {
    const host = await createHost({ [MAIN]: WITHOUT_PORTS });
    const editor = await open(host.file(MAIN));
    await findingOf(host.file(MAIN), 'bridge-without-ports');
    const comment = '# bridgewise-ignore bridge-without-ports: made by a script of ours\n';
    await editor.edit((edit) => edit.insert(new Position(1, 0), comment));
    await diagnosticsWhere(host.file(MAIN), 'the finding is suppressed', without('bridge-without-ports'));
    await editor.edit((edit) => edit.insert(new Position(1, 0), '# bridgewise-ignore repeated-option: nothing here\n'));
    await findingOf(host.file(MAIN), 'unused-suppression');
  });
});

/** The name of the stanza that an offset lies in. */
function stanzaAt(text: string, offset: number): string | undefined {
  const end = text.indexOf('\n', offset);
  return [...text.slice(0, end).matchAll(/^iface (\S+)/gm)].at(-1)?.[1];
}
