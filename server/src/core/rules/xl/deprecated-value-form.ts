import type { XlConfig } from '../../model/xl/config.ts';
import { readSettings } from '../../model/xl/read-settings.ts';
import { inQuotes } from '../../model/xl/value-meant.ts';
import { atomsOf } from '../../model/xl/values.ts';
import type { KeyDoc } from '../../schema/xl/key-doc.ts';
import type { Value } from '../../syntax/xl/ast.ts';
import { readNumber } from '../../syntax/xl/number.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { replaceIn, shownSpan } from '../xl-wording.ts';

export const deprecatedValueForm: XlRule = {
  name: 'deprecated-value-form',
  group: 'xl',
  severity: 'hint',
  summary: 'A value is written in a form that xl takes with a warning only.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['safe'],
  *check({ config }) {
    for (const { doc, key, last, effective, assignments } of readSettings(config)) {
      const [atom] = atomsOf(config.settings, key);
      if (doc.deprecatedForm === undefined || atom === undefined || last.value === undefined) continue;
      // What is refused is no matter of form, nor is what does nothing for this guest.
      if (doc.value?.check(atom.text) !== undefined || !doc.guests.some((guest) => guest === config.guest)) continue;
      const isNumber = readNumber(atom.text) !== undefined;
      if ((doc.deprecatedForm.shape === 'number' && !isNumber) || effective.length > 1) continue;
      // A number that is added is a word to xl, and refused (unknown-value); of an empty string it crashes (list-expected).
      if ((isNumber && last.operator === '+=') || atom.text.trim() === '') continue;
      const form = doc.deprecatedForm.shape === 'number' ? 'a number' : 'a string';
      yield {
        location: placeIn(config, shownSpan(last.value)),
        tag: 'deprecated',
        message: `xl takes ${form} for \`${key}\`, but warns that this is deprecated: ${doc.deprecatedForm.instead}.`,
        // Where there are lines before it, they would then say something else.
        fixes: assignments.length > 1 ? [] : fixesFor(config, doc, atom.text, last.value),
      };
    }
  },
};

function fixesFor(config: XlConfig, doc: KeyDoc, text: string, value: Value): readonly Fix[] {
  const written = doc.deprecatedForm?.shape === 'number' ? wordFor(doc, text) : listFor(text);
  if (written === undefined) return [];
  return [{ title: `Write ${inlineCode(written)}`, safety: 'safe', edits: [replaceIn(config, value.span, written)] }];
}

/** The words stand in the order of their numbers. */
function wordFor({ value }: KeyDoc, text: string): string | undefined {
  const word = value?.complete()[Number(readNumber(text)?.value ?? -1)];
  return word === undefined ? undefined : `"${word.label}"`;
}

/** xl cuts the string at each blank and tab (xl_parse.c, split_string_into_string_list). */
function listFor(text: string): string | undefined {
  const words = text.split(/[ \t\n]+/).filter((word) => word !== '');
  const quoted = words.map(inQuotes);
  return quoted.includes(undefined) ? undefined : `[ ${quoted.join(', ')} ]`;
}
