import type { XlConfig } from '../../model/xl/config.ts';
import { stringOf } from '../../model/xl/values.ts';
import { isTemplate } from '../../schema/values/opaque.ts';
import { findKey } from '../../schema/xl/index.ts';
import { nearest } from '../../text/edit-distance.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { replaceIn, shownSpan } from '../xl-wording.ts';

export const unknownGuestType: XlRule = {
  name: 'unknown-guest-type',
  group: 'xl',
  severity: 'error',
  summary: 'A type of guest that xl does not know, in `type` or in the old `builder`.',
  refuses: true,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    for (const key of ['type', 'builder']) {
      const text = stringOf(config.settings, key);
      const lines = config.settings.get(key)?.effective ?? [];
      const value = lines.at(-1)?.value;
      if (text === undefined || value === undefined || isTemplate(text)) continue;
      if (findKey('domain', key)?.value?.check(text) === undefined) continue;
      const words = key === 'type' ? '`pv`, `pvh` and `hvm`' : '`hvm` and `generic`, which is PV';
      yield {
        location: placeIn(config, shownSpan(value)),
        message: `${inlineCode(text)} is no type of guest: \`${key}\` knows ${words}, in small letters. ${afterXlRefusal(config)}`,
        fixes: lines.length > 1 ? [] : fixesFor(config, key, text),
      };
    }
  },
};

/** What xm and virt-manager called them. */
const otherWords: Readonly<Record<string, string>> = {
  linux: 'pv',
  para: 'pv',
  paravirt: 'pv',
  paravirtual: 'pv',
  generic: 'pv',
  xen: 'pv',
  pvhvm: 'hvm',
  pvonhvm: 'hvm',
  fullvirt: 'hvm',
  pvhv2: 'pvh',
  pvh2: 'pvh',
};

function fixesFor(config: XlConfig, key: string, text: string): readonly Fix[] {
  const assignment = config.settings.get(key)?.effective[0];
  if (assignment?.value === undefined) return [];
  const plain = text.trim().toLowerCase();
  const known = ['pv', 'pvh', 'hvm'];
  const other = otherWords[plain];
  const meant = known.includes(plain) ? [plain] : other === undefined ? nearest(plain, known, 1) : [other];
  if (key === 'builder' && config.settings.has('type')) return [];
  return meant.map((type) => ({
    title: `Write \`type = "${type}"\``,
    safety: 'unsafe',
    edits: [
      ...(key === 'type' ? [] : [replaceIn(config, assignment.key.span, 'type')]),
      ...(assignment.value === undefined ? [] : [replaceIn(config, assignment.value.span, `"${type}"`)]),
    ],
  }));
}
