import type { XlConfig } from '../../model/xl/config.ts';
import type { Assignment } from '../../syntax/xl/ast.ts';
import type { Fix, RelatedPlace, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { assignmentAt, insertIn } from '../xl-wording.ts';

export const listJoinedToString: XlRule = {
  ...xlRefusal,
  name: 'list-joined-to-string',
  summary: '`+=` joins a list and a string, for which xl refuses the file.',
  fixes: ['safe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'list-joined-to-string')) {
      const assignment = assignmentAt(config, location.span);
      if (assignment === undefined) continue;
      const key = assignment.key.text;
      const [here, there] = assignment.value?.kind === 'list' ? ['a list', 'a string'] : ['a string', 'a list'];
      yield {
        location,
        message: `\`${key} +=\` adds ${here} to ${there}, which xl cannot join. ${afterXlRefusal(config)}`,
        related: relatedTo(config, assignment),
        fixes: fixesFor(config, assignment),
      };
    }
  },
};

function relatedTo(config: XlConfig, assignment: Assignment): readonly RelatedPlace[] {
  const all = config.settings.get(assignment.key.text)?.assignments ?? [];
  const before = all[all.indexOf(assignment) - 1];
  if (before?.value === undefined) return [];
  return [{ location: placeIn(config, before.value.span), message: 'What it is to be joined to stands here.' }];
}

/** A string becomes the only entry of a list where the key wants one. */
function fixesFor(config: XlConfig, { key, value }: Assignment): readonly Fix[] {
  if (value === undefined || value.kind === 'list' || config.settings.get(key.text)?.doc?.shape !== 'list') return [];
  const edits = [insertIn(config, value.span.start, '[ '), insertIn(config, value.span.end, ' ]')];
  return [{ title: 'Put it in brackets', safety: 'safe', edits }];
}
