/** Files in xl's language made by chance from pieces of its grammar, whole ones and broken ones in about equal parts. */
import fc from 'fast-check';

type Text = fc.Arbitrary<string>;

const weighted = (weight: number, arbitrary: Text): { readonly weight: number; readonly arbitrary: Text } => ({
  weight,
  arbitrary,
});

const key: Text = fc.constantFrom(
  ...[
    'name',
    'memory',
    'vcpus',
    'disk',
    'vif',
    'kernel',
    'extra',
    'on_crash',
    'vif.default.bridge',
    'a',
    'b_1',
    'xen2',
  ],
);

const blank: Text = fc.constantFrom('', '', ' ', ' ', '  ', '\t');

const soundInside: Text = fc.constantFrom(
  ...['', 'x', 'web', '/dev/vg/web,raw,xvda,w', 'mac=00:16:3e:01:02:03,bridge=xenbr0', ' two words ', '# no comment'],
  ...[
    '[',
    '=',
    ';',
    'é',
    '😀',
    '\\\\',
    "\\'",
    '\\"',
    '\\n\\t',
    'a\\101b',
    '\\1012',
    '\\1 12',
    '\\1+1',
    '\\1-23',
    '%s',
    '\r',
  ],
);

const oddInside: Text = fc.constantFrom(
  ...['\\q', '\\x41', '\\x', '\\0', '\\12', '\\1 2', '\\é', '\\😀', '\\8', 'C:\\windows', '\\', '\n'],
);

const quoted = (inside: Text): Text =>
  fc
    .tuple(fc.constantFrom("'", '"'), fc.array(inside, { maxLength: 2 }))
    .map(([quote, parts]) => `${quote}${parts.join('')}${quote}`);

const soundAtom: Text = fc.oneof(
  weighted(4, quoted(soundInside)),
  weighted(1, quoted(fc.constantFrom("it's", 'say "so"')).map(withOtherQuotes)),
  weighted(3, fc.constantFrom('0', '1', '512', '0x1f', '0512', '08', '12ab', '0x', '1f')),
);

/** A string that holds one kind of quotes, in the other kind. */
function withOtherQuotes(text: string): string {
  const inside = text.slice(1, -1);
  return inside.includes("'") ? `"${inside}"` : `'${inside}'`;
}

const oddAtom: Text = fc.oneof(
  weighted(3, quoted(oddInside)),
  weighted(2, fc.constantFrom("'abc", '"abc', "abc'", "'it's'", `"a'`, "'''a'''", '"""', "''''", "''x''")),
  weighted(
    3,
    fc.constantFrom(
      ...[
        'web',
        '512MB',
        '512mb',
        '-3600',
        '0x1F',
        '1.5',
        '512 MB',
        'a b',
        '/boot/vmlinuz',
        'phy:/dev/a,xvda,w',
        'café',
      ],
    ),
  ),
  weighted(
    2,
    fc.constantFrom(
      ...[
        "'%s' % x",
        "'a' + 'b'",
        'True',
        'None',
        "('a','b')",
        "{'a': 1}",
        'range(1,3)',
        "x['a']",
        'a + b',
        "'a'.upper()",
      ],
      ...['config.var("a", b)', '(', '{\n}', '[x for x in y]', 'lambda x: x', "dict(a=1,\n b='c')"],
    ),
  ),
  weighted(
    1,
    fc.constantFrom('', '=', '= 1', '\u00a0', '“a”', '@', '$x', '`a`', '\\', '\0', '1 2', "'a' 'b'", '/*', '//'),
  ),
);

/** Where a list may have newlines. */
const lineBreak: Text = fc.oneof(
  weighted(6, blank),
  weighted(2, fc.constantFrom('\n', '\n  ', ' # c\n', '\n\n', '#\n  ', "\n # 'x',\n")),
);

const listOf = (item: Text, comma: Text, open: Text, close: Text): Text =>
  fc
    .tuple(
      open,
      fc.array(fc.tuple(lineBreak, item, lineBreak, comma), { maxLength: 4 }),
      fc.boolean(),
      lineBreak,
      close,
    )
    .map(([begin, items, endsWithComma, end, stop]) => {
      const inside = items.map(([before, value, after, separator], index) => {
        const isLast = index === items.length - 1;
        return before + value + after + (isLast && !endsWithComma ? '' : separator);
      });
      return begin + inside.join('') + end + stop;
    });

const soundValue: Text = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3, depthIdentifier: 'list' }, weighted(3, soundAtom), weighted(2, tie('list') as Text)),
  list: listOf(
    fc.oneof({ maxDepth: 3, depthIdentifier: 'list' }, weighted(8, soundAtom), weighted(1, tie('list') as Text)),
    fc.constant(','),
    fc.constant('['),
    fc.constant(']'),
  ),
})).value as Text;

const anyItem: Text = fc.oneof(weighted(5, soundAtom), weighted(1, oddAtom), weighted(1, soundValue));

const oddList: Text = listOf(
  anyItem,
  fc.oneof(
    weighted(6, fc.constant(',')),
    weighted(1, fc.constantFrom('', ' ', ',,', ';', '\n', '.', ' ,\n,', ':', '=', ', b = ')),
  ),
  fc.oneof(weighted(8, fc.constant('[')), weighted(1, fc.constantFrom('', '(', '[,', '[[', '\n[', '{'))),
  fc.oneof(
    weighted(6, fc.constant(']')),
    weighted(2, fc.constantFrom('', ')', ']]', '],', '] ]', '\n', "]'", '] + b', '}')),
  ),
);

const soundAssignment: Text = fc
  .tuple(key, blank, fc.constantFrom('=', '=', '=', '=', '+='), blank, soundValue)
  .map((parts) => parts.join(''));

const oddKey: Text = fc.oneof(
  weighted(3, key),
  weighted(
    1,
    fc.constantFrom(
      'Name',
      'llc-colors',
      '2nd',
      "'name'",
      'é',
      'x[0]',
      'import',
      'a b',
      '',
      '12',
      'MEM',
      '-a',
      '_a',
      'a+',
    ),
  ),
);

const oddOperator: Text = fc.oneof(
  weighted(6, fc.constant('=')),
  weighted(
    1,
    fc.constantFrom(
      '+=',
      '+ =',
      ':',
      ' ',
      '',
      '==',
      '= =',
      ':=',
      '-=',
      '=\n',
      '=\n\n',
      '= # c\n',
      '=\\\n',
      ';',
      '=;',
      '=\r\n',
    ),
  ),
);

const oddAssignment: Text = fc
  .tuple(
    oddKey,
    blank,
    oddOperator,
    blank,
    fc.oneof(weighted(3, soundValue), weighted(3, oddAtom), weighted(2, oddList)),
  )
  .map((parts) => parts.join(''));

const oddLine: Text = fc.constantFrom(
  ...[
    'import os, re',
    'def f(x):\n    return x',
    "if a == 'b':\n  name = 'x'\nelse:\n  name = 'y'",
    'for i in range(3):',
    'print x',
  ],
  ...[
    '[global]',
    '[ section ]',
    '[x]\na = 1',
    'name',
    'this is prose',
    "it's prose",
    'memory 512',
    "kernel '/a'",
    'memory: 512',
  ],
  ...[
    '"name": "x",',
    '{',
    '}',
    ']',
    ',',
    "'a'",
    '512',
    '=',
    '= 5',
    '\\',
    '@x',
    '// c',
    '<a>',
    '%',
    "vif ['a']",
    'x.append("a")',
  ],
  ...[
    "disk[0] = 'a'",
    "'b' ]",
    "'b',\n'c' ]",
    'a = 1 b = 2',
    "a = 1, b = 'x'",
    '"""doc\nstring"""',
    '# c \0 c',
    '\0',
    'a\rb=1',
  ],
);

const statement = (assignment: Text): Text =>
  fc.oneof(weighted(8, assignment), weighted(1, fc.constantFrom('', ';', ' ;;', '# comment', '  # é', '#')));

const statementEnd: Text = fc.oneof(
  weighted(20, fc.constant('\n')),
  weighted(2, fc.constantFrom(' # c\n', ';', ' ; ', '\n\n', '\t\n', '#\n')),
);

const oddEnd: Text = fc.oneof(
  weighted(12, statementEnd),
  weighted(1, fc.constantFrom('\r\n', '\r', ' ', '\\\n', '', '\0\n', ',\n')),
);

const joined = (part: Text, end: Text, maxLength: number): Text =>
  fc.array(fc.tuple(part, end), { minLength: 1, maxLength }).map((parts) => parts.flat().join(''));

const fileEnd: Text = fc.oneof(
  weighted(12, fc.constant('')),
  weighted(
    2,
    fc.tuple(soundAssignment).map(([text]) => text),
  ),
  weighted(
    1,
    fc.constantFrom(
      '#',
      '# c',
      '#c',
      ' ',
      ')',
      'A',
      "'",
      '"',
      '\\',
      '\r',
      '\0',
      '+',
      'é',
      '@ ',
      ' @',
      'a',
      '1',
      ']',
      '=',
      'a=',
    ),
  ),
);

const sound: Text = fc
  .tuple(
    joined(statement(soundAssignment), statementEnd, 6),
    fc.oneof(weighted(8, fc.constant('')), weighted(1, soundAssignment)),
  )
  .map(([text, end]) => text + end);

const odd: Text = fc
  .tuple(
    fc.oneof(weighted(60, fc.constant('')), weighted(1, fc.constantFrom('\uFEFF', '\uFEFF\n', '\n', '#'))),
    joined(
      fc.oneof(weighted(5, statement(soundAssignment)), weighted(1, oddAssignment), weighted(1, oddLine)),
      oddEnd,
      6,
    ),
    fileEnd,
  )
  .map((parts) => parts.join(''));

/** A text with one letter left out, doubled or put in. */
const mutated: Text = fc
  .tuple(
    sound,
    fc.nat(),
    fc.constantFrom('out', 'twice', 'in'),
    fc.constantFrom(...`'"[],;=+\\# \n\r\t#a1Z(.%:\0\u00e9`),
  )
  .map(([text, place, how, letter]) => {
    const at = place % Math.max(1, text.length);
    if (how === 'in') return text.slice(0, at) + letter + text.slice(at);
    return text.slice(0, at) + (how === 'twice' ? text.charAt(at).repeat(2) : '') + text.slice(at + 1);
  })
  // Half a letter cannot be written to a file.
  .filter((text) => !/\p{Surrogate}/u.test(text));

const syntaxFile: Text = fc.oneof(weighted(4, sound), weighted(4, odd), weighted(3, mutated));

/** Files by chance; the same seed gives the same ones. */
export function generateSyntaxFiles(count: number, seed: number): readonly string[] {
  return fc.sample(syntaxFile, { numRuns: count, seed });
}
