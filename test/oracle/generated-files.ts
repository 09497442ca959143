/** Interfaces files made by chance from pieces that mean something to ifupdown, whole and broken ones in equal parts. */
import fc from 'fast-check';

type Text = fc.Arbitrary<string>;

const long = (bytes: number): string => 'n'.repeat(bytes);

const name: Text = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom('lo', 'eth0', 'eth1', 'br0', 'xenbr0', 'xenbr0.10', 'eth0.10', 'vlan7', 'eth0:1'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('inherits', 'iface', 'inet', '#', '\\', 'é', '"eth0"', 'eth0=lan', '=x', 'eth*'),
  },
  { weight: 1, arbitrary: fc.constantFrom(78, 79, 80, 81).map(long) },
  { weight: 1, arbitrary: fc.constantFrom(77, 78, 79).map((bytes) => `${long(bytes)}é`) },
);

const family: Text = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('inet', 'inet', 'inet6') },
  { weight: 2, arbitrary: fc.constantFrom('can', 'ipx', 'meta') },
  { weight: 1, arbitrary: fc.constantFrom('link', 'inte', 'Inet', 'static', 'inherits', '') },
);

const method: Text = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('manual', 'manual', 'static', 'dhcp', 'loopback') },
  { weight: 4, arbitrary: fc.constantFrom('auto', 'tunnel', 'none', 'ppp', 'v4tunnel', 'bootp', 'dynamic') },
  { weight: 1, arbitrary: fc.constantFrom('statc', 'Static', 'inet', 'inherits', '') },
);

const optionName: Text = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.constantFrom('address', 'netmask', 'gateway', 'mtu', 'bridge_ports', 'bridge-ports', 'dns-search'),
  },
  { weight: 6, arbitrary: fc.constantFrom('up', 'post-up', 'pre-up', 'down', 'pre-down', 'post-down', 'description') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('mtu?', 'up?', 'foo', 'Address', 'AUTO', 'allow-', 'allow_hotplug', 'script', 'map'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('é', '\u00a0x', 'autö', long(79), long(80), 'auto_', 'sources', 'source_directory'),
  },
);

const value: Text = fc.oneof(
  fc.constantFrom(
    '10.0.0.1/24',
    '10.0.0.1',
    '255.255.255.0',
    'eth0 eth1',
    'none',
    '1500',
    'fe80::1/64',
    'a  b\tc',
    '# x',
    '\\ x',
  ),
  fc.constantFrom('echo "a b"', "it's", '$(x)', 'ü ö', 'a\\', `${long(90)} b`, 'x # y', '\u00a0', 'a\fb\vc'),
);

const sourceTarget: Text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('d/a', 'd/*', 'd', './d/b.cfg', 'd/sub/s', 'd/./a', 'd/../d/a', 'd/base') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('bad', 'src-loop', 'src-self', 'missing', 'd/[ab]*', 'd/?', 'd/x*', 'd/.h*'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('"d/a"', "d/'a'", 'd/\\a', 'd/a # c', 'd/{a,base}', 'd/a|b', '`x`', '$(x)', '~', '$X/a'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"d/a', 'd/a d/base', '/nonexistent/x', '/nonexistent/*', 'd/*/s', '*/a', ''),
  },
);

const blanks: Text = fc.oneof(
  { weight: 10, arbitrary: fc.constant(' ') },
  { weight: 1, arbitrary: fc.constantFrom('\t', '  ', ' \t ', '\f', '\v', '\r', ' \\\n', '\\\n ', ' \\\n  ') },
);

const line = (...parts: readonly Text[]): Text =>
  fc.tuple(blanks, ...parts).map(([blank, ...words]) => words.filter((word) => word !== '').join(blank));

const names: Text = fc.array(name, { maxLength: 3 }).map((words) => words.join(' '));

const ifaceLine: Text = fc.oneof(
  { weight: 12, arbitrary: line(fc.constant('iface'), name, family, method) },
  { weight: 1, arbitrary: line(fc.constant('iface'), name, fc.constant('inherits'), name) },
  { weight: 1, arbitrary: line(fc.constant('iface'), name, family, fc.constant('inherits'), name) },
  { weight: 1, arbitrary: line(fc.constant('iface'), name, family, method, fc.constant('inherits'), name) },
  { weight: 1, arbitrary: line(fc.constant('iface'), name, family, method, name, name) },
);

/** Breaks a file where it stands outside a stanza, or as such. */
const oddLine: Text = fc.oneof(
  line(
    fc.constantFrom('iface', 'iface eth0', 'iface eth0 inet', 'iface eth0 inherits', 'up', 'bridge_ports', 'mapping'),
  ),
  line(optionName, value),
  line(fc.constantFrom('Auto', 'allow-', 'allow_hotplug', 'sourc', 'template', ';', '//', 'auto\u00a0eth0'), name),
);

const keywordLine: Text = fc.oneof(
  {
    weight: 6,
    arbitrary: line(
      fc.constantFrom('auto', 'auto', 'allow-hotplug', 'allow-auto', 'no-auto-down', 'no-scripts'),
      names,
    ),
  },
  {
    weight: 1,
    arbitrary: line(fc.constantFrom('source', 'source', 'source-directory', 'source-dir', 'source-dirx'), sourceTarget),
  },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '# comment', '  # comment \\', '#', '\t# auto eth9') },
);

const option: Text = line(optionName, value);

const stanza: fc.Arbitrary<readonly string[]> = fc
  .tuple(ifaceLine, fc.array(option, { maxLength: 4 }))
  .map(([head, options]) => [head, ...options.map((text) => `    ${text}`)]);

const mapping: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.constantFrom('mapping eth*', 'mapping eth0 lan', 'mapping', 'mapping x'),
    fc.array(fc.constantFrom('script /bin/true', 'map eth0 lan', 'map', '# c', 'script', 'up x'), { maxLength: 3 }),
  )
  .map(([head, lines]) => [head, ...lines]);

const soundPart: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 6, arbitrary: stanza },
  { weight: 4, arbitrary: keywordLine.map((text) => [text]) },
);

const anyPart: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 8, arbitrary: soundPart },
  { weight: 1, arbitrary: mapping },
  { weight: 1, arbitrary: line(fc.constant('rename'), name).map((text) => [text]) },
  { weight: 1, arbitrary: oddLine.map((text) => [text]) },
);

/** How the lines of a file are put together; mostly as everybody does. */
const lineEnd: Text = fc.oneof(
  { weight: 20, arbitrary: fc.constant('\n') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\r\n', ' \n', '\\\n', '\\ \n', '\\\r\n', '\n\n', '\\\n\\\n', '\0\n', '\0x\n', '\\\0\n'),
  },
);

const textOf = (part: fc.Arbitrary<readonly string[]>, end: Text): Text =>
  fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 6 }), end, fc.infiniteStream(lineEnd), fc.boolean(), end)
    .map(([parts, usual, odd, isOdd, last]) => {
      const lines = parts.flat();
      const ends = isOdd ? Array.from(lines, () => odd.next().value) : lines.map(() => usual);
      return lines.map((text, index) => text + (index === lines.length - 1 ? last : ends[index])).join('');
    });

const fileEnd: Text = fc.oneof(
  { weight: 10, arbitrary: fc.constant('\n') },
  { weight: 1, arbitrary: fc.constantFrom('', '\r\n', '\\', '\\\n', ' \\', '\0') },
);

/** A whole file. */
const interfacesText: Text = fc
  .tuple(
    fc.oneof(
      { weight: 1, arbitrary: textOf(soundPart, fc.constant('\n')) },
      { weight: 1, arbitrary: textOf(anyPart, fileEnd) },
    ),
    fc.oneof(
      { weight: 60, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom('\uFEFF', '\uFEFF\n', '\n', '\\\n') },
    ),
  )
  .map(([text, start]) => start + text)
  .filter((text) => !text.includes('\0') || hasPlainNul(text));

/**
 * With NULs on two lines it is no text to us. And fgets reads into a buffer of 80 bytes that grows with the lines: where a
 * NUL stands at its very end, the rest of the line is a line of its own to ifupdown, which we do not follow.
 */
function hasPlainNul(text: string): boolean {
  const isShort = text.length < 40 || !/\\(?:\0[^\n]*)?\n|[^\n]{40}/.test(text);
  return isShort && text.split('\0').length === 2;
}

/** Files by chance; the same seed gives the same ones. */
export function generateFiles(count: number, seed: number): readonly string[] {
  return fc.sample(interfacesText, { numRuns: count, seed });
}
