import { expect, test } from 'vitest';
import type { JsonFinding } from '../support/cli.ts';
import { checkJson, temporaryFolder } from '../support/cli.ts';

const path = 'etc/network/interfaces';

function check(text: string, given: readonly string[] = []) {
  return checkJson(['.', ...given], { cwd: temporaryFolder({ [path]: text }) });
}

/** The finding of a rule; there must be one alone. */
function only(findings: readonly JsonFinding[], rule: string): JsonFinding {
  const [finding, ...others] = findings.filter((candidate) => candidate.rule === rule);
  if (finding === undefined || others.length > 0) throw new Error(`not one ${rule}: ${JSON.stringify(findings)}`);
  return finding;
}

test('the report has exactly this form', () => {
  const { report, exit } = check('# bridgewise-ignore bridge-without-ports: gone\nauto eth0\niface eth0 inet manual\n');
  const start = { line: 1, column: 1, offset: 0 };
  expect(report).toEqual({
    version: 1,
    files: [{ path, language: 'interfaces', dialect: 'ifupdown', host: '.' }],
    findings: [
      {
        path,
        rule: 'unused-suppression',
        severity: 'hint',
        refused: false,
        message: expect.stringContaining('suppresses nothing') as string,
        start,
        end: { line: 1, column: 47, offset: 46 },
        related: [],
        fixes: [
          {
            title: 'Remove the comment',
            safety: 'unsafe',
            edits: [{ path, start, end: { line: 2, column: 1, offset: 47 }, text: '' }],
          },
        ],
      },
    ],
    errors: [],
  });
  expect(exit).toBe(0);
});

test('a related place has a path, a message and a range', () => {
  const { report, exit } = check('auto br0\niface br0 inet manual\n  bridge_stp off\n');
  expect(only(report.findings, 'bridge-without-ports').related).toEqual([
    {
      path,
      message: 'This option has no effect.',
      start: { line: 3, column: 3, offset: 33 },
      end: { line: 3, column: 17, offset: 47 },
    },
  ]);
  expect(exit).toBe(1);
});

test('refused is told of every refusal, not of the first alone', () => {
  const { report } = check('iface eth0 inet manual\n  up\n  down\n', ['--dialect', 'ifupdown']);
  const refused = report.findings.filter((finding) => finding.refused);
  expect(refused.map(({ rule, start }) => [rule, start.line])).toEqual([
    ['option-without-value', 2],
    ['option-without-value', 3],
  ]);
});

test('columns and offsets count CR, the byte order mark, and UTF-16 units', () => {
  const { report } = check('\uFEFF# 😀 b\r\nauto br0\r\niface br0 inet manual\r\n\tbridge_stp off\r\n');
  const finding = only(report.findings, 'bridge-without-ports');
  expect(finding.start).toEqual({ line: 3, column: 7, offset: 25 });
  expect(finding.related[0]?.start).toEqual({ line: 4, column: 2, offset: 43 });
});

test('a word on a continuation line is at its own physical line', () => {
  const { report } = check('auto br0\niface \\\n   br0 inet \\\nmanual\nbridge_stp off\n');
  expect(only(report.findings, 'bridge-without-ports').start).toEqual({ line: 3, column: 4, offset: 20 });
});

test('a CR alone ends no line, as for ifupdown', () => {
  const { report } = check('# a\rb\nauto br0\niface br0 inet manual\nbridge_stp off\n');
  expect(only(report.findings, 'bridge-without-ports').start).toEqual({ line: 3, column: 7, offset: 21 });
});

test('findings are in the order of path, place, rule', () => {
  const stanza = (name: string): string => `auto ${name}\niface ${name} inet manual\n  bridge_stp off\n`;
  const folder = temporaryFolder({
    'b/etc/network/interfaces': stanza('br1') + stanza('br0'),
    'a/etc/network/interfaces': `source interfaces.d/*\n${stanza('br2')}`,
    'a/etc/network/interfaces.d/x': stanza('br3'),
  });
  const { report } = checkJson(['b', 'a'], { cwd: folder });
  expect(report.findings.map((finding) => [finding.path, finding.start.line])).toEqual([
    ['a/etc/network/interfaces', 3],
    ['a/etc/network/interfaces.d/x', 2],
    ['b/etc/network/interfaces', 2],
    ['b/etc/network/interfaces', 5],
  ]);
  expect(report.files.map((file) => file.path)).toEqual([
    'a/etc/network/interfaces',
    'a/etc/network/interfaces.d/x',
    'b/etc/network/interfaces',
  ]);
});

test('a finding in a file that two main files source is told once', () => {
  const folder = temporaryFolder({
    'etc/network/interfaces': 'source interfaces.d/*\n',
    'etc/network/interfaces.new': 'source interfaces.d/*\n',
    'etc/network/interfaces.d/br0': 'auto br0\niface br0 inet manual\n  bridge_stp off\n',
  });
  const { report } = checkJson(['.'], { cwd: folder });
  expect(report.files).toHaveLength(3);
  expect(report.findings).toHaveLength(1);
});

test('suppressed findings and rules that are off are left out', () => {
  const stanza = 'iface br0 inet manual\n  bridge_stp off\n';
  const suppressed = check(`auto br0\n# bridgewise-ignore bridge-without-ports: made by hand\n${stanza}`);
  expect(suppressed).toMatchObject({ exit: 0, report: { findings: [] } });
  const folder = temporaryFolder({
    [path]: `auto br0\n${stanza}`,
    '.bridgewise.json': '{"rules": {"bridge-without-ports": "off"}}',
  });
  expect(checkJson(['.'], { cwd: folder })).toMatchObject({ exit: 0, report: { findings: [] } });
});

test.each<[string, string, number]>([
  ['error', 'error', 1],
  ['warning', 'error', 0],
  ['warning', 'warning', 1],
  ['information', 'warning', 0],
  ['information', 'information', 1],
  ['hint', 'information', 0],
  ['hint', 'hint', 1],
])('a finding of severity %s with --fail-on %s exits with %i', (severity, failOn, exit) => {
  const folder = temporaryFolder({
    [path]: 'auto br0\niface br0 inet manual\n  bridge_stp off\n',
    '.bridgewise.json': JSON.stringify({
      rules: { 'bridge-without-ports': severity },
    }),
  });
  expect(checkJson(['.', '--fail-on', failOn], { cwd: folder }).exit).toBe(exit);
});
