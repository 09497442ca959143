import { describe, expect, test } from 'vitest';
import { parseXl } from '../../../../server/src/core/syntax/xl/parser.ts';
import { problemsOf, readAll } from './read.ts';

describe('what xl reads', () => {
  test.each([
    [
      'a = \'x\'\nb="y"\n',
      [
        ['a', 'x'],
        ['b', 'y'],
      ],
    ],
    [
      'a=1;b=2 ; ; c=3',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
      ],
    ],
    [
      'a=0x1f\nb=12ab\nc=0x\n',
      [
        ['a', '0x1f'],
        ['b', '12ab'],
        ['c', '0x'],
      ],
    ],
    [
      'a = []\nb = [ ]\nc = [\n\n]\n',
      [
        ['a', []],
        ['b', []],
        ['c', []],
      ],
    ],
    ["a = [ # one\n 'x' # two\n\n , 1, [ '', ],\n]\n", [['a', ['x', '1', ['']]]]],
    [
      "a='x'\na+='y'\n",
      [
        ['a', 'x'],
        ['+a', 'y'],
      ],
    ],
    [
      'vif.default.bridge="b"\nx_2=1\n',
      [
        ['vif.default.bridge', 'b'],
        ['x_2', '1'],
      ],
    ],
    ['a="é 😀 # no comment"\n', [['a', 'é 😀 # no comment']]],
    ['# a\0b\na=1#c\n', [['a', '1']]],
    ["a='\r'\n", [['a', '\r']]],
  ])('%j', (text, read) => expect([problemsOf(text), readAll(text)]).toEqual([[], read]));

  test.each([
    [String.raw`"\"\'\\\a\b\f\n\r\t\v"`, '"\'\\\x07\b\f\n\r\t\v'],
    // Octal: read in base 10, up to three letters behind the first one, and dropped.
    [String.raw`"a\101b"`, 'ab'],
    [String.raw`"a\1012b"`, 'ab'],
    [String.raw`"a\10123b"`, 'a3b'],
    [String.raw`"\1 12b"`, 'b'],
    [String.raw`"\1+1b"`, 'b'],
  ])('the string %s', (written, read) => expect(readAll(`a=${written}\n`)).toEqual([['a', read]]));

  // libxlu_cfg_l.l: the state `lexerr` ends with the file, without a word.
  test.each(['a=1)', 'a=1\n#', 'a=1#', "a=1'", 'a=1\\', 'a=1\r', 'a=1\nA', 'a=1+', 'a=1\0'])(
    'the last letter of %j is not seen',
    (text) => {
      expect([problemsOf(text), readAll(text)]).toEqual([[], [['a', '1']]]);
      expect(parseXl(text).tokens.at(-1)?.kind).toBe('unread');
    },
  );

  test('escapes are pieces of the atom', () => {
    const text = String.raw`a="x\ny\101z"`;
    const [assignment] = parseXl(text).root.assignments;
    const atom = assignment?.value?.kind === 'string' ? assignment.value.atom : undefined;
    expect(atom?.pieces.map(({ at, offset }) => [atom.text.slice(at), text.slice(offset)])).toEqual([
      ['x\nyz', String.raw`x\ny\101z"`],
      ['\nyz', String.raw`\ny\101z"`],
      ['yz', String.raw`y\101z"`],
      ['z', 'z"'],
    ]);
  });
});

describe('what is wrong', () => {
  test.each<[string, readonly (readonly [string, string])[]]>([
    ['\uFEFFa=1\n', [['xl-byte-order-mark', '\uFEFF']]],
    [
      'a=1\r\n# c\r\nb=2\r\n',
      [
        ['carriage-return', '\r'],
        ['carriage-return', '\r'],
      ],
    ],
    ['a=1\0\n', [['xl-nul-byte', '\0']]],
    ['a="x\0"\n', [['xl-nul-byte', '\0']]],
    ['a=1\n# c', [['comment-without-newline', '# c']]],
    ["a='x\nb=1\n", [['unterminated-string', "'x"]]],
    ['a=web"\n', [['unterminated-string', '"']]],
    ["a='it's'\n", [['unterminated-string', "'"]]],
    ["a='''x'''\n", [['triple-quotes', "'''x'''"]]],
    ['"""one\ntwo"""\na=1\n', [['triple-quotes', '"""one\ntwo"""']]],
    [
      'a="C:\\x\\windows"\n',
      [
        ['invalid-escape', '\\x'],
        ['invalid-escape', '\\w'],
      ],
    ],
    [
      'a="\\x41\\0"\n',
      [
        ['invalid-escape', '\\x41'],
        ['invalid-escape', '\\0'],
      ],
    ],
    [
      'a="\\12\\😀"\n',
      [
        ['invalid-escape', '\\12'],
        ['invalid-escape', '\\😀'],
      ],
    ],
    ["a = [ 'x',\n 'y'\n\n", [['unclosed-list', "'y'"]]],
    ["a = [ 'x',\nb = 1\n", [['unclosed-list', 'b']]],
    [
      'a = [\n# c',
      [
        ['comment-without-newline', '# c'],
        ['unclosed-list', '# c'],
      ],
    ],
    [
      'a = [\n \r\n',
      [
        ['carriage-return', '\r'],
        ['unclosed-list', '\r'],
      ],
    ],
    [
      "a = [ 'x' 'y'\n'z' ]\n",
      [
        ['missing-comma', "'y'"],
        ['missing-comma', "'z'"],
      ],
    ],
    [
      "a = [ , 'x',, 'y' ]\n",
      [
        ['extra-comma', ','],
        ['extra-comma', ','],
      ],
    ],
    ['a = 512,\n', [['extra-comma', ',']]],
    ["a = 'x', 'y'\n", [['extra-comma', ',']]],
    [
      'Name=1\nllc-colors=1\n2nd=1\n',
      [
        ['invalid-key', 'Name'],
        ['invalid-key', 'llc-colors'],
        ['invalid-key', '2nd'],
      ],
    ],
    ['a = web\n', [['unquoted-value', 'web']]],
    ['a = 512MB # c\n', [['unquoted-value', '512MB']]],
    ['a = 512 MB\n', [['unquoted-value', '512 MB']]],
    [
      'a = -3600\nb = 0x1F\nc = 1.5\n',
      [
        ['unquoted-value', '-3600'],
        ['unquoted-value', '0x1F'],
        ['unquoted-value', '1.5'],
      ],
    ],
    ['a = phy:/dev/a,xvda,w\n', [['unquoted-value', 'phy:/dev/a,xvda,w']]],
    [
      'a = [ phy:/dev/a,xvda,w, b ]\n',
      [
        ['unquoted-value', 'phy:/dev/a,xvda,w'],
        ['unquoted-value', 'b'],
      ],
    ],
    ["a =\n[ 'x' ]\n", [['value-on-next-line', '=']]],
    ['a =\nb = 1\n', [['missing-value', '=']]],
    ['a = ; b = 1\n', [['missing-value', '=']]],
    ['a\n', [['missing-equals-sign', 'a']]],
    ['memory 512\n', [['missing-equals-sign', 'memory']]],
    [
      'memory: 512\nvcpus : 2\n',
      [
        ['missing-equals-sign', 'memory:'],
        ['missing-equals-sign', 'vcpus :'],
      ],
    ],
    ["a = 'x' b = 1\n", [['missing-semicolon', 'b']]],
    ['import os, re\n', [['python-code', 'import os, re']]],
    [
      'def f(x):\n    return x\n\n# c\nprint f(1)\na=1\n',
      [['python-code', 'def f(x):\n    return x\n\n# c\nprint f(1)']],
    ],
    ["a = 'x' + b\n", [['python-code', "'x' + b"]]],
    ["a = 'x%d' % b # c\n", [['python-code', "'x%d' % b"]]],
    ["a = [ 'x%d' % b, 'y' ]\n", [['python-code', "'x%d' % b"]]],
    ["a = [ 'x' ] + [ 'y' ]\n", [['python-code', "+ [ 'y' ]"]]],
    ["a = ( 'x'\nb = 1\n", [['python-code', "( 'x'"]]],
    ['a = True\n', [['python-code', 'True']]],
    ['a = ("x", 1)\n', [['python-code', '("x", 1)']]],
    ["x.var('a',\n  use='b')\n", [['python-code', "x.var('a',\n  use='b')"]]],
    ['a[0] = 1\n', [['python-code', 'a[0] = 1']]],
    ['[global]\na=1\n', [['section-header', '[global]']]],
    ["a = [ 'x', \\\n'y' ]\n", [['line-continuation', '\\\n']]],
    ["a=[1]\na+='x'\n", [['list-joined-to-string', "'x'"]]],
    ["a='x'\na+=[1]\n", [['list-joined-to-string', '[1]']]],
    ['= 5\n', [['stray-text', '= 5']]],
    ['// c\n', [['stray-text', '// c']]],
    ["a = ['x'] ]\n", [['stray-text', ']']]],
    ['a = [1;2]\n', [['stray-text', ';']]],
    ['a == 1\n', [['stray-text', '=']]],
  ])('%j', (text, problems) => expect(problemsOf(text)).toEqual(problems));
});

describe('behind a fault, the rest is read', () => {
  test.each([
    [
      "a = [ 'x',\nb = 1\n",
      [
        ['a', ['x']],
        ['b', '1'],
      ],
    ],
    [
      "a = [ 'x, 'y' ]\nb = 1\n",
      [
        ['a', ['x, ', { unread: 'y' }, '']],
        ['b', '1'],
      ],
    ],
    [
      "a = [ 'x ]\nb = 1\n",
      [
        ['a', ['x']],
        ['b', '1'],
      ],
    ],
    [
      "a = [ 'x,\n 'y' ]\nb = 1\n",
      [
        ['a', ['x', 'y']],
        ['b', '1'],
      ],
    ],
    [
      "a = 'x\nb = 1\n",
      [
        ['a', 'x'],
        ['b', '1'],
      ],
    ],
    [
      'a = web\nb = 1\n',
      [
        ['a', { unread: 'web' }],
        ['b', '1'],
      ],
    ],
    [
      'a =\nb = 1\n',
      [
        ['a', undefined],
        ['b', '1'],
      ],
    ],
    [
      "a =\n[ 'x' ]\nb = 1\n",
      [
        ['a', ['x']],
        ['b', '1'],
      ],
    ],
    [
      'a 512\nb: "x"\n',
      [
        ['a', '512'],
        ['b', 'x'],
      ],
    ],
    [
      'Name = 1\nb = 1\n',
      [
        ['Name', '1'],
        ['b', '1'],
      ],
    ],
    ['"a" = 1\n', [['a', '1']]],
    [
      "a = 'x' % y\nb = 1\n",
      [
        ['a', { unread: "'x' % y" }],
        ['b', '1'],
      ],
    ],
    [
      "a = 'x' b = 1; c = 2\n",
      [
        ['a', 'x'],
        ['b', '1'],
        ['c', '2'],
      ],
    ],
    [
      "a = 'x', b = 1\n",
      [
        ['a', 'x'],
        ['b', '1'],
      ],
    ],
    [
      "a = '''x'''\nb = 1\n",
      [
        ['a', 'x'],
        ['b', '1'],
      ],
    ],
    ["a = \\\n'x'\n", [['a', 'x']]],
    ["if x:\n  a = 'y'\n", [['a', 'y']]],
  ])('%j', (text, read) => expect(readAll(text)).toEqual(read));
});

test('lists may nest as deep as the stack of xl is, and no deeper', () => {
  const nested = (depth: number): string => `a=${'['.repeat(depth)}${']'.repeat(depth)}\n`;
  expect(problemsOf(nested(4996))).toEqual([]);
  expect(problemsOf(nested(4997))).toEqual([['stray-text', '[']]);
  expect(problemsOf(nested(100_000))).toEqual([['stray-text', '[']]);
});
