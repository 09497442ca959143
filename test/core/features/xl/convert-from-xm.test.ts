import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, convertFromXm } from '../../../../server/src/core/index.ts';
import { parseXl } from '../../../../server/src/core/syntax/xl/parser.ts';
import { readXl } from '../../../support/xl.ts';
import { xmFiles } from '../../../support/xm-files.ts';

const convert = (text: string) => convertFromXm(readXl(text, { kind: 'domain' }), () => 1);

/** The line of a text in which an offset is. */
function lineAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1).replace(/\n.*/s, '');
}

describe.each(xmFiles)('$title', ({ text, converted, left }) => {
  test('is converted, by edits of its text', () => {
    const conversion = convert(text);
    expect(conversion.text).toBe(converted);
    expect(applyEdits(text, conversion.edits)).toBe(converted);
  });

  test('tells what is left for the user', () => {
    const conversion = convert(text);
    const told = conversion.left.map(({ span, advice }) => [lineAt(conversion.text, span.start), advice]);
    expect(told).toEqual(left.map(([line, advice]) => [line, expect.stringMatching(advice)]));
  });

  test('is not converted again', () => {
    expect(convert(converted).edits).toEqual([]);
  });
});

test.each([
  ['a file for xl', 'name = "web"\nkernel = "/k"\nmemory = 512\ndisk = [ "/dev/vg/web,raw,xvda,w" ]\n'],
  ['a file for xl with other faults', 'name = "web"\nkernel = "/k"\nmemory = 512 # end\nvif = [ "a" "b" ]\r\n# end'],
  ['variables that xl has no use for', 'name = "web"\nkernel = "/k"\nhost = "web"\n'],
])('there is nothing to convert in %s', (_title, text) => {
  expect(convert(text)).toMatchObject({ edits: [], text });
});

test('there is nothing to convert in a file of another kind', () => {
  const text = 'name = "pool"\ncpus = 1 + 1\n';
  const config = readXl(text, { kind: 'cpupool' });
  expect(convertFromXm(config, () => 1)).toEqual({ edits: [], text, left: [] });
});

test('what is to stay as it is by a comment stays', () => {
  const text =
    '# bridgewise-ignore-file deprecated-disk-syntax: xen-tools writes it\ndisk = [ "phy:/dev/vg/a,xvda,w" ]\n';
  expect(convert(`name = "a"\nkernel = "/k"\n${text}`).edits).toEqual([]);
});

/** Statements, each on lines of its own; comments are put behind and between. */
const statement = fc.constantFrom(
  ...[
    'name = "a"',
    "kernel = '/k'",
    "builder = 'hvm'",
    "builder = 'linux'",
    'memory = 0400',
    'memory += 1',
    'vcpus = n',
  ],
  ...[
    'n = 2',
    'n = n + 1',
    'import os',
    'from a import b',
    'import a; import b',
    'path = os.path',
    'root = path + "x"',
  ],
  ...[
    'vg = "/dev/vg"',
    'disk = [ "phy:" + vg + "/a,xvda,w" ]',
    'disk = [ "file:/a,hda,w!",\n  # c0\n  "phy:sda1,sda1,r" ]',
  ],
  ...[
    'if n:\n    memory = 5 # c1\n    # c2\nelse:\n    memory = 6',
    'def f(x):\n  # c3\n  return x',
    'f(1)',
    'vnc = True',
  ],
  ...[
    'extra = "a" "b"',
    'extra = ("a"  # c4\n  "b")',
    'cpu = -1',
    'cpu = 1',
    'cpus = ""',
    'cpus = range(4)',
    "dhcp = 'dhcp'",
  ],
  ...[
    "device_model = '/usr/lib/xen/bin/qemu-dm'",
    'vfb = [ "type=vnc" ]',
    'vif2 = [ "" ]',
    'ip = "1.2.3.4"',
    'nics = 2',
  ],
  ...[
    'name = "x%d" % n',
    "kernel = '''/k'''",
    'localtime = None',
    'for i in range(2):\n  disk.append(i) # c5',
    'memory 5',
    '[',
  ],
  ...[
    'extra = "a" \\\n  "b"',
    'vif = [ "a,"\n  "b" ] # c6',
    'on_crash = "restart"; vcpus = 1',
    'description = "a" + \\\n "b"',
  ],
);

const xmText = fc
  .array(fc.tuple(statement, fc.constantFrom('\n', '\n', ' # behind\n', '\n# between\n', '  #\n', '\r\n')), {
    maxLength: 12,
  })
  .map((parts) => parts.map(([text, end]) => text + end).join(''));

/** The words of all comments; those of code that became one are left out of the first text's. */
function commentsOf(text: string): readonly string[] {
  return parseXl(text).root.comments.map((comment) => comment.text.replace(/^#\s*/, ''));
}

test('comments survive, and what is converted is not converted again', () => {
  fc.assert(
    fc.property(xmText, (text) => {
      const once = convert(text);
      expect(applyEdits(text, once.edits)).toBe(once.text);
      for (const comment of commentsOf(text)) expect(once.text).toContain(comment);
      const count = (of: string): number => of.match(/# ?(?:c\d|behind|between)/g)?.length ?? 0;
      expect(count(once.text)).toBe(count(text));
      expect(convert(once.text).edits).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
