/** Fixes that promise to change the writing alone: xl reads the same devices before and after them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/core/index.ts';
import { announceSeed } from '../support/seed.ts';
import { dryRun, HAS_XEN, XEN_SERIES } from '../support/xen.ts';
import { checkXl } from '../support/xl.ts';

const count = 400;
const seed = announceSeed('devices for safe fixes');

/** Rules all of whose safe fixes keep what xl reads. */
const rules: readonly string[] = [
  'deprecated-disk-syntax',
  'deprecated-vif-parameter',
  'dropped-device-parameter',
  'odd-mac-notation',
  'unused-vif-model',
  'writable-cdrom',
];

const one = (...words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);

const disk = fc
  .tuple(
    one('', '', ' ', 'backend=storage,', 'discard,', 'script=block-x,', 'format=qcow2,'),
    one('phy:', 'file:', 'tap:aio:', 'tap2:qcow2:', 'vhd:', 'drbd:', 'nbd:', 'ioemu:', 'raw:', ''),
    one('/dev/vg/a', '/a.qcow2', 'vg/a', '', 'a:b', 'host:1', ' /a', 'a b'),
    one(',xvda', ',hdc:cdrom', ',xvdb:disk', ', sda', ',ioemu:hda', ',vdev=xvda', ',raw,xvda', ',,hdc'),
    one('', ',w', ',r', ', rw', ',cdrom', ',r,cdrom', ',w,cdrom', ',access=w', ',r,no-discard,discard', ',w='),
  )
  .map((parts) => `disk = [ '${parts.join('')}' ]`);

const vif = fc
  .array(
    fc.oneof(
      one('mac=0:16:3e:1:2:3', 'mac=00-16-3e-00-00-01', 'mac=00:16:3e:00:00:01:02', 'mac=00:16:3E:00:00:01 '),
      one('bridge=xenbr0', 'bridge=xenbr1', ' netdev=eth0', 'accel=x', 'gatewaydev=eth1', 'rate=1Mb/s@10'),
      one('type=vif', 'script=vif-route', 'ip=192.0.2.1', 'ip=192.0.2.1 ', '', 'mtu=1500', 'mtu=9000'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `vif = [ '${['mac=00:16:3e:00:00:09', ...parts].join(',')}' ]`);

/** Devices for which a fix was wrong once. */
const written: readonly string[] = [`disk = [ 'discard,,xvdb:disk,cdrom' ]`, `disk = [ ',hdc:cdrom,devtype=disk' ]`];

const fileWith = (device: string): string =>
  `name = "a"\nuuid = "01234567-89ab-cdef-0123-456789abcdef"\nkernel = "/k"\n${device}\n`;

describe.skipIf(!HAS_XEN)('safe fixes of how devices are written', () => {
  test(`keep what xl reads of ${count} generated devices`, async () => {
    const devices = [...written, ...fc.sample(fc.oneof(disk, vif), { numRuns: count, seed })];
    const pairs = devices.map(fileWith).flatMap((text) =>
      checkXl(text, { xenVersion: XEN_SERIES })
        .findings.filter(({ rule }) => rules.includes(rule))
        .flatMap(({ rule, fixes }) =>
          fixes
            .filter(({ safety }) => safety === 'safe')
            .map(({ edits }) => ({ rule, text, after: applyEdits(text, edits) })),
        ),
    );
    expect(pairs.length).toBeGreaterThan(count / 3);
    const answers = await dryRun(pairs.flatMap(({ text, after }) => [text, after]));
    for (const [index, { rule, text, after }] of pairs.entries()) {
      const [first, second] = [answers[2 * index], answers[2 * index + 1]];
      expect(second?.exit, `${rule}\n${text}${after}`).toBe(first?.exit);
      if (first?.exit === 0) expect(second?.output, `${rule}\n${text}${after}`).toBe(first.output);
    }
  }, 120_000);
});
