import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Colour, ColouredPiece } from './tokenize.ts';
import { loadColour } from './tokenize.ts';

let colour: Colour;
beforeAll(async () => {
  colour = await loadColour('xen-xl');
});

const guest = [
  'name = "web" # the first',
  'memory = 0x200; vcpus = 2',
  'disk = [',
  "  '/dev/vg0/web-disk,raw,xvda,w', # root",
  ']',
  "vif += [ 'mac=00:16:3e:5a:01:02,bridge=xenbr0' ]",
];

type Shape = readonly (readonly (readonly [string, readonly string[]])[])[];

function shapeOf(lines: readonly (readonly ColouredPiece[])[]): Shape {
  return lines.map((line) => line.map(({ text, scopes }) => [text, scopes] as const));
}

/** The colours of the guest's settings when they stand behind these lines. */
function coloursBelow(lines: readonly string[]): Shape {
  return shapeOf(colour([...lines, ...guest].join('\n')).slice(lines.length));
}

describe('nothing that a line leaves open colours the next setting', () => {
  const lines = [
    'name = "',
    "name = '",
    'name = "web\\',
    "name = 'it\\'s",
    'name =',
    'name +=',
    'name',
    'name = web',
    'name = "web',
    "extra = 'root=/dev/xvda1 ro console=",
    'disk = [',
    'disk = [ "',
    "disk = [ '/dev/vg0/web,raw,xvda,",
    "disk = [ 'target=/srv/a",
    "disk = [ 'phy:",
    "disk = [ 'a',",
    'disk = [ [',
    'disk = [ [ "a" ], [ # open',
    'disk = [ ]]',
    'disk = [ ;',
    "vif = [ 'mac=",
    "vif = [ 'mac=00:16:3e:",
    "vif = [ 'ip=2001:db8::",
    'pci = [ "01:00.0@',
    'cpuid = "host,',
    'cpus = "0-',
    'ioports = [ "3f8-',
    'VCPUS = [ "a',
    'import os',
    'def f(x): "',
    '"""',
    '[',
    ']',
    ';;',
    '# bridgewise-ignore',
    '# bridgewise-ignore misspelt-key:',
    '# ends in a backslash \\',
    'name = "web" # "',
  ];
  test.each(lines)('%s', (line) => expect(coloursBelow([line])).toEqual(coloursBelow([])));
});

const piece = fc.constantFrom(
  ...['"', "'", '"', "'", '[', ']', ',', '=', '+=', ';', '#', '\\', '\\\\', '\\n', ' ', '\t', '(', '{', '%', ':', '@'],
  ...['name', 'disk', 'vif', 'pci', 'cpus', 'cpuid', 'ioports', 'type', 'extra', 'VCPUS', 'vif.default.bridge'],
  ...['/dev/vg0/a', 'raw', 'xvda', 'w', 'phy:', 'target=', 'mac=', '00:16:3e:01:02:03', 'bridge=', '192.0.2.1', '::'],
  ...['0x1f', '08', '512', 'MB', '01:00.0', '^', 'all', '0-3', 'host', '\u00e9', '\u00a0', 'bridgewise-ignore', '- '],
);
const line = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('by chance', () => {
  test('a setting is coloured alike whatever stands above it', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        expect(coloursBelow(lines)).toEqual(coloursBelow([]));
      }),
      { numRuns: 1000 },
    );
  });

  test('a string ends with its line', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 4 }), (lines) => {
        for (const colours of colour(lines.join('\n')).slice(1)) {
          const [first] = colours;
          if (first === undefined || /^["']/.test(first.text)) continue;
          expect(first.scopes.filter((scope) => scope.startsWith('string.quoted'))).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('every mark of a comment outside strings begins one', () => {
    fc.assert(
      fc.property(line, (text) => {
        const before = /^(?:[^"'#\\]|"[^"'\\#]*"|'[^"'\\#]*')*(?=#)/.exec(text)?.[0];
        fc.pre(before !== undefined);
        const scopes = colour(text)[0]?.find(({ offset }) => offset === before?.length)?.scopes ?? [];
        expect(scopes).toContain('comment.line.number-sign.xen-xl');
      }),
      { numRuns: 1000 },
    );
  });
});
