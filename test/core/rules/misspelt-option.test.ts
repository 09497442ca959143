import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/core/index.ts';
import { applyEdits, memoryFile, rules } from '../../../server/src/core/index.ts';
import { checkFiles, mainPath } from '../../support/fixture.ts';
import type { PageCase } from '../../support/page-findings.ts';
import { pageCases } from '../../support/page-findings.ts';

const disableIpv6 = 'up f=/proc/sys/net/ipv6/conf/$IFACE/disable_ipv6; if [ -e $f ]; then echo 1 > $f; fi';

async function findingsIn(text: string): Promise<readonly Finding[]> {
  const { findings } = await checkFiles({ [mainPath]: text }, { dialect: 'ifupdown' });
  return findings.filter(({ rule }) => rule === 'misspelt-option');
}

describe('no fix is offered where', () => {
  const bridge = 'auto br0\niface br0 inet manual\nbridge_prots';
  test.each([
    ['a port has an address', `${bridge} eth0\niface eth0 inet static\naddress 192.0.2.1/24\n`],
    ['a port belongs to another bridge', `${bridge} eth0\niface br1 inet manual\nbridge_ports eth0\n${disableIpv6}\n`],
    ['nothing brings the bridge up', 'iface br0 inet manual\nbridge_prots eth0\n'],
    ['the bridge has a description', `${bridge} eth0\ndescription guests\n`],
    ['another stanza inherits it', `${bridge} eth0\nauto br1\niface br1 inet manual inherits br0\n`],
    ['a comment stands behind it', `${bridge} eth0 # uplink\n`],
    ['the value is none that it takes', 'auto br0\niface br0 inet manual\nbridge_ports none\nbridge_maxwiat 1.5\n'],
    ['it makes a bridge without ports', 'auto br0\niface br0 inet manual\nbridge_sttp off\n'],
    ['it is there already', 'iface eth0 inet static\naddress 192.0.2.1/24\nmtu 1500\nMtu 9000\n'],
    ['no prefix is said', 'iface eth0 inet static\nadress 192.0.2.1\n'],
    [
      'the interface is a port',
      'iface br0 inet manual\nbridge_ports eth0\niface eth0 inet static\nadress 192.0.2.1/24\n',
    ],
    ['the keyword would part options from their stanza', 'iface eth0 inet manual\nAuto eth0\nmtu 9000\n'],
  ])('%s', async (_reason, text) => {
    const findings = await findingsIn(text);
    expect(findings).toHaveLength(1);
    expect(findings.flatMap(({ fixes }) => fixes)).toEqual([]);
  });
});

test('a fix is safe where nothing but the spelling is at stake', async () => {
  const text = `iface eth0 inet static\nadress 192.0.2.1/24\nMtu 9000\nPre-Up true\n`;
  const fixes = (await findingsIn(text)).flatMap((finding) => finding.fixes);
  expect(fixes.map(({ title, safety }) => `${safety}: ${title}`)).toEqual([
    'unsafe: Write `address`',
    'safe: Write `mtu`',
    'unsafe: Write `pre-up`',
  ]);
});

test('an invisible letter is spoken of', async () => {
  const [finding] = await findingsIn('iface eth0 inet manual\nmtu\u200b 9000\n');
  expect(finding?.message).toContain('invisible');
});

test.each([
  ['eth0', 'No bridge gets these ports, and ifup says nothing.'],
  ['xenbr0', 'xenbr0 does not become a bridge, so that ifup finds no such device.'],
])('what is missing on %s, which may be there already', async (name, consequence) => {
  const text = `iface ${name} inet static\naddress 192.0.2.1/24\nbridge_port eth0\n`;
  const [finding] = await findingsIn(text);
  expect(finding?.message).toBe(`Nobody reads \`bridge_port\`; \`bridge_ports\` is likely meant. ${consequence}`);
});

/** Every page with a bridge, so that a mended line meets what the other rules look at. */
const cases = rules
  .flatMap(pageCases)
  .filter(({ language, files }) => language === 'interfaces' && Object.values(files).join().includes('bridge_ports'));

describe.each(cases)('the last letter missing from each option in $title', (example) => {
  test('a fix that is offered brings nothing new', async () => {
    for (const [path, text] of Object.entries(example.files)) {
      for (const match of text.matchAll(/^[ \t]+(?!up|down)[a-z][\w-]{4,}(?= )/gm)) {
        const at = match.index + match[0].length;
        await expectNothingNew(example, { ...example.files, [path]: text.slice(0, at - 1) + text.slice(at) });
      }
    }
  });
});

async function expectNothingNew(example: PageCase, files: Readonly<Record<string, string>>): Promise<void> {
  const before = (await example.check(files)).findings;
  for (const { fixes } of before.filter(({ rule }) => rule === 'misspelt-option')) {
    for (const fix of fixes) {
      const mended = Object.entries(files).map(([path, text]) => [
        path,
        applyEdits(
          text,
          fix.edits.filter((edit) => edit.file === memoryFile(path)),
        ),
      ]);
      const left = before.map(described);
      const added = (await example.check(Object.fromEntries(mended))).findings.map(described).filter((one) => {
        const at = left.indexOf(one);
        if (at >= 0) left.splice(at, 1);
        return at < 0;
      });
      expect(added, fix.title).toEqual([]);
    }
  }
}

function described({ severity, rule }: Finding): string {
  return `${severity} ${rule}`;
}
