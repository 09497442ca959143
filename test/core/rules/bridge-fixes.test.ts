import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/core/index.ts';
import { disableIpv6Line } from '../../../server/src/core/schema/interfaces/disable-ipv6-line.ts';
import { checkFiles, mainPath } from '../../support/fixture.ts';

/** The rules whose fixes change bridges, ports and what brings them up. */
const rules = [
  'bridge-not-auto',
  'bridge-port-undeclared',
  'bridge-port-with-address',
  'bridge-without-ports',
  'dotted-bridge-name',
  'guest-bridge-with-address',
  'manual-bridge-with-ipv6',
  'port-also-auto',
  'unreachable-address-bridge',
];

const names = fc.constantFrom(
  ...['br0', 'br1', 'xenbr0', 'xenbr0.10', 'br0.5', 'br0:1'],
  ...['eth0', 'eth1', 'eth0.10', 'eth0.20', 'eth0:1', 'bond0', 'uplink', 'tmpl'],
);
const ports = fc.constantFrom(
  'eth0',
  'eth1',
  'eth0.10',
  'eth0.20',
  'etho',
  'uplonk',
  'eth0,eth1',
  '"eth1"',
  'none',
  'all',
);

const options = fc.oneof(
  fc.array(ports, { minLength: 1, maxLength: 2 }).map((words) => `bridge_ports ${words.join(' ')}`),
  fc.constantFrom('address 10.0.0.1/24', 'address 10.0.0.2/32', 'address 10.1.0.1/24', 'address 0.0.0.0'),
  fc.constantFrom('address 2001:db8::1/64', 'address 2001:db8::2/128', 'netmask 255.255.255.0', 'mtu 1400'),
  fc.constantFrom('gateway 10.0.0.254', 'gateway 2001:db8::ff', 'pointopoint 10.0.0.254', 'bridge_stp off'),
  fc.constantFrom(disableIpv6Line, 'up ip route add default via 10.0.0.254', 'up ip route add 10.9.0.0/16 dev $IFACE'),
  fc.constantFrom('up ip addr add 10.0.0.7/24 dev $IFACE', 'dns-nameservers 10.0.0.3', '# a comment'),
);

const stanzas = fc
  .tuple(
    names,
    fc.constantFrom('inet manual', 'inet static', 'inet dhcp', 'inet6 manual', 'inet6 static', 'inet6 auto'),
    fc.constantFrom('', '', '', '', ' inherits tmpl'),
    fc.uniqueArray(options, { maxLength: 5, selector: (line) => line.split(' ')[0] }),
  )
  .map(([name, method, inherits, lines]) => [`iface ${name} ${method}${inherits}`, ...lines].join('\n    '));

const statements = fc.oneof(
  { weight: 5, arbitrary: stanzas },
  { weight: 3, arbitrary: fc.array(names, { minLength: 1, maxLength: 2 }).map((list) => `auto ${list.join(' ')}`) },
  { weight: 1, arbitrary: names.map((name) => `allow-hotplug ${name}`) },
  { weight: 1, arbitrary: names.map((name) => `# bridgewise-management: ${name}`) },
);

const hosts = fc
  .tuple(fc.array(statements, { minLength: 3, maxLength: 10 }), fc.constantFrom('\n', ''))
  .map(([parts, end]) => parts.join('\n') + end);

test('on made-up hosts too, every fix of a bridge mends its fault and brings no other', async () => {
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(hosts, async (text) => {
      const before = await findingsOf(text);
      for (const { rule, fixes } of before.findings.filter((finding) => rules.includes(finding.rule))) {
        for (const fix of fixes) {
          tried += 1;
          const after = await findingsOf(applyEdits(text, fix.edits));
          expect(added(before.labels, after.labels), fix.title).toEqual([]);
          expect(count(after, rule), fix.title).toBeLessThan(count(before, rule));
          expect(added(after.comments, before.comments), fix.title).toEqual([]);
        }
      }
    }),
    { numRuns: 400 },
  );
  expect(tried).toBeGreaterThan(200);
}, 120_000);

async function findingsOf(text: string) {
  const { host, findings } = await checkFiles({ [mainPath]: text });
  return {
    findings,
    labels: findings.map(({ severity, rule }) => `${severity} ${rule}`),
    // Those that name an interface follow when it is renamed.
    comments: host.files.flatMap(({ tree }) => tree.root.comments.map((comment) => comment.text.replace(/:.*/, ''))),
  };
}

function count({ findings }: Awaited<ReturnType<typeof findingsOf>>, rule: string): number {
  return findings.filter((finding) => finding.rule === rule).length;
}

/** The members of the second list that the first has not, or not so often. */
function added(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...before];
  return after.filter((label) => {
    const at = left.indexOf(label);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
