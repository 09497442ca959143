import { describe, expect, test } from 'vitest';
import type { OutlineSymbol } from '../../../../server/src/core/features/answers.ts';
import { foldsOf } from '../../../../server/src/core/features/xl/folding.ts';
import { inlayHintsIn } from '../../../../server/src/core/features/xl/inlay-hints.ts';
import { linksOf } from '../../../../server/src/core/features/xl/links.ts';
import { selectionsAt } from '../../../../server/src/core/features/xl/selection.ts';
import { semanticTokensOf } from '../../../../server/src/core/features/xl/semantic-tokens.ts';
import { signatureHelpAt } from '../../../../server/src/core/features/xl/signature-help.ts';
import { symbolsOf } from '../../../../server/src/core/features/xl/symbols.ts';
import { atXlCursor, textAt } from '../../../support/cursor.ts';

type Fixture = ReturnType<typeof atXlCursor>;

const web = `# the web server
name = "web"
type = "pvh"
memory = 2048
disk = [
    '/dev/vg0/web,raw,xvda,w', # root
    'format=raw, vdev=hdc, access=ro, devtype=cdrom, target=/srv/iso/debian.iso',
]
vif = [ 'mac=00:16:3e:00:00:01, bridge=dmz, ip=192.0.2.7' ]
vncpasswd = "geheim"
`;

describe('outline', () => {
  function lines(fixture: Fixture, symbols: readonly OutlineSymbol[], indent = ''): string[] {
    return symbols.flatMap((symbol) => [
      `${indent}${symbol.kind} ${symbol.name}: ${symbol.detail} "${textAt(fixture, symbol.selection)}"`,
      ...lines(fixture, symbol.children, `${indent}  `),
    ]);
  }

  test('the domU, its settings, disks and vifs; no secret', () => {
    const fixture = atXlCursor(web);
    expect(lines(fixture, symbolsOf(fixture.snapshot, fixture.file)).join('\n')).toMatchInlineSnapshot(`
      "domain web: PVH · 2048 MiB "web"
        key type: "pvh" "type"
        key memory: 2048 "memory"
        key disk: 2 "disk"
          disk xvda: /dev/vg0/web "/dev/vg0/web,raw,xvda,w"
          disk hdc: /srv/iso/debian.iso "format=raw, vdev=hdc, access=ro, devtype=cdrom, target=/srv/iso/debian.iso"
        key vif: 1 "vif"
          vif vif 0: dmz · 00:16:3e:00:00:01 · 192.0.2.7 "mac=00:16:3e:00:00:01, bridge=dmz, ip=192.0.2.7"
        key vncpasswd: … "vncpasswd""
    `);
  });

  test('of a file without a name the settings alone', () => {
    const fixture = atXlCursor('autoballoon = 0\n', { path: '/etc/xen/xl.conf' });
    expect(lines(fixture, symbolsOf(fixture.snapshot, fixture.file))).toEqual(['key autoballoon: 0 "autoballoon"']);
  });
});

test('folds: lists, comments, regions', () => {
  const fixture = atXlCursor("# a\n# b\nvif = [\n 'x',\n]\nname = 'a'\n#region devices\nusb = 1\n#endregion\n");
  expect(foldsOf(fixture.snapshot, fixture.file).map(({ kind, span }) => `${kind}: ${textAt(fixture, span)}`)).toEqual([
    'comment: # a\n# b',
    "lines: vif = [\n 'x',\n]",
    'region: #region devices\nusb = 1\n#endregion',
  ]);
});

test('selection grows from the word to the file', () => {
  const fixture = atXlCursor("vif = [ 'bridge=d<|>mz, ip=192.0.2.7' ]\n");
  expect(selectionsAt(fixture.snapshot, fixture.file, fixture.offset).map((span) => textAt(fixture, span))).toEqual([
    'dmz',
    'bridge=dmz',
    'bridge=dmz, ip=192.0.2.7',
    "'bridge=dmz, ip=192.0.2.7'",
    " 'bridge=dmz, ip=192.0.2.7' ",
    "[ 'bridge=dmz, ip=192.0.2.7' ]",
    "vif = [ 'bridge=dmz, ip=192.0.2.7' ]",
    "vif = [ 'bridge=dmz, ip=192.0.2.7' ]\n",
  ]);
});

describe('links', () => {
  function links(text: string, path?: string): readonly string[] {
    const fixture = atXlCursor(text, { path });
    return linksOf(fixture.snapshot, fixture.file).map(({ span, tooltip }) => `${textAt(fixture, span)} -> ${tooltip}`);
  }

  test('images, kernels and scripts of the dom0 that the file lies in, no devices', () => {
    expect(
      links(
        "kernel = '/boot/vmlinuz'\ndisk = [ '/srv/a.img,raw,xvda,w', '/dev/vg0/b,raw,xvdb,w' ]\n" +
          "vif = [ 'script=vif-route' ]\n",
        '/hosts/alpha/etc/xen/web.cfg',
      ),
    ).toEqual([
      '/boot/vmlinuz -> /hosts/alpha/boot/vmlinuz',
      '/srv/a.img -> /hosts/alpha/srv/a.img',
      'vif-route -> /hosts/alpha/etc/xen/scripts/vif-route',
    ]);
  });

  test('none where nothing tells which folder is the root', () => {
    expect(links("kernel = '/boot/vmlinuz'\n", '/home/me/web.cfg')).toEqual([]);
  });

  test('what a script of its own makes of the target nobody knows', () => {
    expect(links("disk = [ 'vdev=xvda,script=block-nbd,target=/srv/x' ]\n")).toEqual([
      'block-nbd -> /etc/xen/scripts/block-nbd',
    ]);
  });
});

describe('inlay hints', () => {
  /** The text with the hints in it. */
  function hinted(text: string): string {
    const fixture = atXlCursor(text);
    const hints = inlayHintsIn(fixture.snapshot, fixture.file, { start: 0, end: text.length });
    return hints.reduceRight((so, hint) => `${so.slice(0, hint.offset)}‹${hint.text}›${so.slice(hint.offset)}`, text);
  }

  test.each([
    ["disk = [ '/a,raw,xvda,w' ]", "disk = [ '/a,‹format:›raw,‹vdev:›xvda,‹access:›w' ]"],
    ["disk = [ '/a,,xvda,w' ]", "disk = [ '/a,,‹vdev:›xvda,‹access:›w' ]"],
    ["disk = [ 'target=/a' ]", "disk = [ 'target=/a' ]"],
    ['memory = 2048', 'memory = 2048‹= 2 GiB›'],
    ['memory = "1536"', 'memory = "1536"‹= 1.5 GiB›'],
    ['memory = 3000', 'memory = 3000‹≈ 2.93 GiB›'],
    ['memory = 512', 'memory = 512'],
    ['memory = 0x1000', 'memory = 0x1000‹= 4 GiB›'],
    ['cpus = "0-3,^1"', 'cpus = "0-3,^1"‹3 CPUs: 0 2 3›'],
    ['cpus = "2"', 'cpus = "2"'],
    ['cpus = "all,^0"', 'cpus = "all,^0"'],
    ['cpus = "0-99"', 'cpus = "0-99"‹100 CPUs›'],
  ])('%s', (text, after) => expect(hinted(`${text}\n`)).toBe(`${after}\n`));

  test('only those that are asked for', () => {
    const fixture = atXlCursor('memory = 2048\nmaxmem = 4096\n');
    const hints = inlayHintsIn(fixture.snapshot, fixture.file, { start: 14, end: 27 });
    expect(hints.map(({ text }) => text)).toEqual(['= 4 GiB']);
  });
});

describe('signature help', () => {
  /** The label, the parameter at hand in brackets. */
  function signature(text: string): string | undefined {
    const { snapshot, file, offset } = atXlCursor(text);
    const help = signatureHelpAt(snapshot, file, offset);
    if (help?.active === undefined) return help?.label;
    const [start, end] = help.parameters[help.active]?.label ?? [0, 0];
    return `${help.label.slice(0, start)}[${help.label.slice(start, end)}]${help.label.slice(end)}`;
  }

  test.each([
    ["disk = [ '<|>' ]", '[target], format, vdev, access'],
    ["disk = [ '/a,<|>' ]", 'target, [format], vdev, access'],
    ["disk = [ '/a,r<|>aw,xvda' ]", 'target, [format], vdev, access'],
    ["disk = [ '/a,raw,<|>' ]", 'target, format, [vdev], access'],
    ["disk = [ '/a,raw,vdev=x<|>' ]", 'target, format, [vdev], access'],
  ])('%s', (text, label) => expect(signature(text)?.startsWith(label)).toBe(true));

  test('none in other strings', () => expect(signature('name = "<|>"')).toBeUndefined());
});

test('semantic tokens: keys that xl reads, names and choices in strings', () => {
  const fixture = atXlCursor(
    "memory = 1\nbuilder = 'hvm'\ndhcp = 'dhcp'\nmine = 1\nvif = [ 'type=ioemu, bridge=b' ]\n",
  );
  expect(
    semanticTokensOf(fixture.snapshot, fixture.file).map(
      ({ span, kind, modifiers }) => `${textAt(fixture, span)}: ${[kind, ...modifiers].join(' ')}`,
    ),
  ).toEqual([
    'memory: property',
    'builder: property deprecated',
    'dhcp: property deprecated',
    'vif: property',
    'type: parameter',
    'ioemu: enumMember',
    'bridge: parameter',
  ]);
});
