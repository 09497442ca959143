import { expect, test } from 'vitest';
import { parseP9 } from '../../../../../server/src/core/syntax/xl/values/p9.ts';
import { atomOf, shown } from './specs.ts';

test.each([
  ['tag=a,security_model=none,path=/x'],
  [
    'tag=a,foo=none',
    'unknown-parameter «foo» refused',
    'missing-security-model «tag=a,foo=none» fails-at-start',
    'missing-path «tag=a,foo=none» fails-at-start',
  ],
  ['type=xen_9pfsd,security_model=none,max-files=100,auto-delete=1'],
  ['tag=a,security_model=none,path=/x,max-files=100', 'limit-without-xen-9pfsd «max-files=100» fails-at-start'],
  ['type=xen-9pfsd,security_model=none,path=/x,tag=a', 'unknown-value «xen-9pfsd» refused'],
  ['type=xen_9pfsd,security_model=none,max-space=1G', 'text-behind-number «1G» misread'],
  ['type=xen_9pfsd,security_model=none,max-space=much', 'not-a-number «much» refused'],
  ['type=xen_9pfsd,security_model=none,max-space=-1', 'not-a-number «-1» refused'],
  ['type=xen_9pfsd,security_model=none,max-space=4294967296', 'limit-out-of-range «4294967296» misread'],
  ['', 'empty-text «» refused'],
])('%s', (text, ...expected) => {
  expect(shown(parseP9(atomOf(text)))).toEqual(expected);
});

test.each([
  ['tag=a,security_model=none,path=/x,nonsense', 'missing-equals-sign «nonsense» dropped'],
  ['', 'missing-security-model «» refused', 'missing-path «» refused', 'missing-tag «» refused'],
  ['tag=a,security_model=none,path=/x,type=qemu', 'unknown-parameter «type» refused'],
  [
    'tag =a,security_model=none,path=/x',
    'blank-at-name «tag » refused',
    'missing-tag «tag =a,security_model=none,path=/x» refused',
  ],
])('xl before 4.18: %s', (text, ...expected) => {
  expect(shown(parseP9(atomOf(text), 'ends-without-sign'))).toEqual(expected);
});

test('xl 4.18 cuts pairs, but has no types', () => {
  expect(shown(parseP9(atomOf('tag = a, security_model=none, path=/x'), 'pairs'))).toEqual([]);
  expect(shown(parseP9(atomOf('type=qemu'), 'pairs'))[0]).toBe('unknown-parameter «type» refused');
});
