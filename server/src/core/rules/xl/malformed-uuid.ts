import type { XlConfig } from '../../model/xl/config.ts';
import { atomsOf } from '../../model/xl/values.ts';
import { findKey } from '../../schema/xl/index.ts';
import type { Value } from '../../syntax/xl/ast.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { replaceIn, shownSpan } from '../xl-wording.ts';

export const malformedUuid: XlRule = {
  name: 'malformed-uuid',
  group: 'xl',
  severity: 'error',
  summary: 'A UUID does not have the form that xl reads.',
  refuses: true,
  kinds: ['domain'],
  fixes: ['safe'],
  *check({ config }) {
    const [atom, ...more] = atomsOf(config.settings, 'uuid');
    const value = config.settings.get('uuid')?.effective[0]?.value;
    if (atom === undefined || value === undefined || more.length > 0) return;
    if (findKey('domain', 'uuid')?.value?.check(atom.text) === undefined) return;
    yield {
      location: placeIn(config, shownSpan(value)),
      message: `${inlineCode(atom.text)} is no UUID: xl wants 8, 4, 4, 4 and 12 hexadecimal digits with hyphens between, and nothing else. ${afterXlRefusal(config)}`,
      fixes: fixesFor(config, atom.text, value),
    };
  },
};

/** All digits are there. */
function fixesFor(config: XlConfig, text: string, value: Value): readonly Fix[] {
  const digits = text.replace(/[-{}:\s]|^urn:uuid:/gi, '');
  const groups = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i.exec(digits)?.slice(1);
  if (groups === undefined) return [];
  const uuid = groups.join('-');
  return [{ title: `Write \`${uuid}\``, safety: 'safe', edits: [replaceIn(config, value.span, `"${uuid}"`)] }];
}
