import { expect, test } from 'vitest';
import { parseVsnd } from '../../../../../server/src/core/syntax/xl/values/vsnd.ts';
import { atomOf, shown } from './specs.ts';

test.each([
  ['card, short-name=Main, sample-formats=s16_le;s8;u32_be'],
  ['PCM, name=Main'],
  ['STREAM, unique-id=0, type=p'],
  [''],
  ['stream, id=alsa, type=p', 'unknown-parameter «id» refused'],
  ['card, name=a', 'unknown-parameter «name» refused'],
  ['stream, type=x', 'unknown-value «x» refused'],
  ['card , short-name=a', 'unknown-item «card » refused'],
  ['short-name=a', 'unknown-item «short-name=a» refused'],
  ['card, pcm', 'missing-equals-sign « pcm» refused'],
  ['card, sample-rates=', 'empty-list «» refused'],
  ['card, sample-rates=8000;x;010', 'not-a-number «x» misread', 'octal-number «010» misread'],
  ['pcm, sample-formats=s16_le;float_le', 'unknown-value «float_le» refused'],
])('%s', (text, ...expected) => {
  expect(shown(parseVsnd(atomOf(text)))).toEqual(expected);
});
