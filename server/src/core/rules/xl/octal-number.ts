import { readSettings } from '../../model/xl/read-settings.ts';
import { atomsOf } from '../../model/xl/values.ts';
import { readNumber } from '../../syntax/xl/number.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const octalNumber: XlRule = {
  name: 'octal-number',
  group: 'xl',
  severity: 'warning',
  summary: 'A number with a leading 0, which xl reads as octal.',
  refuses: false,
  kinds: ['domain', 'xl.conf', 'cpupool'],
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const { doc, key, last, assignments } of readSettings(config)) {
      const [atom, ...more] = atomsOf(config.settings, key);
      if (doc.shape !== 'number' || atom === undefined || more.length > 0 || last.operator === '+=') continue;
      const number = readNumber(atom.text);
      const digits = /^([^0-9]*)0+([0-9]+)$/.exec(atom.text);
      if (number?.base !== 8 || digits === null) continue;
      const [, sign = '', decimal = ''] = digits;
      const isSame = number.value === BigInt(`${sign.replace(/[^-]/g, '')}${decimal}`);
      const unit = doc.unit === undefined ? '' : ` ${doc.unit}`;
      yield {
        location: placeIn(config, atom.span),
        severity: isSame ? 'hint' : 'warning',
        message: isSame
          ? `\`${atom.text}\` is octal to xl, for its leading 0; it comes to the same.`
          : `\`${atom.text}\` is octal to xl, for its leading 0: \`${key}\` is ${number.value}${unit}, not ${sign}${decimal}.`,
        // Where there are lines before it, they would then say something else.
        fixes:
          assignments.length > 1
            ? []
            : [
                {
                  title: `Write \`${sign}${decimal}\``,
                  safety: isSame ? 'safe' : 'unsafe',
                  edits: [replaceIn(config, atom.span, sign + decimal)],
                },
              ],
      };
    }
  },
};
