import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewDomU } from '../../../../server/src/core/features/xl/new-domu.ts';
import { macGenerator, newDomU, uuidGenerator } from '../../../../server/src/core/index.ts';
import type { XlReading } from '../../../support/xl.ts';
import { readXl } from '../../../support/xl.ts';

/** Bytes that count up, so that each address is known beforehand. */
function counting(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

function copy(text: string, name: string, reading: XlReading = {}) {
  const [newMac, newUuid] = [macGenerator([text], counting()), uuidGenerator(counting())];
  return newDomU(readXl(text, { kind: 'domain', ...reading }), { name, newMac, newUuid });
}

function made(text: string, name: string): NewDomU {
  const answer = copy(text, name);
  if (answer.kind === 'refused') throw new Error(answer.reason);
  return answer;
}

const uuid = '01020304-0506-4708-890a-0b0c0d0e0f10';

describe('what belongs to one domU is another in the new one', () => {
  test.each([
    ['the name', 'name = "web" # the server', 'name = "shop" # the server'],
    ['a UUID', 'uuid = "6d1fd1a5-8a7d-4fb6-8b23-9b5d6ba2a6f1"', `uuid = "${uuid}"`],
    [
      'the UUID of a TPM',
      'vtpm = [ "backend=tpm,uuid=6d1fd1a5-8a7d-4fb6-8b23-9b5d6ba2a6f1" ]',
      `vtpm = [ "backend=tpm,uuid=${uuid}" ]`,
    ],
    [
      'MAC addresses, each another',
      "vif = [ 'mac=00:16:3e:00:00:01,bridge=a', 'bridge=b,mac=00:16:3e:00:00:02' ]",
      "vif = [ 'mac=00:16:3e:01:02:03,bridge=a', 'bridge=b,mac=00:16:3e:04:05:06' ]",
    ],
    ['disks by their place', "disk = [ '/dev/vg0/web-disk,raw,xvda,w' ]", "disk = [ '/dev/vg0/shop-disk,raw,xvda,w' ]"],
    ['disks behind an old prefix', "disk = [ 'phy:/dev/vg0/web,xvda,w' ]", "disk = [ 'phy:/dev/vg0/shop,xvda,w' ]"],
    [
      'disks by name',
      'disk = [ "vdev=xvda, target=/srv/web/web.img" ]',
      'disk = [ "vdev=xvda, target=/srv/shop/shop.img" ]',
    ],
    ['a vifname', 'vif = [ "vifname=web.0" ]', 'vif = [ "vifname=shop.0" ]'],
    ['no CD-ROM', "disk = [ '/srv/web.iso,raw,hdc,cdrom' ]", "disk = [ '/srv/web.iso,raw,hdc,cdrom' ]"],
    [
      'no longer words before it',
      "disk = [ '/dev/vg0/intraweb,raw,xvda,r' ]",
      "disk = [ '/dev/vg0/intraweb,raw,xvda,r' ]",
    ],
    ['no longer words', "disk = [ '/dev/vg0/webmail,raw,xvda,r' ]", "disk = [ '/dev/vg0/webmail,raw,xvda,r' ]"],
    ['no comment', '# web, mac=00:16:3e:00:00:01\nmemory = 512', '# web, mac=00:16:3e:00:00:01\nmemory = 512'],
  ])('%s', (_what, line, expected) => {
    const head = line.startsWith('name') ? '' : 'name = "web"\n';
    const { text } = made(`${head}kernel = "/k"\n${line}\n`, 'shop');
    expect(text).toBe(`${head.replace('web', 'shop')}kernel = "/k"\n${expected}\n`);
  });
});

test('the disks that are to be made are told', () => {
  const text =
    "name = 'web'\ndisk = [ '/dev/vg0/web-disk,raw,xvda,w', '/srv/x.iso,raw,hdc,cdrom', '/dev/vg0/web-swap,raw,xvdb,w' ]\n";
  expect(made(text, 'shop').disks).toEqual([
    { vdev: 'xvda', target: '/dev/vg0/shop-disk' },
    { vdev: 'xvdb', target: '/dev/vg0/shop-swap' },
  ]);
});

describe('what only the user can choose is told and stays', () => {
  test.each([
    [
      'a disk of another name',
      "disk = [ '/dev/vg0/data,raw,xvda,w' ]",
      '/dev/vg0/data',
      /both domUs would write to it/,
    ],
    ['an address', "vif = [ 'mac=00:16:3e:00:00:01,ip=192.0.2.1' ]", '192.0.2.1', /`192.0.2.1` is the address of web/],
    ['a vifname without the name', "vif = [ 'vifname=dmz0' ]", 'dmz0', /`dmz0` is the interface of web/],
    ['a host name', 'extra = "quiet ip=:::::web:eth0"', 'web', /`extra` still names web/],
    ['a path', 'ramdisk = "/srv/web/initrd"', 'web', /`ramdisk` still names web/],
    ['a display', 'vncdisplay = 3', '3', /`vncdisplay` is that of web/],
    ['a display of a framebuffer', "vfb = [ 'vnc=1,vncdisplay=3' ]", 'vncdisplay=3', /VNC display/],
    ['a PCI device', "pci = [ '01:00.0' ]", "'01:00.0'", /one domU at a time/],
  ])('%s', (_what, line, place, advice) => {
    const { text, left } = made(`name = "web"\nkernel = "/k"\n${line}\n`, 'newshop');
    expect(text).toContain(place);
    expect(left.map(({ span, advice: said }) => [text.slice(span.start, span.end), said])).toEqual([
      [place, expect.stringMatching(advice)],
    ]);
  });

  test('a vifname for which the new name is too long', () => {
    const { text, left } = made("name = 'web'\nvif = [ 'vifname=web-internal' ]\n", 'database');
    expect(text).toContain('vifname=web-internal');
    expect(left).toHaveLength(1);
  });
});

describe('a name is refused', () => {
  test.each([
    ['web', /called web already/],
    ['', /needs a name/],
    ['17', /number/],
    ['-x', /option/],
    ['a/b', /slash/],
    ['a b', /blank/],
    ['müller', /not ü/],
    ['..', /folder/],
    ['x'.repeat(241), /240/],
  ])('%s', (name, reason) => {
    expect(copy('name = "web"\nkernel = "/k"\n', name)).toEqual({
      kind: 'refused',
      reason: expect.stringMatching(reason),
    });
  });

  test.each(['web2', 'a.b_c+d-1', '1a', 'x'.repeat(240)])('but not %s', (name) => {
    expect(copy('name = "web"\nkernel = "/k"\n', name).kind).toBe('made');
  });

  test('where the file gives none, or is no domU’s', () => {
    expect(copy('kernel = "/k"\n', 'a').kind).toBe('refused');
    expect(copy('name = "web"\nname += "1"\n', 'a').kind).toBe('refused');
    expect(copy('name = "pool"\ncpus = "1"\n', 'a', { kind: 'cpupool' }).kind).toBe('refused');
  });
});

const folder = join(import.meta.dirname, '../../../../examples/etc/xen');

test('there and back again gives the example, but for its addresses', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cfg'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    const plain = (of: string): string => of.replace(/mac=[0-9a-f:]+/g, 'mac=');
    const there = made(text, 'quitenew');
    expect(plain(there.text)).not.toBe(plain(text));
    expect(plain(made(there.text, file.replace('.cfg', '')).text)).toBe(plain(text));
  }
});

test('a new UUID is one of the fourth version', () => {
  const byte = fc.infiniteStream(fc.integer({ min: 0, max: 255 }));
  fc.assert(
    fc.property(byte, (bytes) => {
      const next = uuidGenerator(() => bytes.next().value);
      expect(next()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }),
  );
});
