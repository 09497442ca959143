import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import rawGrammar from '../../syntaxes/debian-interfaces.tmLanguage.json' with { type: 'json' };
import type { Colour, ColouredPiece } from './tokenize.ts';
import { loadColour } from './tokenize.ts';

let colour: Colour;
beforeAll(async () => {
  colour = await loadColour('debian-interfaces');
});

const stanza = [
  'auto xenbr0 \\',
  '  xenbr1',
  '# a comment',
  'iface xenbr0 inet static',
  '\taddress 192.0.2.10/24',
  '\tup echo "done" \\',
  "    && echo 'really'",
  '',
];

type Shape = readonly (readonly (readonly [string, readonly string[]])[])[];

function shapeOf(lines: readonly (readonly ColouredPiece[])[]): Shape {
  return lines.map((line) => line.map(({ text, scopes }) => [text, scopes] as const));
}

/** The colours of the stanza when it stands behind these lines. */
function coloursBelow(lines: readonly string[]): Shape {
  return shapeOf(colour([...lines, ...stanza].join('\n')).slice(lines.length));
}

const hooks = ['pre-up', 'up', 'post-up', 'pre-down', 'down', 'post-down'];

const unclosed = [
  'echo "',
  "echo '",
  'echo $(ip link',
  'echo "$(ip link',
  'echo `ip link',
  '(cd /etc',
  'echo $((1 +',
  'echo "$((1 + (2',
  'echo ${IFACE',
  'echo ${IFACE:-"',
  'cat <<EOF',
  "cat <<-'EOF'",
  'cat <<< "',
  'f=',
  'f="',
  'echo a &&',
  'echo a |',
  'if true; then',
  'for i in 1 2; do',
  'case $IFACE in',
  'case $IFACE in eth0)',
  'foo() {',
  '[ -e',
  'echo > ',
  '# a comment of the shell',
  '',
];

describe('nothing that a hook line leaves open colours the next stanza', () => {
  const alone = (): Shape => coloursBelow([]);
  for (const command of unclosed) {
    test(`up ${command}`, () => {
      for (const hook of hooks) expect(coloursBelow([`\t${hook} ${command}`])).toEqual(alone());
    });

    test(`up ${command} \\`, () => {
      const continued = [`\tup ${command} \\`, '  "and \\', '`more'];
      expect(coloursBelow(continued)).toEqual(alone());
      const colours = colour([...continued, ...stanza].join('\n'));
      for (const piece of [colours[1], colours[2]].flatMap((line) => line ?? [])) {
        expect(piece.scopes, `"${piece.text}" still belongs to the hook`).toContain('source.shell');
      }
    });
  }
});

describe('nothing that any other line leaves open does', () => {
  const lines = [
    'source "/etc/network/interfaces.d',
    "source-directory '/etc",
    'source ${DIR',
    'auto /eth[0-9',
    'mapping eth[0-9',
    '\tscript "/usr',
    'iface eth0 inet static inherits',
    '\tdescription it\'s "quoted',
    '\taddress',
    'iface',
    '# bridgewise-ignore',
    '# bridgewise-management:',
    '# ends in a backslash \\',
  ];
  test.each(lines)('%s', (line) => expect(coloursBelow([line])).toEqual(coloursBelow([])));
});

describe('by chance', () => {
  const piece = fc.constantFrom(
    ...[
      '"',
      "'",
      '`',
      '$(',
      '$((',
      '${',
      '(',
      ')',
      '}',
      '))',
      '<<EOF',
      '<<',
      '&&',
      '||',
      ';',
      ';;',
      '|',
      '&',
      '\\',
      '\\\\',
    ],
    ...[
      '#',
      ' #',
      ' ',
      '\t',
      '=',
      'f=',
      '$IFACE',
      'if ',
      'then ',
      'for i in ',
      'case x in ',
      'done',
      '[ ',
      ' ]',
      '{ ',
      '!',
    ],
    ...[
      'echo',
      ' -e',
      '10.0.0.1/24',
      ' 1 ',
      '>',
      '2>&1',
      'eth0',
      ' inherits ',
      'inet ',
      '*',
      '[',
      '\u00e9',
      '\u00a0',
      '::',
    ],
  );
  const content = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const start = fc.constantFrom(
    ...hooks.map((hook) => `\t${hook} `),
    ...[
      'iface eth0 ',
      'iface ',
      'auto ',
      'allow-x ',
      'rename ',
      'source ',
      'source-directory ',
      'description ',
      'bridge_ports ',
    ],
    ...['address ', '# ', '# bridgewise-ignore ', '# bridgewise-management: ', '', 'mapping ', 'script '],
  );
  const endsOpen = (line: string): boolean => line.endsWith('\\');

  test('a logical line ends where ifupdown ends it', () => {
    fc.assert(
      fc.property(start, fc.array(content, { minLength: 1, maxLength: 4 }), (first, contents) => {
        const comment = first.startsWith('#');
        const physical = contents.map((line, at) => (at === 0 ? first + line : line));
        const last = contents.length - 1;
        const lines = physical.map((line, at) => (at < last && !endsOpen(line) ? `${line}\\` : line));
        if (endsOpen(lines[last] ?? '')) lines[last] += ' ';
        const whole = comment ? lines.slice(0, 1) : lines;
        expect(coloursBelow(whole)).toEqual(coloursBelow([]));
      }),
      { numRuns: 2000 },
    );
  });

  test('every physical line of a hook belongs to the hook', () => {
    fc.assert(
      fc.property(fc.constantFrom(...hooks), fc.array(content, { minLength: 2, maxLength: 4 }), (hook, contents) => {
        const lines = contents.map((line, at) => `${at === 0 ? `${hook} ` : ''}${line}${endsOpen(line) ? '' : '\\'}`);
        for (const colours of colour(lines.join('\n')).slice(1)) {
          for (const { text, scopes } of colours) expect(scopes, text).toContain('source.shell');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** Every `begin` of the grammar. */
function beginsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'begin' && typeof inner === 'string' ? [inner] : beginsIn(inner),
  );
}

test('only a continuation begins with the end of its line: this is what ends every logical line', () => {
  const begins = beginsIn(rawGrammar);
  expect(begins.length).toBeGreaterThan(20);
  const takingLineEnd = begins.filter((begin) => /\\n|\$\$|\\R|\(\?s/.test(begin.replace(/\[[^\]]*\]/g, '')));
  expect(takingLineEnd.map((begin) => begin.slice(-6))).toEqual(['(\\\\)\\n', '(\\\\)\\n']);
});
