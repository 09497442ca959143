import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainAtom } from '../../server/src/core/syntax/xl/atom.ts';
import { parseDisk } from '../../server/src/core/syntax/xl/values/disk.ts';
import { announceSeed } from '../support/seed.ts';
import { askXluSpecs, HAS_XEN, XEN_SERIES } from '../support/xen.ts';
import { diskJson, messagesOfDisk } from '../support/xl-json.ts';

const count = 2000;
const seed = announceSeed('disks');

/** What is not the same in every series is left out; later ones know more. */
const flags = ['cdrom', 'discard', 'no-discard', 'direct-io-safe', 'colo', 'no-colo', 'devtype=cdrom', 'devtype=disk'];
const targets = ['/dev/vg/a', '/srv/a b.img', '', 'vg/a', 'iqn.2001-05.com:0-8a', 'foo:bar', '/a:b', 'é/ü'];
const formats = ['raw', 'qcow2', 'qcow', 'vhd', 'qed', 'empty', '', 'raw ', ' ', 'vmdk', 'RAW'];
const vdevs = [
  'xvda',
  'hda',
  'sdb1',
  'hdc',
  'hdc:cdrom',
  'xvda:disk',
  'hda:tape',
  'ioemu:hda',
  '51712',
  '',
  'd0p1',
  'xvda ',
];
const accesses = ['w', 'r', 'rw', 'ro', '', 'w!', 'W', 'r '];
const prefixes = [
  'phy:',
  'file:',
  'tap:aio:',
  'raw:',
  'qcow2:',
  'iscsi:',
  'drbd:',
  'nbd:',
  'http:',
  'c:',
  'tap2:',
  'nfs:/',
];
const strange = [
  '=',
  '=x',
  'A=b',
  'foo=bar',
  'foo=',
  'x_y=1',
  ' ',
  '\t',
  '\n',
  ':',
  ',,',
  'trusted=1',
  'vdev',
  'target',
  'target=',
  '\r',
];

function one(words: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...words);
}

const named = fc.oneof(
  one(formats).map((text) => `format=${text}`),
  one(vdevs).map((text) => `vdev=${text}`),
  one(accesses).map((text) => `access=${text}`),
  one(['phy', 'qdisk', 'tap', 'standalone', 'foo', '']).map((text) => `backendtype=${text}`),
  one(['xen', 'virtio', 'x']).map((text) => `specification=${text}`),
  one(['storage', '', 'a b']).map((text) => `backend=${text}`),
  one(['block-drbd', '/x/y', '']).map((text) => `script=${text}`),
  one(['colo-host=h', 'colo-port=5x', 'colo-port=x', 'colo-export=e', 'active-disk=a', 'hidden-disk=h']),
  one(['devtype=x', 'devtype=', 'devtype=cdrom ']),
);
/** Target, format, vdev and access, most of them right. */
const positional = fc
  .tuple(one(targets), one(formats), one(vdevs), one(accesses))
  .chain((fields) => fc.integer({ min: 0, max: 4 }).map((length) => fields.slice(0, length)));
const spaced = (part: fc.Arbitrary<string>) =>
  fc.tuple(one(['', '', '', ' ']), part).map(([blank, text]) => blank + text);
const oneTarget = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: one(targets).map((text) => [`target=${text}`]) },
);
const usual = fc.tuple(
  one(['/dev/vg/a', 'raw:/a,hda', '/a,raw', '/a,']),
  one(['xvda', 'hdc', 'sda1']),
  one(['', ',w', ',r', ',,cdrom', ',cdrom']),
);
const generated = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.array(spaced(fc.oneof(named, one(flags))), { maxLength: 3 }),
        positional,
        fc.array(spaced(fc.oneof(named, one(flags))), { maxLength: 3 }),
        oneTarget,
      )
      .map((parts) => parts.flat().join(',')),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(usual, fc.array(fc.oneof(one(flags), named), { maxLength: 2 }))
      .map(([[target, vdev, rest], more]) =>
        [`${target},${vdev}${rest}`.replace('/dev/vg/a,', '/dev/vg/a,,'), ...more].join(','),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(one(prefixes), one(targets), one(vdevs), one(accesses))
      .map(([prefix, target, ...rest]) => [prefix + target, ...rest].join(',')),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.oneof(
          one([...formats, ...vdevs, ...targets, ...accesses, ...flags, ...prefixes, ...strange]),
          one([',']),
          named,
        ),
        { maxLength: 9 },
      )
      .map((parts) => parts.join('')),
  },
);

describe.skipIf(!HAS_XEN)(`${count} generated disks, seed ${seed}, Xen ${XEN_SERIES}`, () => {
  test('are refused by us and by libxlutil alike, or say the same to both', async () => {
    // A lone equals sign and a line feed behind it kill libxlutil.
    const specs = fc.sample(generated, { numRuns: count, seed }).filter((spec) => !/=\n/.test(spec));
    const answers = await askXluSpecs('disk', specs);
    const theirs = answers.map((answer) => ({ ...answer, report: undefined }));
    const ours = specs.map((spec) => diskJson(parseDisk(plainAtom(spec))));
    const accepted = ours.filter(({ rc }) => rc === 0).length;
    expect(accepted).toBeGreaterThan(specs.length * 0.3);
    expect(specs.length - accepted).toBeGreaterThan(specs.length * 0.3);
    const wrong = specs.flatMap((spec, index) => {
      const [own, real] = [JSON.stringify(ours[index]), JSON.stringify(theirs[index])];
      return own === real ? [] : [{ spec, own, real }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('are refused for the same reason', async () => {
    const specs = fc.sample(generated, { numRuns: count, seed }).filter((spec) => !/=\n/.test(spec));
    const answers = (await askXluSpecs('disk', specs)) as readonly { readonly rc: number; readonly report: string }[];
    const wrong = specs.flatMap((spec, index) => {
      const { rc = 0, report = '' } = answers[index] ?? {};
      const said = messagesOfDisk(parseDisk(plainAtom(spec)));
      const isSame = rc === 0 || said.some((message) => report.includes(message));
      return isSame ? [] : [{ spec, report, said }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
