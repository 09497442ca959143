import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Atom } from '../../../../../server/src/core/syntax/xl/atom.ts';
import { plainAtom } from '../../../../../server/src/core/syntax/xl/atom.ts';
import { parseDisk } from '../../../../../server/src/core/syntax/xl/values/disk.ts';
import { diskJson } from '../../../../support/xl-json.ts';
import { casesOf } from './check-xl-cases.ts';
import { atomOf, expectPlacesInside, shown } from './specs.ts';

describe("Xen's own cases", () => {
  // Debian's 4.17 lacks these two flags and takes them for a target.
  const cases = casesOf('check-xl-disk-parse').filter(
    ({ version, args }) => version !== '4.17' || !/trusted/.test(args[0] ?? ''),
  );

  test.each(cases.map(({ version, args, got }) => [version, args.join(','), got] as const))(
    '%s: %s',
    (_, spec, got) => {
      expect(diskJson(parseDisk(plainAtom(spec))).disk ?? null).toEqual(got);
    },
  );
});

describe('what is wrong', () => {
  test.each([
    ['/dev/vg/a,xvda,w', 'disk-without-format «xvda» refused'],
    ['/dev/vg/a,xvda1', 'disk-without-format «xvda1» refused'],
    ['phy:/dev/vg/a,raw,xvda,w', 'disk-format-behind-prefix «raw» refused'],
    ['phy:/dev/vg/a,raw,w', 'disk-format-behind-prefix «raw» fails-at-start'],
    ['/a,vmdk,xvda,w', 'unknown-disk-format «vmdk» refused'],
    ['format=vmdk,vdev=xvda,target=/a', 'unknown-disk-format «vmdk» refused'],
    // Once it has refused something, xl passes over what has no name.
    ['/a,vmdk,xvda,w!', 'unknown-disk-format «vmdk» refused'],
    ['/a,raw ,xvda,w', 'blank-behind-disk-field «raw » refused'],
    ['/a,raw,xvda ,w', 'blank-behind-disk-field «xvda » fails-at-start'],
    ['/a,raw,xvda,w ', 'blank-behind-disk-field «w » refused'],
    ['/a,raw,xvda,w!', 'unknown-disk-access «w!» refused'],
    ['/a,raw,hdc,devtype=floppy', 'unknown-disk-type «floppy» refused'],
    ['raw:/a,hdc:floppy,r', 'unknown-vdev-suffix «floppy» refused'],
    ['/a,raw,xvda,backendtype=loop', 'unknown-disk-backend-type «loop» refused'],
    ['/a,raw,xvda,specification=vmware', 'unknown-disk-specification «vmware» refused'],
    ['/a,raw,xvda,colo-port=http', 'disk-port-not-a-number «http» refused'],
    ['http://x/a,raw,xvda', 'unknown-disk-prefix «http:» refused'],
    ['/a,raw,xvda,mode=w', 'unknown-disk-parameter «mode=w» refused'],
    ['/a,raw,xvda,Access=w,x', 'unknown-disk-parameter «Access=w» refused'],
    ['/a,raw,xvda,access =w', 'unknown-disk-parameter «access =w» refused'],
    ['/a,raw,xvda,=w', 'bad-disk-syntax «=w» refused'],
    ['/a,raw,xvda,=', 'stray-equals-sign «=» dropped'],
    ['/a,raw,xvda,vdev=xvdb', 'disk-parameter-twice «xvdb» refused'],
    ['/a,raw,xvda,format=qcow2', 'disk-parameter-twice «qcow2» refused'],
    ['qcow2:/a,xvda,format=raw', 'disk-parameter-twice «raw» refused'],
    ['/a,raw,xvda,w,access=r', 'disk-parameter-overridden «w» dropped'],
    ['/a,raw,xvda,discard,no-discard', 'disk-parameter-overridden «discard» dropped'],
    ['/a,raw,hdc,cdrom,devtype=disk', 'disk-parameter-overridden «cdrom» dropped'],
    ['/a,raw,xvda,w,x', 'too-many-disk-fields «x» refused'],
    ['/a,raw', 'disk-without-vdev «/a,raw» refused'],
    ['', 'disk-without-vdev «» refused'],
    ['format=raw,vdev=xvda', 'disk-without-target «format=raw,vdev=xvda» refused'],
    ['target=/a,raw,xvda,w', 'parameters-behind-target «raw,xvda,w» refused'],
    ['vdev=xvda,target=/a,format=qcow2', 'parameters-behind-target «format=qcow2» misread'],
    ['/a.iso,raw,hdc,w,cdrom', 'writable-cdrom «w» dropped'],
    ['/a,raw,zz1', 'unknown-vdev «zz1» fails-at-start'],
    ['/a,raw,hde', 'unknown-vdev «hde» fails-at-start'],
    ['/a,raw,/dev/xvda', 'unknown-vdev «/dev/xvda» fails-at-start'],
    ['/a,raw,xvd', 'incomplete-vdev «xvd» misread'],
    ['/a,raw,,w', 'incomplete-vdev «» misread'],
    ['/a,empty,xvda', 'empty-disk-not-cdrom «empty» fails-at-start'],
    ['/a,empty,hdc,cdrom', 'empty-disk-with-target «/a» fails-at-start'],
    [',raw,xvda', 'empty-disk-target «» fails-at-start'],
    ['/a,qcow2,xvda,backendtype=phy', 'no-backend-for-disk «phy» fails-at-start'],
    ['/a,qcow2,xvda,script=block-x', 'no-backend-for-disk «block-x» fails-at-start'],
    ['/a,qcow2,xvda,specification=virtio', 'no-backend-for-disk «virtio» fails-at-start'],
  ])('%s', (spec, ...expected) => {
    expect(shown(parseDisk(atomOf(spec)))).toEqual(expected);
  });
});

test.each([
  '/dev/vg/a,,xvda',
  '/dev/vg/a,raw,xvda,w,',
  'phy:/dev/vg/a,xvda,w',
  'tap:aio:/a,sda1,w',
  ',hdc:cdrom,r',
  'cdrom,vdev=hdc',
  '/a.iso,raw,hdc,r,cdrom',
  'format=qcow2, vdev=xvdb, access=ro, target=/srv/a,b.qcow2',
  'vdev=xvda,script=block-x,target=pool/image,mode,w',
  '/a,raw,d0p1',
  '/a,raw,51712',
  '/a,raw,xvda,specification=virtio,grant_usage=1,trusted',
])('nothing is wrong with %s', (spec) => {
  expect(shown(parseDisk(atomOf(spec)))).toEqual([]);
});

test('what is meant is read on behind the first fault', () => {
  const disk = parseDisk(atomOf('/dev/vg/a,xvda,r'));
  expect(disk).toMatchObject({ target: '/dev/vg/a', vdev: 'xvda', access: 'r', format: 'raw' });
  expect(disk.fields.map(({ name, value }) => [name, value?.text])).toEqual([
    ['target', '/dev/vg/a'],
    ['vdev', 'xvda'],
    ['access', 'r'],
  ]);
});

test('old forms are told with their places', () => {
  const forms = (spec: string) => {
    const disk = parseDisk(atomOf(spec));
    return disk.deprecated.map(({ form, text, span }) => `${form} ${text} ${span.start}-${span.end}`);
  };
  expect(forms('tap:qcow2:/a,hdc:cdrom,r')).toEqual([
    'empty-prefix tap 0-4',
    'format-prefix qcow2 4-10',
    'type-suffix cdrom 16-22',
  ]);
  expect(forms('drbd:a,xvda')).toEqual(['script-prefix drbd 0-5']);
});

test('any text is read, and its places are inside', () => {
  const word = fc.constantFrom(
    ',',
    '=',
    ':',
    ' ',
    '\n',
    'phy:',
    'raw',
    'xvda',
    'target=',
    'vdev=',
    'x',
    'cdrom',
    'hdc:cdrom',
    'w',
    '\u00e9',
    '\ud800',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(word).map((words) => words.join('')),
      ),
      (text) => {
        expectPlacesInside((atom: Atom) => parseDisk(atom), text);
      },
    ),
    { numRuns: 200 },
  );
});
