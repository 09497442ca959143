import { describe, expect, test } from 'vitest';
import { definitionAt } from '../../../../server/src/core/features/xl/definition.ts';
import { highlightsAt } from '../../../../server/src/core/features/xl/highlights.ts';
import { hoverAt } from '../../../../server/src/core/features/xl/hover.ts';
import { referencesAt } from '../../../../server/src/core/features/xl/references.ts';
import { prepareRename, renameAt } from '../../../../server/src/core/features/xl/rename.ts';
import { applyEdits } from '../../../../server/src/core/index.ts';
import { atXlCursor, textAt } from '../../../support/cursor.ts';

/** Each place in the text's line, the name in brackets. */
function shown(text: string, spans: readonly { readonly start: number; readonly end: number }[]): readonly string[] {
  return spans.map(
    ({ start, end }) => `${text.slice(text.lastIndexOf('\n', start) + 1, start)}[${text.slice(start, end)}]`,
  );
}

const disks = "disk = [ '/a,raw,xvda1,w', '/b,raw,xvdb,w' ]\n";

describe('definition', () => {
  function targets(text: string): readonly string[] {
    const fixture = atXlCursor(text);
    const found = definitionAt(fixture.snapshot, fixture.file, fixture.offset);
    return shown(fixture.snapshot.config.tree.text, found?.targets.map(({ selection }) => selection) ?? []);
  }

  test.each([
    ['a disk, from the kernel', `${disks}root = "/dev/xv<|>da1 ro"\n`, ["disk = [ '/a,raw,[xvda1]"]],
    ['a partition of a disk', `${disks}extra = "root=/dev/xvd<|>b2"\n`, ["disk = [ '/a,raw,xvda1,w', '/b,raw,[xvdb]"]],
    ['a disk, where it is made', `disk = [ '/a,raw,xv<|>da,w' ]\n`, ["disk = [ '/a,raw,[xvda]"]],
    ['a disk that there is not', `${disks}root = "/dev/xv<|>dc ro"\n`, []],
    [
      'a USB controller',
      "usbctrl = [ 'type=auto', 'version=2' ]\nusbdev = [ 'hostbus=1, hostaddr=2, controller=<|>1' ]\n",
      ["usbctrl = [ 'type=auto', '[version=2]"],
    ],
    ['the line that counts', 'mem<|>ory = 1\nmemory = 2\n', ['[memory]']],
    ['a bridge, which dom0 makes', "vif = [ 'bridge=d<|>mz' ]\n", []],
  ])('%s', (_what, text, places) => expect(targets(text)).toEqual(places));
});

test('references: each vif of a bridge, each line of a key, a disk with and without its making', () => {
  const references = (text: string, withDeclaration: boolean): readonly string[] => {
    const fixture = atXlCursor(text);
    const found = referencesAt(fixture.snapshot, fixture.file, fixture.offset, withDeclaration);
    return found.map(({ span }) => textAt(fixture, span));
  };
  expect(references("vif = [ 'bridge=d<|>mz', 'bridge=lan', 'bridge=dmz' ]\n", true)).toEqual(['dmz', 'dmz']);
  expect(references('mem<|>ory = 1\nmemory = 2\n', true)).toEqual(['memory', 'memory']);
  expect(references(`${disks}root = "/dev/xv<|>da1 ro"\n`, true)).toEqual(['xvda1', 'xvda1']);
  expect(references(`${disks}root = "/dev/xv<|>da1 ro"\n`, false)).toEqual(['xvda1']);
  expect(references('# <|>\n', true)).toEqual([]);
});

test('highlights tell where a thing is made', () => {
  const fixture = atXlCursor(`${disks}root = "/dev/xv<|>da1 ro"\n`);
  expect(highlightsAt(fixture.snapshot, fixture.file, fixture.offset).map(({ kind }) => kind)).toEqual([
    'declaration',
    'use',
  ]);
});

describe('rename', () => {
  function renamed(text: string, name: string): string {
    const { snapshot, file, offset } = atXlCursor(text);
    const answer = renameAt(snapshot, file, offset, name);
    return answer.kind === 'refused' ? answer.reason : applyEdits(snapshot.config.tree.text, answer.edits);
  }

  test('a disk and where the kernel is told of it', () => {
    expect(renamed(`${disks}root = "/dev/xv<|>da1 ro"\n`, 'xvda2')).toBe(
      "disk = [ '/a,raw,xvda2,w', '/b,raw,xvdb,w' ]\nroot = \"/dev/xvda2 ro\"\n",
    );
  });

  test.each([
    ['a name that Xen does not take', 'hde', /^Xen takes no virtual disk called "hde"/],
    ['one that another disk has', 'xvdb', /^There is a virtual disk xvdb already/],
  ])('not to %s', (_what, name, reason) => {
    expect(renamed("disk = [ '/a,raw,xv<|>da1,w', '/b,raw,xvdb,w' ]\n", name)).toMatch(reason);
  });

  test('nothing else has a name that can be changed in one file', () => {
    const { snapshot, file, offset } = atXlCursor("vif = [ 'bridge=d<|>mz' ]\n");
    expect(prepareRename(snapshot, file, offset)).toMatchObject({ kind: 'refused' });
  });
});

describe('hover', () => {
  function hover(text: string, xenVersion?: string): string {
    const { snapshot, file, offset } = atXlCursor(text, { xenVersion });
    return hoverAt(snapshot, file, offset)?.markdown ?? '';
  }

  test.each([
    ['a key', 'mem<|>ory = 512\n', /^\*\*memory\*\*: .*MiB/s],
    ['a key that another guest has', 'type = "pvh"\nbo<|>ot = "c"\n', /this guest is PVH/],
    ['a line without effect', 'mem<|>ory = 1\nmemory = 2\n', /Without effect here/],
    ['a key of xm', 'dh<|>cp = "dhcp"\n', /xl does not read it/],
    ['a key that nobody knows', 'mine<|> = 1\n', /no version of xl reads it/],
    ['a value', 'on_crash = "coredump-re<|>start"\n', /^\*\*on_crash\*\* `coredump-restart`/],
    ['a secret, which is not shown', 'vncpasswd = "ge<|>heim"\n', /^(?!.*geheim)\*\*vncpasswd\*\*/s],
    ['a parameter', "vif = [ 'bri<|>dge=dmz' ]\n", /^\*\*bridge\*\* of a network interface/],
    ['a parameter by its place', "disk = [ '/a,ra<|>w,xvda' ]\n", /^\*\*format\*\* of the disk: `raw`/],
    ['a parameter that xl does not know', "vif = [ 'bri<|>ge=dmz' ]\n", /xl knows no such parameter/],
    ['a directive', '# bridgewise-igno<|>re comment-without-newline: why\n', /comment-without-newline/],
  ])('of %s', (_what, text, pattern) => expect(hover(text)).toMatch(pattern));

  test('of a key that is too new', () => expect(hover('llc_col<|>ors = [ "0" ]\n', '4.17')).toMatch(/4\.17/));

  test('none of punctuation', () => expect(hover('memory <|>= 512\n')).toBe(''));
});
