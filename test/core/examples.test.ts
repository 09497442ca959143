import { describe, expect, test } from 'vitest';
import type { FileId, Finding } from '../../server/src/core/index.ts';
import { applyEdits, loadSnapshot, memoryAccess, memoryFile, pathOf } from '../../server/src/core/index.ts';
import { checkExampleHost, exampleFiles, faultyHost, goodHost } from '../support/examples.ts';

/** `PATH:LINE WORD severity rule`, the path below the host's root. */
function shown(root: string, { rule, severity, location: { file, span } }: Finding): string {
  const path = pathOf(file);
  const text = exampleFiles[path] ?? '';
  const line = text.slice(0, span.start).split('\n').length;
  return `${path.slice(root.length)}:${line} ${text.slice(span.start, span.end)} ${severity} ${rule}`;
}

async function shownFindings(root: string): Promise<readonly string[]> {
  return (await checkExampleHost(root)).findings.map((finding) => shown(root, finding));
}

describe('the how-to’s host', () => {
  test('has its real findings, all in its interfaces file, and its management interface no warning', async () => {
    expect(await shownFindings(goodHost)).toEqual([
      'etc/network/interfaces:3 xenbr0.10 information dotted-bridge-name',
      'etc/network/interfaces:3 xenbr0.10 warning manual-bridge-with-ipv6',
      'etc/network/interfaces:8 xenbr0.20 information dotted-bridge-name',
      'etc/network/interfaces:8 xenbr0.20 warning manual-bridge-with-ipv6',
      'etc/network/interfaces:14 xenbr1.30 information dotted-bridge-name',
      'etc/network/interfaces:19 xenbr1.40 information dotted-bridge-name',
      'etc/network/interfaces:19 xenbr1.40 warning manual-bridge-with-ipv6',
      'etc/network/interfaces:23 eth2 error static-without-address',
    ]);
    const { snapshot } = await checkExampleHost(goodHost);
    expect([...(snapshot.dom0.host?.management ?? [])]).toEqual(['xenbr1.30']);
  });

  test('has nothing above information left when its first quick fixes are taken', async () => {
    let files = exampleFiles;
    for (let found = await grave(files); found.length > 0; found = await grave(files)) {
      const edits = found[0]?.fixes[0]?.edits ?? [];
      expect(edits).not.toEqual([]);
      files = Object.fromEntries(
        Object.entries(files).map(([path, text]) => [
          path,
          applyEdits(
            text,
            edits.filter(({ file }) => file === memoryFile(path)),
          ),
        ]),
      );
    }
    const changed = Object.keys(files).filter((path) => files[path] !== exampleFiles[path]);
    expect(changed).toEqual([`${goodHost}etc/network/interfaces`]);
  });
});

async function grave(files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const { findings } = await checkExampleHost(goodHost, files);
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

describe('the faulty host', () => {
  test('has one fault of each important kind, where its comments say so', async () => {
    expect(await shownFindings(faultyHost)).toEqual([
      'etc/network/interfaces:10 xenbr0 information domu-on-management-bridge',
      'etc/network/interfaces:18 198.51.100.1/24 warning guest-bridge-with-address',
      'etc/network/interfaces:23 xenbr2 information domu-on-vlan-trunk',
      'etc/network/interfaces:23 xenbr2 warning manual-bridge-with-ipv6',
      'etc/network/interfaces:35 203.0.113.130/25 error bridge-port-with-address',
      'etc/network/interfaces:44 backup0 hint unused-bridge',
      'etc/network/interfaces:45 eth2 error port-in-two-bridges',
      'etc/network/interfaces:50 guests0 error bridge-without-ports',
      'etc/network/interfaces:51 bridge_prots warning misspelt-option',
      'etc/network/interfaces:56 xenbr3.40 error dotted-bridge-name',
      'etc/network/interfaces:61 lab0 information bridge-not-auto',
      'etc/network/interfaces:67 eth7 error static-without-address',
      'etc/network/interfaces:70 statc error unknown-method',
      'etc/xen/auto/firewall.cfg:11 vif information domu-joins-bridges',
      'etc/xen/auto/storage.cfg:9 03:00.0 warning shared-pci-device',
      'etc/xen/auto/storage.cfg:12 1500 warning vif-mtu-differs',
      'etc/xen/database.cfg:10 xvda error duplicate-vdev',
      'etc/xen/desktop.cfg:8 0.0.0.0 warning vnc-open-to-network',
      'etc/xen/kiosk.cfg:8 7 information shared-vnc-display',
      'etc/xen/mail.cfg:8 vcpu warning unknown-key',
      'etc/xen/mail.cfg:10 xvda error disk-without-format',
      'etc/xen/mail.cfg:13 xenbr1.40 warning vif-bridge-unknown',
      'etc/xen/proxy.cfg:7 512MB error not-a-number',
      'etc/xen/proxy.cfg:11 mac=00:16:3e:2b:00:41,bridge=xenbr1 hint vif-without-ip',
      'etc/xen/web.old.cfg:2 web information shared-domain-name',
      'etc/xen/webshop.cfg:5 7d444840-9dc0-11d1-b245-5ffdce74fad2 warning shared-uuid',
      'etc/xen/webshop.cfg:9 /dev/vg0/web-disk warning shared-writable-disk',
      'etc/xen/webshop.cfg:12 00:16:3e:2a:10:11 warning shared-mac',
      'etc/xen/webshop.cfg:12 198.51.100.12 warning shared-vif-address',
      'etc/xen/webshop.cfg:12 web0 warning shared-vifname',
    ]);
  });

  test('has each rule once', async () => {
    const { findings } = await checkExampleHost(faultyHost);
    const names = findings.map(({ rule }) => rule);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('is refused by ifupdown for one word, and by xl in one file', async () => {
    const { findings } = await checkExampleHost(faultyHost);
    expect(findings.filter(({ refused }) => refused).map(({ rule }) => rule)).toEqual([
      'unknown-method',
      'disk-without-format',
    ]);
  });
});

describe('the two hosts', () => {
  const paths = Object.keys(exampleFiles).filter((path) => path.includes('/etc/'));

  test.each(paths)('%s is of one of them alone', async (path) => {
    const settings = async () => ({ dialect: 'auto' as const, management: [] });
    const snapshot = await loadSnapshot(memoryAccess(exampleFiles), memoryFile(path), settings);
    const { host, domUs } = snapshot?.dom0 ?? {};
    const files = [...(host?.files ?? []), ...(domUs ?? []).map(({ config }) => config)].map(({ file }) =>
      pathOf(file),
    );
    const isFaulty = path.startsWith(faultyHost);
    expect(files.sort()).toEqual(paths.filter((other) => other.startsWith(faultyHost) === isFaulty));
  });

  test('have names and an address in common, one names a bridge of the other, and nothing is mixed', async () => {
    const [good, faulty] = await Promise.all([goodHost, faultyHost].map((root) => checkExampleHost(root)));
    const textsOf = (isFaulty: boolean): string =>
      paths.flatMap((path) => (path.startsWith(faultyHost) === isFaulty ? (exampleFiles[path] ?? '') : '')).join('');
    for (const common of [/(?<=^name += )"(?:web|mail|database)"/gm, /00:16:3e:2a:10:11/g, /\bxenbr1\.40\b/g]) {
      const [one, other] = [false, true].map((isFaulty) => new Set(textsOf(isFaulty).match(common)));
      expect(one?.size).toBeGreaterThan(0);
      expect(one).toEqual(other);
    }
    const places = (one: typeof good) =>
      one?.findings.flatMap(({ location, related, fixes }) => [
        location.file,
        ...related.map((place) => place.location.file),
        ...fixes.flatMap(({ edits }) => edits.map(({ file }) => file)),
      ]);
    const isFaulty = (file: FileId): boolean => pathOf(file).startsWith(faultyHost);
    expect(places(good)?.filter(isFaulty)).toEqual([]);
    expect(places(faulty)?.filter((file) => !isFaulty(file))).toEqual([]);
  });
});
