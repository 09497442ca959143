import { expect, test } from 'vitest';
import { parseVdispl } from '../../../../../server/src/core/syntax/xl/values/vdispl.ts';
import { atomOf, shown } from './specs.ts';

test.each([
  ['connectors=id0:1920x1080;id1:800x600,be-alloc=1'],
  ['backend=0', 'missing-connectors «backend=0» refused'],
  ['connectors=', 'empty-connectors «» refused'],
  ['connectors=a', 'connector-without-resolution «a» refused'],
  ['connectors=a:', 'connector-without-resolution «a:» refused'],
  ['connectors=a:1920', 'malformed-resolution «1920» refused'],
  ['connectors=a:full;b:7', 'malformed-resolution «full» dropped'],
  ['connectors=a:1x2px;b:7', 'text-behind-resolution «1x2px» misread', 'malformed-resolution «7» refused'],
  ['connectors=:1x2', 'connector-without-name «:1x2» misread'],
  ['connector=a:1x2', 'unknown-parameter «connector» refused', 'missing-connectors «connector=a:1x2» refused'],
])('%s', (text, ...expected) => {
  expect(shown(parseVdispl(atomOf(text)))).toEqual(expected);
});

test.each([['connectors=a::1x2'], ['connectors=:1x2', 'connector-without-resolution «:1x2» refused']])(
  'xl before 4.18: %s',
  (text, ...expected) => {
    expect(shown(parseVdispl(atomOf(text), 'each-sign'))).toEqual(expected);
  },
);
