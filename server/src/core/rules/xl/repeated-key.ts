import type { Setting, XlConfig } from '../../model/xl/config.ts';
import type { Assignment } from '../../syntax/xl/ast.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { fixByComment, insertIn, textAt } from '../xl-wording.ts';

export const repeatedKey: XlRule = {
  name: 'repeated-key',
  group: 'xl',
  severity: 'warning',
  summary: 'A key is set again further down, so that the first line has no effect.',
  refuses: false,
  kinds: ['domain', 'xl.conf', 'cpupool'],
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const setting of config.settings.values()) {
      const [last] = setting.effective;
      if (setting.doc === undefined || last === undefined) continue;
      const dropped = setting.assignments.slice(0, setting.assignments.indexOf(last));
      for (const assignment of dropped) {
        const isSame = saysTheSame(config, assignment, last) && dropped.length === 1 && setting.effective.length === 1;
        yield {
          location: placeIn(config, assignment.key.span),
          severity: isSame ? 'hint' : 'warning',
          tag: 'unnecessary',
          message: isSame
            ? `\`${setting.key}\` is set to the same once more below.`
            : `\`${setting.key}\` is set again below: xl takes the last line, and says nothing about this one.`,
          related: [{ location: placeIn(config, last.key.span), message: 'This line counts.' }],
          fixes: fixesFor(config, setting, assignment, last),
        };
      }
    }
  },
};

function saysTheSame(config: XlConfig, one: Assignment, other: Assignment): boolean {
  if (one.value === undefined || other.value === undefined || one.operator !== '=') return false;
  return textAt(config, one.value.span) === textAt(config, other.value.span);
}

function fixesFor(config: XlConfig, setting: Setting, dropped: Assignment, last: Assignment): readonly Fix[] {
  const comment = fixByComment(config, dropped.span, 'Make a comment of this line').map(
    (fix): Fix => ({ ...fix, safety: 'safe' }),
  );
  const areLists = [dropped, last].every(({ value }) => value?.kind === 'list');
  if (!areLists || setting.assignments.length !== 2 || last.operator !== '=') return comment;
  const operator = textAt(config, { start: last.key.span.end, end: last.value?.span.start ?? last.span.end });
  const at = last.key.span.end + operator.indexOf('=');
  return [
    ...comment,
    { title: 'Write `+=` below, to have both', safety: 'unsafe', edits: [insertIn(config, at, '+')] },
  ];
}
