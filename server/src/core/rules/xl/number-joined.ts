import type { XlConfig } from '../../model/xl/config.ts';
import { readSettings } from '../../model/xl/read-settings.ts';
import type { Assignment } from '../../syntax/xl/ast.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { commentOut, replaceIn, textAt } from '../xl-wording.ts';

export const numberJoined: XlRule = {
  name: 'number-joined',
  group: 'xl',
  severity: 'error',
  summary: '`+=` with a number, for which xl drops all that the file says about the key.',
  refuses: false,
  kinds: ['domain', 'xl.conf', 'cpupool'],
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const { doc, key, effective } of readSettings(config)) {
      const added = effective.filter(({ operator, value }) => operator === '+=' && value?.kind !== 'list');
      const joined = added.at(-1);
      if ((doc.shape !== 'number' && doc.shape !== 'boolean') || joined === undefined) continue;
      const [first] = effective;
      const refuses = doc.onWrongShape === 'refused';
      const more = first === joined || first === undefined ? '' : ', the line above included';
      const consequence = refuses ? afterXlRefusal(config) : `xl drops what the file says about \`${key}\`${more}.`;
      const operator = { start: joined.key.span.end, end: joined.value?.span.start ?? joined.span.end };
      const at = operator.start + textAt(config, operator).indexOf('+=');
      const span = { start: at, end: at + 2 };
      const alone: Fix = { title: 'Write `=`', safety: 'safe', edits: [replaceIn(config, span, '=')] };
      yield {
        location: placeIn(config, span),
        refuses,
        message: `\`+=\` does not add numbers: it is for lists and strings. ${consequence}`,
        related:
          first === joined || first === undefined
            ? []
            : [{ location: placeIn(config, first.span), message: 'This line has no effect either.' }],
        fixes: effective.length === 1 ? [alone] : commentFix(config, added),
      };
    }
  },
};

function commentFix(config: XlConfig, added: readonly Assignment[]): readonly Fix[] {
  const edits = added.map(({ span }) => commentOut(config, span));
  if (edits.includes(undefined)) return [];
  const lines = added.length > 1 ? 'comments of the lines' : 'a comment of the line';
  return [{ title: `Make ${lines} with \`+=\``, safety: 'unsafe', edits: edits.flatMap((edit) => edit ?? []) }];
}
