import type { XlConfig } from '../../model/xl/config.ts';
import { readSettings } from '../../model/xl/read-settings.ts';
import { numberMeant, switchMeant } from '../../model/xl/value-meant.ts';
import { atomsOf } from '../../model/xl/values.ts';
import { isTemplate } from '../../schema/values/opaque.ts';
import type { KeyDoc } from '../../schema/xl/key-doc.ts';
import { shownDefault } from '../../schema/xl/shown-default.ts';
import type { Value } from '../../syntax/xl/ast.ts';
import { isTooLarge, readNumber } from '../../syntax/xl/number.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { replaceIn, shownSpan } from '../xl-wording.ts';

export const notANumber: XlRule = {
  name: 'not-a-number',
  group: 'xl',
  severity: 'error',
  summary: 'A key that takes a number has a word, or a number with a unit, so that xl drops it.',
  refuses: false,
  kinds: ['domain', 'xl.conf', 'cpupool'],
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const { doc, key, last, effective } of readSettings(config)) {
      if (doc.shape !== 'number' && doc.shape !== 'boolean') continue;
      const [atom] = atomsOf(config.settings, key);
      // Whatever is added by += is dropped as well (number-joined).
      if (atom === undefined || last.value === undefined || effective.length > 1 || last.operator === '+=') continue;
      if (readNumber(atom.text) !== undefined || isTemplate(atom.text)) continue;
      const refuses = doc.onWrongShape === 'refused';
      yield {
        location: placeIn(config, shownSpan(last.value)),
        refuses,
        message: `${reasonFor(atom.text, key, doc)} ${refuses ? afterXlRefusal(config) : consequenceOf(doc)}`,
        fixes: fixesFor(config, atom.text, last.value, doc),
      };
    }
  },
};

function reasonFor(text: string, key: string, doc: KeyDoc): string {
  const said = inlineCode(text);
  if (isTooLarge(text)) return `${said} does not fit into 64 bits.`;
  if (/^0[0-9]+$/.test(text)) return `${said} is no number to xl, which reads it as octal, for its leading 0.`;
  if (doc.shape === 'boolean') return `\`${key}\` takes 1 for yes and 0 for no; ${said} is no number.`;
  const unit = doc.unit === undefined ? '' : ` of ${doc.unit}`;
  return `\`${key}\` takes a number${unit} with nothing behind it; ${said} is none.`;
}

function consequenceOf({ default: usual, isSilent }: KeyDoc): string {
  const instead = usual === undefined ? '' : `, and what holds is the default: ${shownDefault(usual)}`;
  return `xl drops the line ${isSilent === true ? 'without a message' : 'with a warning'}${instead}.`;
}

function fixesFor(config: XlConfig, text: string, value: Value, doc: KeyDoc): readonly Fix[] {
  const number = /^0[0-9]+$/.test(text) ? text.replace(/^0+(?=[0-9])/, '') : numberMeant(text, doc);
  if (number === undefined) return [];
  // To switch on what was off changes the guest, however plainly it is meant.
  const isSwitch = doc.shape === 'boolean' && switchMeant(text.trim()) !== undefined;
  const written = /^[0-9][0-9a-fx]*$/.test(number) ? number : `"${number}"`;
  return [
    {
      title: `Write ${inlineCode(written)}`,
      safety: isSwitch ? 'safe' : 'unsafe',
      edits: [replaceIn(config, value.span, written)],
    },
  ];
}
