import { describe, expect, test } from 'vitest';
import { runCli, temporaryFolder } from '../support/cli.ts';

const network = `auto dmz
iface dmz inet manual
    bridge_ports eth0
`;
const web = 'name = "web"\nkernel = "/boot/vmlinuz"\nvif = [ "bridge=dmz" ]\n';
const site = {
  'hosts/alpha/etc/network/interfaces': network,
  'hosts/alpha/etc/xen/web.cfg': web,
  'hosts/beta/etc/network/interfaces': network,
  'loose/mail.cfg': web,
  'notes.txt': 'nothing of ours',
};

interface TopologyJson {
  readonly title: string;
  readonly nodes: readonly { readonly id: string; readonly places: readonly { path: string; line: number }[] }[];
}

function drawn(given: readonly string[], files: Readonly<Record<string, string>> = site) {
  return runCli(['topology', ...given], { cwd: temporaryFolder(files) });
}

describe('one dom0', () => {
  test.each(['hosts/alpha', 'hosts/alpha/etc/network/interfaces', 'hosts/alpha/etc/xen/web.cfg'])(
    'is found by %s',
    (path) => {
      const { exit, stdout, stderr } = drawn([path, '--format', 'json']);
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      const { title, nodes } = JSON.parse(stdout) as TopologyJson;
      expect(title).toBe('alpha');
      expect(nodes.map(({ id }) => id)).toEqual([
        'interface eth0',
        'interface dmz',
        'domU hosts/alpha/etc/xen/web.cfg',
      ]);
      expect(nodes[1]?.places[0]).toEqual({ path: 'hosts/alpha/etc/network/interfaces', line: 2 });
    },
  );

  test('is a picture by default', () => {
    const { exit, stdout } = drawn(['hosts/alpha']);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /);
    expect(stdout).toContain('>web<');
  });

  test.each([
    ['mermaid', /^flowchart LR$/m],
    ['dot', /^digraph "alpha" \{$/m],
  ])('is written as %s', (format, form) => {
    expect(drawn(['hosts/alpha', '--format', format]).stdout).toMatch(form);
  });

  test('is judged by the project’s settings, and read as the options say', () => {
    const files = { ...site, '.bridgewise.json': '{ "management": ["dmz"] }' };
    expect(drawn(['hosts/alpha', '--format', 'dot'], files).stdout).toContain('management');
    const bare = { interfaces: 'auto eth0\niface eth0\niface eth1 inet manual\n' };
    const faults = (given: readonly string[]) => drawn(['interfaces', '--format', 'dot', ...given], bare).stdout;
    expect(faults(['--dialect', 'ifupdown'])).toContain('1 fault');
    expect(faults(['--dialect', 'ifupdown2'])).not.toContain('fault');
  });

  test('has its lines counted as ifupdown does: a CR alone ends none', () => {
    const files = { interfaces: '# one\rline\niface eth0 inet manual\n' };
    const { nodes } = JSON.parse(drawn(['interfaces', '--format', 'json'], files).stdout) as TopologyJson;
    expect(nodes[0]?.places[0]?.line).toBe(2);
  });

  test('that is pending is drawn where there is no other', () => {
    const pending = { 'etc/network/interfaces.new': network, 'etc/xen/web.cfg': web };
    const { exit, stdout } = drawn(['.', '--format', 'dot'], pending);
    expect({ exit, isDrawn: stdout.includes('dmz') }).toEqual({ exit: 0, isDrawn: true });
  });
});

describe('a dom0 without interfaces files', () => {
  const files = {
    'gamma/etc/xen/web.cfg': web,
    'gamma/etc/xen/mail.cfg': web.replace('web', 'mail'),
    'gamma/etc/xen/xl.conf': 'vif.default.bridge = "dmz"\n',
    'loose/web.cfg': web,
  };

  test.each(['.', 'gamma', 'gamma/etc/xen', 'gamma/etc/xen/web.cfg', 'gamma/etc/xen/xl.conf'])(
    'is found by %s',
    (path) => {
      const { exit, stdout } = drawn([path, '--format', 'json'], files);
      expect(exit).toBe(0);
      const { title, nodes } = JSON.parse(stdout) as TopologyJson;
      expect(title).toBe('gamma');
      const domUs = ['domU gamma/etc/xen/mail.cfg', 'domU gamma/etc/xen/web.cfg'];
      expect(nodes.map(({ id }) => id)).toEqual(['interface dmz', ...domUs]);
    },
  );

  test('is named by its folder among several', () => {
    const { exit, stderr } = drawn(['.'], { ...site, ...files });
    expect(exit).toBe(2);
    const all = ['hosts/alpha/etc/network/interfaces', 'hosts/beta/etc/network/interfaces', 'gamma/etc/xen'];
    expect(stderr).toContain(`. holds 3 dom0s. Name one of them: ${all.join(', ')}.`);
  });

  test('is not what lies in etc/xen beside a main file that is not in the folder', () => {
    const { stdout } = drawn(['hosts/alpha/etc/xen', '--format', 'json']);
    const { nodes } = JSON.parse(stdout) as TopologyJson;
    expect(nodes.map(({ id }) => id)).toContain('interface eth0');
  });
});

test.each<[string, readonly string[], string]>([
  [
    'a folder with several',
    ['hosts'],
    'hosts holds 2 dom0s. Name one of them: hosts/alpha/etc/network/interfaces, hosts/beta/etc/network/interfaces.',
  ],
  ['a folder without any', ['loose'], 'There is no interfaces file under loose'],
  ['a file that is none of ours', ['notes.txt'], 'notes.txt: This is no interfaces file and none for xl'],
  ['what is not there', ['nowhere'], 'nowhere: There is no such file or folder.'],
  ['no path', [], 'topology takes one PATH'],
  ['two paths', ['hosts/alpha', 'hosts/beta'], 'topology takes one PATH'],
  [
    'a format that there is not',
    ['hosts/alpha', '--format', 'png'],
    '--format takes svg, mermaid, dot, json; not "png".',
  ],
])('%s is refused with a reason', (_, given, message) => {
  const { exit, stdout, stderr } = drawn(given);
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  expect(stderr).toContain(`bridgewise: ${message}`);
});
