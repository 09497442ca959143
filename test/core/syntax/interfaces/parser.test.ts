import { describe, expect, test } from 'vitest';
import type { IfaceStanza, Statement, Word } from '../../../../server/src/core/syntax/interfaces/ast.ts';
import { parseInterfaces } from '../../../../server/src/core/syntax/interfaces/parser.ts';

function statementsOf(text: string): readonly Statement[] {
  return parseInterfaces(text).root.statements;
}

function problemsOf(text: string): readonly (readonly [string, string])[] {
  return parseInterfaces(text).problems.map(({ kind, span }) => [kind, text.slice(span.start, span.end)]);
}

function ifaceOf(text: string): IfaceStanza {
  const stanza = statementsOf(text).find((statement) => statement.kind === 'iface');
  if (stanza?.kind !== 'iface') throw new Error('no iface stanza');
  return stanza;
}

function texts(words: readonly (Word | undefined)[]): readonly (string | undefined)[] {
  return words.map((word) => word?.text);
}

describe('an iface line', () => {
  test.each<[string, readonly (string | undefined)[], string | undefined, readonly string[]]>([
    ['iface eth0 inet static', ['eth0', 'inet', 'static'], undefined, []],
    ['iface eth0', ['eth0', undefined, undefined], undefined, []],
    ['iface eth0 inet', ['eth0', 'inet', undefined], undefined, []],
    ['iface', [undefined, undefined, undefined], undefined, []],
    ['iface a inherits b', ['a', undefined, undefined], 'b', []],
    ['iface a inet inherits b', ['a', 'inet', undefined], 'b', []],
    ['iface a inet static inherits b', ['a', 'inet', 'static'], 'b', []],
    ['iface a inet static inherits b c', ['a', 'inet', 'static'], 'b', ['c']],
    ['iface a inet static x inherits b', ['a', 'inet', 'static'], undefined, ['x', 'inherits', 'b']],
    ['iface inherits inherits inherits', ['inherits', undefined, undefined], 'inherits', []],
  ])('%s', (line, [name, family, method], inherits, extra) => {
    const stanza = ifaceOf(`${line}\n`);
    expect(texts([stanza.name, stanza.family, stanza.method])).toEqual([name, family, method]);
    expect(stanza.inherits?.name?.text).toBe(inherits);
    expect(texts(stanza.extra)).toEqual(extra);
  });

  test.each([
    ['iface', [['iface-without-name', 'iface']]],
    ['iface a inherits', [['inherits-without-name', 'inherits']]],
    ['iface a inet static more words', [['extra-iface-word', 'more']]],
  ])('%s is a problem at its place', (line, problems) => {
    expect(problemsOf(`${line}\n`)).toEqual(problems);
  });
});

describe('a stanza', () => {
  test('takes the options below it, blank and comment lines included, until a keyword', () => {
    const text = 'iface a inet static\n  address 10.0.0.1\n\n# c\nmtu 9000\nauto a\n';
    const stanza = ifaceOf(text);
    expect(stanza.options.map(({ name, value }) => [name.text, value?.text])).toEqual([
      ['address', '10.0.0.1'],
      ['mtu', '9000'],
    ]);
    expect(text.slice(stanza.span.start, stanza.span.end)).toBe(text.slice(0, text.indexOf('\nauto')));
    expect(text.slice(stanza.line.start, stanza.line.end)).toBe('iface a inet static');
  });

  test('is marked by auto and the like without a name, and stays open', () => {
    const stanza = ifaceOf('iface a inet dhcp\nauto\nallow-hotplug\nno-scripts\nno-auto-down\nmtu 1500\n');
    expect(stanza.marks.map((mark) => [mark.kind, mark.class])).toEqual([
      ['auto', 'auto'],
      ['allow', 'hotplug'],
      ['no-scripts', undefined],
      ['no-auto-down', undefined],
    ]);
    expect(stanza.options).toHaveLength(1);
  });

  test.each([
    'auto b',
    'allow-hotplug b',
    'no-scripts b',
    'no-auto-down b',
    'rename b=c',
    'source x',
    'source-directory x',
  ])('is ended by `%s`, so that an option below is misplaced', (line) => {
    expect(problemsOf(`iface a inet dhcp\n${line}\n  mtu 1500\n`)).toEqual([['misplaced-option', 'mtu']]);
  });

  test('an option without a value is a problem; the stanza goes on', () => {
    const text = 'iface a inet dhcp\n  up\n  mtu 1500\n';
    expect(problemsOf(text)).toEqual([['option-without-value', 'up']]);
    expect(ifaceOf(text).options.map(({ value }) => value?.text)).toEqual([undefined, '1500']);
  });

  test('a line that begins as the rest of a continuation has the empty name, as for ifupdown', () => {
    const [option] = ifaceOf('iface a inet dhcp\n\\\n mtu 1500\n').options;
    expect([option?.name.text, option?.value?.text]).toEqual(['', 'mtu 1500']);
  });
});

describe('a mapping', () => {
  test('takes script once and map', () => {
    const text = 'mapping eth* wlan0\n  script /bin/x\n  map HOME home\n  script again\n  up x\n';
    const [mapping, stray] = statementsOf(text);
    expect(mapping).toMatchObject({ kind: 'mapping', patterns: [{ text: 'eth*' }, { text: 'wlan0' }] });
    expect(stray).toMatchObject({ kind: 'stray', inside: 'mapping', name: { text: 'up' } });
    expect(problemsOf(text)).toEqual([
      ['duplicate-mapping-script', 'script'],
      ['misplaced-option', 'up'],
    ]);
  });
});

test.each<[string, Statement['kind']]>([
  ['auto x', 'auto'],
  ['auto', 'auto'],
  ['allow-x y', 'allow'],
  ['allow- y', 'stray'],
  ['allow_x y', 'stray'],
  ['Auto x', 'stray'],
  ['no-auto-down x', 'no-auto-down'],
  ['no-scripts x', 'no-scripts'],
  ['rename a=b', 'rename'],
  ['mapping x', 'mapping'],
  ['source x', 'source'],
  ['sources x', 'stray'],
  ['source-directory x', 'source-directory'],
  ['source-dir x', 'source-directory'],
  ['source-dirxyz x', 'source-directory'],
  ['source-di x', 'stray'],
  ['constructor x', 'stray'],
  ['__proto__ x', 'stray'],
])('%s is %s', (line, kind) => {
  expect(statementsOf(`${line}\n`).map((statement) => statement.kind)).toEqual([kind]);
});

test('a value keeps its blanks inside, and knows where its pieces come from', () => {
  const text = 'iface a inet dhcp\n  up  echo \\\n  "a  b" \r\n';
  const value = ifaceOf(text).options[0]?.value;
  expect(value?.text).toBe('echo   "a  b"');
  expect(value && text.slice(value.span.start, value.span.end)).toBe('echo \\\n  "a  b"');
  expect(value?.words.map(({ span }) => text.slice(span.start, span.end))).toEqual(['echo', '"a', 'b"']);
});

test('a byte order mark and the first NUL of each line are problems', () => {
  expect(problemsOf('\uFEFFauto x\0\0\niface\0\n')).toEqual([
    ['byte-order-mark', '\uFEFF'],
    ['nul-byte', '\0'],
    ['iface-without-name', 'iface'],
    ['nul-byte', '\0'],
  ]);
});

test('problems are in the order of their places, behind the first one too', () => {
  expect(problemsOf('foo\niface\nup\nbar\nauto x\nbaz\n')).toEqual([
    ['misplaced-option', 'foo'],
    ['iface-without-name', 'iface'],
    ['option-without-value', 'up'],
    ['option-without-value', 'bar'],
    ['misplaced-option', 'baz'],
  ]);
});
