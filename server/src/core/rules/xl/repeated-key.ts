import { buildXlConfig } from '../../model/xl/build-config.ts';
import type { Setting, XlConfig } from '../../model/xl/config.ts';
import type { Assignment } from '../../syntax/xl/ast.ts';
import { parseXl } from '../../syntax/xl/parser.ts';
import { fieldText } from '../../syntax/xl/values/spec.ts';
import { applyEdits } from '../../text/edits.ts';
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
        const isSame = saysTheSame(config, assignment, last) && setting.effective.length === 1;
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
  const edit = insertIn(config, at, '+');
  if (!mayBeJoined(config, setting.key, applyEdits(config.tree.text, [edit]))) return comment;
  return [...comment, { title: 'Write `+=` below, to have both', safety: 'unsafe', edits: [edit] }];
}

/** Whether xl reads the strings of both lists without a word, each with a vdev or a MAC address of its own. */
function mayBeJoined(config: XlConfig, key: string, text: string): boolean {
  const { specs } = buildXlConfig({ file: config.file, tree: parseXl(text), kind: config.kind }, config.xenVersion);
  const uses = specs.filter((use) => use.key === key);
  const names = uses.flatMap(({ spec }) => fieldText(spec, 'vdev') ?? fieldText(spec, 'mac') ?? []);
  return uses.every(({ spec }) => spec.problems.length === 0) && new Set(names).size === uses.length;
}
