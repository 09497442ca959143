import type { XlConfig } from '../../model/xl/config.ts';
import { readSettings } from '../../model/xl/read-settings.ts';
import { numberOf } from '../../model/xl/values.ts';
import type { KeyDoc } from '../../schema/xl/key-doc.ts';
import { compareVersions } from '../../schema/xl/xen-version.ts';
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
      const limits = limitsOf(config, doc);
      if (limits.onOutOfRange === undefined || doc.shape !== 'number' || last.operator === '+=') continue;
      const number = numberOf(config.settings, key);
      if (number === undefined || isWithin(number.value, limits)) continue;
      const consequence = {
        refused: afterXlRefusal(config),
        dropped: 'xl drops the line.',
        'fails-at-start': 'xl takes it, and the guest does not start.',
      }[limits.onOutOfRange];
      yield {
        location: placeIn(config, number.span),
        refuses: limits.onOutOfRange === 'refused',
        message: `\`${key}\` takes ${rangeOf(limits)}, not ${number.value}. ${consequence}`,
      };
    }
  },
};

type Limits = Pick<KeyDoc, 'minimum' | 'maximum' | 'onOutOfRange'>;

/** Numbers of virtual CPUs may be 0, which stands for none given; what is less is refused, of `vcpus` up to Xen 4.21. */
function limitsOf({ kind, xenVersion }: XlConfig, doc: KeyDoc): Limits {
  if (kind !== 'domain' || (doc.name !== 'vcpus' && doc.name !== 'maxvcpus')) return doc;
  const isTaken = doc.name === 'vcpus' && compareVersions(xenVersion, '4.22') >= 0;
  return isTaken ? {} : { minimum: 0, onOutOfRange: 'refused' };
}

function isWithin(value: bigint, { minimum, maximum }: Limits): boolean {
  return !((minimum !== undefined && value < BigInt(minimum)) || (maximum !== undefined && value > BigInt(maximum)));
}

function rangeOf({ minimum, maximum }: Limits): string {
  if (minimum === undefined) return `at most ${maximum}`;
  return maximum === undefined ? `at least ${minimum}` : `${minimum} to ${maximum}`;
}
