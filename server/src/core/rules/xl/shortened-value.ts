import { readSettings } from '../../model/xl/read-settings.ts';
import { atomsOf } from '../../model/xl/values.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const shortenedValue: XlRule = {
  name: 'shortened-value',
  group: 'xl',
  severity: 'warning',
  summary: 'A word is cut short or empty, and xl takes it for the first one that begins so.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['safe'],
  *check({ config }) {
    for (const { doc, key, last } of readSettings(config)) {
      const [atom, ...more] = atomsOf(config.settings, key);
      // Where other words go too, a short one may be meant (unknown-firmware).
      if (doc.matchesPrefix !== true || doc.onUnknownValue === undefined) continue;
      if (atom === undefined || more.length > 0 || last.value === undefined) continue;
      const words = (doc.value?.complete() ?? []).map(({ label }) => label);
      const meant = asCompared(key, words).find((word) => word.startsWith(atom.text));
      if (meant === undefined || meant === atom.text) continue;
      yield {
        location: placeIn(config, atom.text === '' ? last.value.span : atom.span),
        message: `xl compares only as many letters as stand here, so that ${inlineCode(atom.text)} is \`${meant}\`.`,
        fixes: [
          { title: `Write \`"${meant}"\``, safety: 'safe', edits: [replaceIn(config, last.value.span, `"${meant}"`)] },
        ],
      };
    }
  },
};

/** In the order in which xl compares (tools/xl/xl_parse.c). */
function asCompared(key: string, words: readonly string[]): readonly string[] {
  return key === 'type' ? ['hvm', 'pv', 'pvh'] : words;
}
