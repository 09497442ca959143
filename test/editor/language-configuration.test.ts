import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { isInterfacesPath } from '../../server/src/core/syntax/interfaces/sniff.ts';
import configuration from '../../syntaxes/debian-interfaces.language-configuration.json' with { type: 'json' };
import { ROOT } from '../support/project-files.ts';

const { contributes } = manifest;

test('every file that the manifest names for the languages is there', () => {
  const paths = [
    ...contributes.languages.flatMap(({ configuration: path }) => path ?? []),
    ...contributes.grammars.map((grammar) => grammar.path),
    ...contributes.snippets.map((snippet) => snippet.path),
  ];
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test.each([
  '/etc/network/interfaces',
  '/etc/network/interfaces.new',
  '/etc/network/interfaces.d/br0.cfg',
  '/site/alpha/etc/network/interfaces',
  '/etc/network/interfaces.bak',
  '/etc/network/interfaces.d/old/br0',
  '/etc/shorewall/interfaces',
  '/etc/network/if-up.d/interfaces',
])('the manifest and the core agree on the name %s', (path) => {
  const patterns = contributes.languages.find(({ id }) => id === 'debian-interfaces')?.filenamePatterns ?? [];
  const toRegExp = (pattern: string): RegExp =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*').replace('[^/]*[^/]*', '.*')}$`);
  expect(patterns.some((pattern) => toRegExp(pattern).test(path))).toBe(isInterfacesPath(path));
});

test.each([
  ['auto eth0.10 br-lan', ['auto', 'eth0.10', 'br-lan']],
  ['iface eth0:1 inet6 v4tunnel', ['iface', 'eth0:1', 'inet6', 'v4tunnel']],
  ['bridge_ports eth0.10 eth1', ['bridge_ports', 'eth0.10', 'eth1']],
  ['auto eth* /wlan?=home', ['auto', 'eth', 'wlan', 'home']],
  ['address 2001:db8::1/64', ['address', '2001:db8::1', '64']],
  ['up ip link set $IFACE up; echo "x"', ['up', 'ip', 'link', 'set', 'IFACE', 'up', 'echo', 'x']],
  ['# bridgewise-ignore misspelt-option: ours', ['bridgewise-ignore', 'misspelt-option', 'ours']],
  ['source /etc/network/interfaces.d/*', ['source', 'etc', 'network', 'interfaces.d']],
])('the words of "%s"', (line, words) => {
  expect(line.match(new RegExp(configuration.wordPattern, 'g'))).toEqual(words);
});

describe('indentation', () => {
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;

  test.each(['iface eth0 inet manual', '  mapping eth*', 'iface br0'])('"%s" indents what follows', (line) => {
    expect(line).toMatch(new RegExp(increaseIndentPattern));
  });

  test.each(['auto eth0', '# iface eth0', '\tbridge_ports eth0', 'interface eth0', 'iface'])('"%s" does not', (line) =>
    expect(line).not.toMatch(new RegExp(increaseIndentPattern)),
  );

  test.each(['\tauto ', '\tiface ', '\tallow-hotplug ', '\tsource ', '\tsource-directory ', '\tmapping ', '\trename '])(
    '"%s" goes back to the margin',
    (line) => expect(line).toMatch(new RegExp(decreaseIndentPattern)),
  );

  test.each([
    '\tautoconf 0',
    '\taddress 10.0.0.1',
    '\tup ifup eth1',
    '\tallow',
    '\t# auto eth0',
    '\tallow_hotplug eth0',
  ])('"%s" stays', (line) => expect(line).not.toMatch(new RegExp(decreaseIndentPattern)));
});

/** What VS Code does on Enter between the two: the first rule that fits. */
function onEnter(before: string, after: string) {
  return configuration.onEnterRules.find(
    (rule) => new RegExp(rule.beforeText).test(before) && new RegExp(rule.afterText ?? '').test(after),
  )?.action;
}

test.each([
  ['a comment cut in two stays a comment', '# see ', 'the plan', { indent: 'none', appendText: '# ' }],
  ['at the end of a comment nothing goes on', '# see the plan', '', undefined],
  ['before a comment nothing is added', '', '# see the plan', undefined],
  ['options are indented', 'iface br0 inet manual', '', { indent: 'indent' }],
  ['the second Enter leaves the stanza', '\t', '', { indent: 'outdent' }],
  ['an option is followed by an option', '\tbridge_ports eth0', '', undefined],
  ['an empty line stays at the margin', '', '', undefined],
])('on Enter %s', (_what, before, after, action) => expect(onEnter(before, after)).toEqual(action));

test('regions fold', () => {
  const { start, end } = configuration.folding.markers;
  expect('# region guests').toMatch(new RegExp(start));
  expect('#region').toMatch(new RegExp(start));
  expect('#endregion').toMatch(new RegExp(end));
  expect('# regional').not.toMatch(new RegExp(start));
  expect('up echo #region').not.toMatch(new RegExp(start));
});
