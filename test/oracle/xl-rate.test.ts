import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainAtom } from '../../server/src/core/syntax/xl/atom.ts';
import { parseRate } from '../../server/src/core/syntax/xl/values/rate.ts';
import { announceSeed } from '../support/seed.ts';
import { askXluSpecs, HAS_XEN, XEN_SERIES } from '../support/xen.ts';

const count = 2000;
const seed = announceSeed('rates');

const one = (...words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);
/** None of more than 64 bits: libxlutil would take every later number of the same run for too large, too. */
const digits = fc.oneof(
  fc.integer({ min: 0, max: 2000 }).map(String),
  one('4294967295', '4294967296', '4294967', '4295', '010', '08', '0128', '00', ''),
);
const speed = fc.tuple(
  digits,
  one('G', 'M', 'K', '', 'G', 'M', 'K', '', 'k', 'Z'),
  one('b', 'B', 'b', 'B', 'b', 'B', ''),
  one('/s', '/s', '/s', '/s', '/s', '/m', '', ' /s'),
);
const interval = fc.tuple(digits, one('ms', 'us', 's', 'm', 'u', '', 'ms', 'us', 'h', 'ms '));
const generated = fc.oneof(
  speed.map((parts) => parts.join('')),
  fc.tuple(speed, interval).map((parts) => parts.map((part) => part.join('')).join('@')),
  fc
    .tuple(one('10Mb/s', '1GB/s', '250KB/s', '4294967295GB/s'), interval)
    .map(([rate, parts]) => `${rate}@${parts.join('')}`),
  one('', '@', '@@', '10Mb/s@', '10Mb/s@5ms@5ms', '-1b/s', '0x10b/s', ' 1b/s', '1b/s\n'),
);

const messages = {
  'rate-without-number': 'no rate specified',
  'unreadable-rate': 'invalid rate',
  'rate-out-of-range': 'rate overflow',
  'unreadable-rate-interval': 'invalid replenishment interval',
  'rate-interval-out-of-range': 'replenishment interval overflow',
  'octal-rate': '',
  'rate-interval-without-unit': '',
};

interface Answer {
  readonly rc: number;
  readonly bytes_per_interval: number;
  readonly interval_usecs: number;
  readonly report: string;
}

describe.skipIf(!HAS_XEN)(`${count} generated rates, seed ${seed}, Xen ${XEN_SERIES}`, () => {
  test('come to the same, or are refused for the same reason', async () => {
    const texts = fc.sample(generated, { numRuns: count, seed });
    const answers = (await askXluSpecs('rate', texts)) as readonly Answer[];
    const accepted = answers.filter(({ rc }) => rc === 0).length;
    expect(accepted).toBeGreaterThan(count * 0.2);
    expect(count - accepted).toBeGreaterThan(count * 0.3);
    const wrong = texts.flatMap((text, index) => {
      const { limit, problems } = parseRate(plainAtom(text));
      const refusal = problems.find(({ effect }) => effect === 'refused');
      const own = refusal ? messages[refusal.kind] : `${limit?.bytesPerInterval} in ${limit?.intervalMicroseconds}`;
      const { rc = 0, report = '', bytes_per_interval = 0, interval_usecs = 0 } = answers[index] ?? {};
      const isSame =
        rc === 0 ? own === `${bytes_per_interval} in ${interval_usecs}` : refusal && report.includes(`: ${own} `);
      return isSame ? [] : [{ text, own, rc, report, bytes_per_interval, interval_usecs }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
