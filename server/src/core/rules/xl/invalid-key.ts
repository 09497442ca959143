import type { XlConfig } from '../../model/xl/config.ts';
import { keysMeant, mayBeSet } from '../../model/xl/key-spelling.ts';
import { findKey } from '../../schema/xl/index.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { replaceIn, textAt } from '../xl-wording.ts';

export const invalidKey: XlRule = {
  ...xlRefusal,
  name: 'invalid-key',
  summary: 'A key has capitals, a hyphen or quotes, or begins with a digit; xl refuses the file.',
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'invalid-key')) {
      const written = textAt(config, location.span);
      yield {
        location,
        message: `${inlineCode(written)} cannot be a key: ${reasonFor(written)}. ${afterXlRefusal(config)}`,
        fixes: fixesFor(config, location.span, written),
      };
    }
  },
};

function reasonFor(written: string): string {
  if (/^['"]/.test(written)) return 'a key has no quotes';
  if (/^[0-9]/.test(written)) return 'a key begins with a small letter';
  if (/[A-Z]/.test(written)) return 'it has capitals, and xl has small letters only';
  if (written.includes('-')) return 'it has a hyphen, where xl has `_`';
  return 'xl has small letters, digits, `_` and `.` only';
}

function fixesFor(config: XlConfig, span: Span, written: string): readonly Fix[] {
  const plain = written.replace(/^(['"])(.*)\1$/, '$2');
  const own = findKey(config.kind, plain);
  const meant = own === undefined ? keysMeant(config.kind, plain) : [own];
  return meant
    .filter((doc) => mayBeSet(config, doc, doc.name === plain))
    .map(({ name }) => ({
      title: `Write \`${name}\``,
      safety: name === plain.replaceAll('-', '_').toLowerCase() ? 'safe' : 'unsafe',
      edits: [replaceIn(config, span, name)],
    }));
}
