import { describe, expect, test } from 'vitest';
import configuration from '../../syntaxes/xen-xl.language-configuration.json' with { type: 'json' };

test.each([
  ['memory = 512 # MiB', ['memory', '512', 'MiB']],
  ['vif.default.bridge="xenbr0"', ['vif.default.bridge', 'xenbr0']],
  ["disk = [ '/dev/vg0/web-disk,raw,xvda1,w' ]", ['disk', 'dev', 'vg0', 'web-disk', 'raw', 'xvda1', 'w']],
  ["'phy:/dev/vg0/web,hdc:cdrom,r'", ['phy', 'dev', 'vg0', 'web', 'hdc', 'cdrom', 'r']],
  ["'tap:aio:/a.img,,xvda'", ['tap', 'aio', 'a.img', 'xvda']],
  ["'mac=00:16:3e:5A:01:02,bridge=xenbr0.10'", ['mac', '00:16:3e:5A:01:02', 'bridge', 'xenbr0.10']],
  ["'ip=192.0.2.11/24 2001:db8::1/64'", ['ip', '192.0.2.11', '24', '2001:db8::1', '64']],
  ["pci = [ '0000:01:00.0@1f,rdm_policy=strict' ]", ['pci', '0000:01:00.0', '1f', 'rdm_policy', 'strict']],
  ["'01:1f.7,seize=1'", ['01:1f.7', 'seize', '1']],
  ['cpus = "0-3,^1,node:2"', ['cpus', '0-3', '1', 'node', '2']],
  ['"0x1:ecx=xxxx"', ['0x1', 'ecx', 'xxxx']],
  ["'rate=10Mb/s@20ms'", ['rate', '10Mb', 's', '20ms']],
  ['uuid = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"', ['uuid', '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0']],
  ['memory=512;vcpus+=2', ['memory', '512', 'vcpus', '2']],
  ['extra = "it\\"s"', ['extra', 'it', 's']],
])('the words of %s', (line, words) => {
  expect(line.match(new RegExp(configuration.wordPattern, 'g'))).toEqual(words);
});

describe('indentation', () => {
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;

  test.each([
    'disk = [',
    'disk = [ # the first is the root',
    "vif = [ 'bridge=x',",
    '  [ "a", [',
    'vif = [ "]",',
    'a = [1] ; b = [',
  ])('%s indents what follows', (line) => expect(line).toMatch(new RegExp(increaseIndentPattern)));

  test.each([
    'disk = [ ]',
    "vif = [ 'bridge=x' ]",
    '# disk = [',
    'name = "[',
    'name = "["',
    'memory = 512 # [',
    "a = '\\'['",
    ']',
  ])('%s does not', (line) => expect(line).not.toMatch(new RegExp(increaseIndentPattern)));

  test.each([']', '  ]', '\t], # end'])('%s goes back', (line) => {
    expect(line).toMatch(new RegExp(decreaseIndentPattern));
  });

  test.each(["'a' ]", '# ]', '"]"'])('%s stays', (line) => {
    expect(line).not.toMatch(new RegExp(decreaseIndentPattern));
  });
});

/** What VS Code does on Enter between the two: the first rule that fits. */
function onEnter(before: string, after: string) {
  return configuration.onEnterRules.find(
    (rule) => new RegExp(rule.beforeText).test(before) && new RegExp(rule.afterText).test(after),
  )?.action;
}

const continued = { indent: 'none', appendText: '# ' };

test.each([
  ['a comment cut in two stays a comment', '# see ', 'the plan', continued],
  ['so does one behind a setting', 'memory = 512 # MiB, ', 'see the plan', continued],
  ['so does one behind a string with a quote of the other kind', `name = "it's" # see `, 'the plan', continued],
  ['at the end of a comment nothing goes on', '# see the plan', '', undefined],
  ['before a comment nothing is added', '', '# see the plan', undefined],
  ['a # in a string is none', 'name = "#1 ', 'of two"', undefined],
  ['a setting is followed by a setting', 'memory = 512', '', undefined],
])('on Enter %s', (_what, before, after, action) => expect(onEnter(before, after)).toEqual(action));

test('quotes and brackets close themselves, but not in strings and comments', () => {
  expect(configuration.autoClosingPairs.map(({ open, close }) => open + close)).toEqual(['[]', '""', "''"]);
  for (const { notIn } of configuration.autoClosingPairs) expect(notIn).toEqual(['string', 'comment']);
});

test('regions fold', () => {
  const { start, end } = configuration.folding.markers;
  expect('# region disks').toMatch(new RegExp(start));
  expect('#endregion').toMatch(new RegExp(end));
  expect('# regional').not.toMatch(new RegExp(start));
});
