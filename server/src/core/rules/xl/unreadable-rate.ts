import { inlineCode } from '../../text/markdown.ts';
import type { DeviceFault } from '../device-fault.ts';
import { faultsIn, replacing, reportOf } from '../device-fault.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal } from '../xl-refusal.ts';

export const unreadableRate: XlRule = {
  name: 'unreadable-rate',
  group: 'xl',
  severity: 'error',
  summary: "A vif's rate is none that xl reads, or another one than it seems.",
  refuses: true,
  kinds: ['domain'],
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const fault of faultsIn(config, 'vif')) {
      const refusal = refusals.get(fault.kind);
      if (refusal !== undefined) {
        const message = `${refusal(inlineCode(fault.text))} ${afterXlRefusal(config)}`;
        yield reportOf(fault, { message, fixes: respelt(fault) });
      } else if (fault.kind === 'octal-rate') {
        yield reportOf(fault, {
          message: `The leading zero makes ${inlineCode(fault.text)} an octal number to xl.`,
          severity: 'warning',
          fixes: [replacing(config, fault.span, fault.text.replace(/^0+(?=[0-9])/, ''))],
        });
      } else if (fault.kind === 'rate-interval-without-unit') {
        yield reportOf(fault, {
          message: `An interval without a unit is one of seconds to xl, though the man page says microseconds: ${inlineCode(`${fault.text}s`)}.`,
          severity: 'warning',
          fixes: [
            replacing(config, fault.span, `${fault.text}s`, 'safe'),
            replacing(config, fault.span, `${fault.text}us`),
          ],
        });
      }
    }
  },
};

type Refusal = (text: string) => string;

const form = 'a whole number, `K`, `M`, `G` or nothing, and `b/s` or `B/s`, such as `10Mb/s`';

const refusals: ReadonlyMap<string, Refusal> = new Map<string, Refusal>([
  ['rate-without-number', () => `There is no rate here: it is ${form}.`],
  ['unreadable-rate', (text) => `${text} is no rate: it is ${form}.`],
  [
    'rate-out-of-range',
    (text) => `${text} is 0, or more than xl counts: a rate goes from 1 to 4294967295, with a unit behind it.`,
  ],
  [
    'unreadable-rate-interval',
    (text) => `${text} is no interval: it is a whole number with \`s\`, \`ms\` or \`us\`, such as \`50ms\`.`,
  ],
  [
    'rate-interval-out-of-range',
    (text) => `${text} is 0, or more than xl counts: an interval is 1 to 4294967295 microseconds.`,
  ],
]);

/** The rate in xl's spelling, where the text can mean one only. */
function respelt({ config, kind, span, text }: DeviceFault): readonly Fix[] {
  if (kind !== 'unreadable-rate') return [];
  const [, number, unit = '', size = ''] =
    /^[ \t]*([0-9]+)[ \t]*([kmgKMG]?)(?:i?)(b|B|bit|bits|byte|bytes)?(?:ps|\/s|\/sec)?[ \t]*$/.exec(text) ?? [];
  if (number === undefined) return [];
  const sizes = size === '' ? ['b', 'B'] : [/^(?:B|byte)/.test(size) ? 'B' : 'b'];
  return sizes.map((letter) => replacing(config, span, `${number}${unit.toUpperCase()}${letter}/s`));
}
