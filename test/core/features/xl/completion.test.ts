import { describe, expect, test } from 'vitest';
import { completionsAt } from '../../../../server/src/core/features/xl/completion.ts';
import { atXlCursor } from '../../../support/cursor.ts';

/** The labels that are offered at `<|>`. */
function labelsAt(text: string, xenVersion?: string): readonly string[] {
  const { snapshot, file, offset } = atXlCursor(text, { xenVersion });
  return completionsAt(snapshot, file, offset).map(({ label }) => label);
}

/** The text after taking the item of that label. */
function taking(text: string, label: string): string {
  const { snapshot, file, offset } = atXlCursor(text);
  const item = completionsAt(snapshot, file, offset).find((candidate) => candidate.label === label);
  if (item === undefined) throw new Error(`${label} is not offered`);
  const plain = snapshot.config.tree.text;
  return plain.slice(0, item.span.start) + item.text + plain.slice(item.span.end);
}

describe('at the beginning of a line', () => {
  test.each([
    ['', '<|>', 'memory', 'memory = $0'],
    ['with letters typed', 'me<|>', 'memory', 'memory = $0'],
    ['of a string', 'name = "a"\nker<|>\n', 'kernel', 'name = "a"\nkernel = "$0"\n'],
    ['of a list', 'vi<|>', 'vif', "vif = [ '$0' ]"],
    ['before its value', 'mem<|> = 512', 'memory', 'memory = 512'],
    ['behind a semicolon', 'vcpus = 2; mem<|>', 'memory', 'vcpus = 2; memory = $0'],
    ['behind a comment line', '# guest\nme<|>', 'memory', '# guest\nmemory = $0'],
  ])('a key %s', (_where, text, label, after) => expect(taking(text, label)).toBe(after));

  test('what is set already, what is deprecated and what another guest has come last', () => {
    const labels = labelsAt('type = "pv"\nname = "a"\n<|>');
    const at = (label: string): number => labels.indexOf(label);
    expect(at('memory')).toBeGreaterThanOrEqual(0);
    expect(at('memory')).toBeLessThan(at('boot'));
    expect(at('boot')).toBeLessThan(at('name'));
  });

  test('keys that the version of Xen does not know are left out', () => {
    expect(labelsAt('<|>', '4.17')).not.toContain('llc_colors');
    expect(labelsAt('<|>', '4.20')).toContain('llc_colors');
  });
});

describe('behind the equals sign', () => {
  test.each([
    ['a choice in quotes', 'type = <|>', 'pvh', 'type = "pvh"'],
    ['one that is begun', 'type = p<|>', 'pvh', 'type = "pvh"'],
    ['one inside quotes', 'type = "<|>"', 'pvh', 'type = "pvh"'],
    ['what is to be done', 'on_crash = "<|>"', 'coredump-restart', 'on_crash = "coredump-restart"'],
    ['a list', 'disk = <|>', '[ … ]', "disk = [ '$0' ]"],
  ])('%s', (_what, text, label, after) => expect(taking(text, label)).toBe(after));

  test('behind a value nothing can stand', () => expect(labelsAt('memory = 512 <|>')).toEqual([]));
});

describe('in the string of a disk', () => {
  test.each([
    ['the format in its place', "disk = [ '/dev/vg/a,<|>' ]", 'raw', "disk = [ '/dev/vg/a,raw' ]"],
    ['a free vdev', "disk = [ '/a,raw,xvda,w', '/b,raw,<|>' ]", 'xvdb', "disk = [ '/a,raw,xvda,w', '/b,raw,xvdb' ]"],
    ['a parameter', "disk = [ '/a,raw,xvda,<|>' ]", 'script', "disk = [ '/a,raw,xvda,script=' ]"],
    ['its value', "disk = [ 'format=<|>' ]", 'qcow2', "disk = [ 'format=qcow2' ]"],
    ['in a list that is not closed', "disk = [ '/dev/vg/a,<|>'", 'raw', "disk = [ '/dev/vg/a,raw'"],
  ])('%s', (_what, text, label, after) => expect(taking(text, label)).toBe(after));

  test('a parameter that stands already is not offered again', () => {
    expect(labelsAt("disk = [ 'vdev=xvda,<|>' ]")).not.toContain('vdev');
  });
});

describe('in the string of a vif', () => {
  test.each([
    ['a parameter', "vif = [ '<|>' ]", 'bridge', "vif = [ 'bridge=' ]"],
    [
      'the next one',
      "vif = [ 'mac=00:16:3e:00:00:01, br<|>' ]",
      'bridge',
      "vif = [ 'mac=00:16:3e:00:00:01, bridge=' ]",
    ],
    ['a bridge of another vif', "vif = [ 'bridge=dmz', 'bridge=<|>' ]", 'dmz', "vif = [ 'bridge=dmz', 'bridge=dmz' ]"],
    ['a script', "vif = [ 'script=<|>' ]", 'vif-route', "vif = [ 'script=vif-route' ]"],
  ])('%s', (_what, text, label, after) => expect(taking(text, label)).toBe(after));
});

describe('in a comment', () => {
  test.each([
    ['the directive', '# bridge<|>', 'bridgewise-ignore', '# bridgewise-ignore '],
    ['the rule', '# bridgewise-ignore <|>', 'comment-without-newline', '# bridgewise-ignore comment-without-newline: '],
  ])('%s', (_what, text, label, after) => expect(taking(text, label)).toBe(after));

  test('no rule about interfaces files', () => {
    expect(labelsAt('# bridgewise-ignore <|>')).not.toContain('bridge-without-ports');
  });
});
