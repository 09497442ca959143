import { readSettings } from '../../model/xl/read-settings.ts';
import { numberOf } from '../../model/xl/values.ts';
import type { KeyDoc } from '../../schema/xl/key-doc.ts';
import type { XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';

export const numberOutOfRange: XlRule = {
  name: 'number-out-of-range',
  group: 'xl',
  severity: 'error',
  summary: 'A number is below the least or above the greatest that the key takes.',
  refuses: false,
  kinds: ['domain', 'xl.conf', 'cpupool'],
  fixes: [],
  *check({ config }) {
    for (const { doc, key, last } of readSettings(config)) {
      if (doc.onOutOfRange === undefined || doc.shape !== 'number' || last.operator === '+=') continue;
      const number = numberOf(config.settings, key);
      if (number === undefined || isWithin(number.value, doc)) continue;
      const refuses = doc.onOutOfRange === 'refused';
      const consequence = {
        refused: afterXlRefusal(config),
        dropped: 'xl drops the line.',
        'fails-at-start': 'xl takes it, and the guest does not start.',
      }[doc.onOutOfRange];
      yield {
        location: placeIn(config, number.span),
        refuses,
        message: `\`${key}\` takes ${rangeOf(doc)}, not ${number.value}. ${consequence}`,
      };
    }
  },
};

function isWithin(value: bigint, { minimum, maximum }: KeyDoc): boolean {
  return !((minimum !== undefined && value < BigInt(minimum)) || (maximum !== undefined && value > BigInt(maximum)));
}

function rangeOf({ minimum, maximum }: KeyDoc): string {
  if (minimum === undefined) return `at most ${maximum}`;
  return maximum === undefined ? `at least ${minimum}` : `${minimum} to ${maximum}`;
}
