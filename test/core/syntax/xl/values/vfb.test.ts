import { expect, test } from 'vitest';
import { parseVfb } from '../../../../../server/src/core/syntax/xl/values/vfb.ts';
import { atomOf, shown } from './specs.ts';

test.each([
  ['vnc=1,vnclisten=0.0.0.0,vncdisplay=3,vncunused=0'],
  [''],
  ['type=vnc,vncunused=1,foo=1', 'unknown-parameter «type» dropped', 'unknown-parameter «foo» dropped'],
  ['vnc=1, vnc =2,foo,sdl=1', 'blank-at-name «vnc » dropped', 'missing-equals-sign «foo,sdl=1» dropped'],
  ['vnc=1, ,sdl=1', 'blank-part « ,sdl=1» dropped'],
  ['\tvnc=1', 'blank-at-name «\tvnc» dropped'],
  ['vnc=yes,vncdisplay=1x', 'not-a-number «yes» misread', 'text-behind-number «1x» misread'],
  ['vncdisplay=010, vncunused= 1 '],
  ['sdl=0x1', 'text-behind-number «0x1» misread'],
  ['sdl=1,sdl=0', 'repeated-parameter «sdl=1» dropped'],
  ['constructor=1', 'unknown-parameter «constructor» dropped'],
])('%s', (text, ...expected) => {
  expect(shown(parseVfb(atomOf(text)))).toEqual(expected);
});
