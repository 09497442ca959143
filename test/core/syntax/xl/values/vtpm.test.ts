import { expect, test } from 'vitest';
import { parseVtpm } from '../../../../../server/src/core/syntax/xl/values/vtpm.ts';
import { atomOf, shown } from './specs.ts';

test.each([
  ['backend=vtpm'],
  ['backend=vtpm,uuid=01234567-89ab-cdef-0123-456789abcdef'],
  ['uuid=x', 'malformed-uuid «x» refused', 'missing-backend «uuid=x» refused'],
  ['', 'missing-backend «» refused'],
  ['backend=a,vtpm=b', 'unknown-parameter «vtpm» refused'],
  ['vtpm,backend=a', 'missing-equals-sign «vtpm,backend=a» dropped', 'missing-backend «vtpm,backend=a» refused'],
  ['backend='],
])('%s', (text, ...expected) => {
  expect(shown(parseVtpm(atomOf(text)))).toEqual(expected);
});
