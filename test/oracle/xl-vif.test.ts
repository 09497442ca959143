import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainAtom } from '../../server/src/core/syntax/xl/atom.ts';
import { parseVif } from '../../server/src/core/syntax/xl/values/vif.ts';
import type { Vif } from '../../server/src/core/syntax/xl/values/vif-type.ts';
import { announceSeed } from '../support/seed.ts';
import { dryRun, HAS_XEN, XEN_SERIES } from '../support/xen.ts';
import { libxlNic, xlString } from '../support/xl-json.ts';

const count = 2000;
const seed = announceSeed('vifs');

const one = (...words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);
const macs = [
  ...['00:16:3e:12:34:56', '0:16:3e:1:2:3', '00-16-3e-01-02-03', '00:16:3e:1:2:3:4', '00:16:3e:1:2:3;bridge=x', '0'],
  ...['00:16:3e:1:2', '00:16:3e', '01:00:5e:1:2:3', '00:00:00:00:00:00', 'zz', '', '100:2:3:4:5:6', ' 1: 2:3:4:5:6'],
  ...['0x1:2:3:4:5:6', '-1:2:3:4:5:6', '1:2:3:4:5:', '1:2\u00e93:4:5:6', '1 2 3 4 5 6', '1:2:3:4:5:6 ', 'random'],
];
/** `vlan` came with 4.19. */
const parameter = fc.oneof(
  { weight: 4, arbitrary: one(...macs).map((text) => `mac=${text}`) },
  {
    weight: 4,
    arbitrary: one('bridge=xenbr0', 'bridge=br 0', 'bridge=', 'bridge= x ', 'brige=x', 'bridge', 'bridge =x'),
  },
  one('type=vif', 'type=ioemu', 'type=VIF', 'type=', 'type', 'model=e1000', 'model=', 'vifname=web0', 'vifname=\u00e9'),
  one('script=vif-route', 'script=', 'ip=192.0.2.1 2001:db8::1', 'ip=', 'backend=net', 'backend=', 'netdev=eth0'),
  one('gatewaydev=eth1', 'accel=1', 'trusted', 'untrusted', 'trusted=1', 'forwarddev=f', 'foo', 'a=b', '=', ' ', '\t'),
  one(
    'mtu=9000',
    'mtu=12abc',
    'mtu= 7',
    'devid=3',
    'devid=-4',
    'mtu=4294967297',
    'mtu=08',
    'rate=10Mb/s',
    'rate=1MB/s@20ms',
  ),
  {
    weight: 1,
    arbitrary: one('mtu=', 'mtu=x', 'devid=-1', 'rate=10Mb', 'rate=', 'rate=0B/s', 'mtu=18446744073709551616'),
  },
);
const generated = fc
  .array(fc.tuple(one('', '', '', ' ', '  ', '\t'), parameter), { maxLength: 4 })
  .map((parts) => parts.map((part) => part.join('')).join(','));

/** What xl prints about a vif while it goes on. */
function messagesOf(vif: Vif): readonly string[] {
  return vif.fields.flatMap((field) => {
    const kinds = vif.problems
      .filter(({ span }) => span.start >= field.span.start && span.end <= field.span.end)
      .map(({ kind }) => kind as string);
    const text = vif.atom.text.slice(field.span.start, field.span.end);
    const isUnknown = /^(?:unknown-vif-parameter|blank-before|vif-parameter-without|vif-flag-with)/;
    if (kinds.some((kind) => isUnknown.test(kind))) return [`unrecognized argument \`${text}'`];
    if (kinds.includes('unknown-vif-type')) return ["Invalid parameter `type'."];
    if (kinds.includes('unreadable-vif-mac')) return ["Invalid parameter `mac'."];
    if (kinds.includes('vif-accel')) return ['the accel parameter for vifs is currently not supported'];
    if (field.name === 'netdev') return ['the netdev parameter is deprecated, please use gatewaydev instead'];
    return [];
  });
}

const isRefused = (vif: Vif): boolean => vif.problems.some(({ effect }) => effect === 'refused');
/** Whether it depends on what stands in memory. */
const isUnknown = (vif: Vif): boolean =>
  vif.mac === undefined && vif.problems.some(({ kind }) => kind === 'short-vif-mac');
/** So many vifs stand in one file. */
const perFile = 100;

function fileWith(specs: readonly string[]): string {
  return `name="a"\nkernel="/k"\nvif=[${specs.map(xlString).join(',\n')}]\n`;
}

describe.skipIf(!HAS_XEN)(`${count} generated vifs, seed ${seed}, Xen ${XEN_SERIES}`, () => {
  const vifs = fc
    .sample(generated, { numRuns: count, seed })
    .map((spec) => parseVif(plainAtom(spec)))
    .filter((vif) => !isUnknown(vif));
  const refused = vifs.filter(isRefused);
  const accepted = vifs.filter((vif) => !isRefused(vif));

  test('are refused by xl where we say so', async () => {
    expect(refused.length).toBeGreaterThan(count * 0.1);
    const sample = refused.slice(0, 400);
    const answers = await dryRun(sample.map(({ atom }) => fileWith([atom.text])));
    expect(sample.filter((_, index) => answers[index]?.exit !== 1).map(({ atom }) => atom.text)).toEqual([]);
  });

  test('say the same to us and to xl, which prints a message where we have a problem', async () => {
    expect(accepted.length).toBeGreaterThan(count * 0.5);
    const starts = Array.from({ length: Math.ceil(accepted.length / perFile) }, (_, index) => index * perFile);
    const files = starts.map((start) => accepted.slice(start, start + perFile));
    // A message of its own stands behind those of each vif.
    const answers = await dryRun(
      files.map((file) => fileWith(file.flatMap(({ atom }, index) => [atom.text, `#${index}`]))),
    );
    const wrong = files.flatMap((file, number) => {
      const { exit, output = '', messages = [] } = answers[number] ?? {};
      const blocks = messages.join('\n').split(/unrecognized argument `#\d+'\n?/);
      const nics = exit === 0 ? JSON.parse(output).nics : [];
      return file.flatMap((vif, index) => {
        const { devid, ...nic } = nics[2 * index] ?? {};
        // A part of blanks alone does no harm.
        const said = (blocks[index] ?? '')
          .split('\n')
          .filter((line) => line !== '' && line !== "unrecognized argument `'");
        const own = JSON.stringify([libxlNic(vif), vif.devid ?? 2 * index, messagesOf(vif).filter(countsFor(vif))]);
        const real = JSON.stringify([nic, devid ?? 0, said.filter(countsFor(vif))]);
        return own === real ? [] : [{ spec: vif.atom.text, own, real }];
      });
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

/** Where an address is short, xl may find more behind the comma, or not. */
function countsFor({ problems }: Vif): (line: string) => boolean {
  const isShort = problems.some(({ kind }) => kind === 'short-vif-mac');
  return (line) => !isShort || line !== "Invalid parameter `mac'.";
}
