import { expect, test } from 'vitest';
import { keywordsMeant } from '../../../server/src/core/model/keyword-spelling.ts';

test.each([
  ['Auto', 'auto'],
  ['IFACE', 'iface'],
  ['allow_hotplug', 'allow-hotplug'],
  ['Allow-Hotplug', 'allow-Hotplug'],
  ['source_directory', 'source-directory'],
  ['no_auto_down', 'no-auto-down'],
])('%s can only be %s', (word, keyword) => {
  expect(keywordsMeant(word)).toEqual([{ keyword, isVariant: true }]);
});

test.each([
  ['atuo', 'auto'],
  ['ifcae', 'iface'],
  ['interface', 'iface'],
  ['include', 'source'],
  ['allow-hotplugg', undefined],
  ['allowhotplug', 'allow-hotplug'],
  ['source-directroy', 'source-directory'],
  ['soruce-directory', 'source-directory'],
  ['maping', 'mapping'],
])('%s may be %s', (word, keyword) => {
  expect(keywordsMeant(word)).toEqual(keyword === undefined ? [] : [{ keyword, isVariant: false }]);
});

test.each(['auto', 'iface', 'allow-ovs', 'mtu', 'hello'])('%s is no misspelt keyword', (word) => {
  expect(keywordsMeant(word)).toEqual([]);
});
