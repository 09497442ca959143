import { mayBeSet, takesValues } from '../../model/xl/key-spelling.ts';
import { findKey, findUnreadKey } from '../../schema/xl/index.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const unreadKey: XlRule = {
  name: 'unread-key',
  group: 'xl',
  severity: 'information',
  summary: 'A key of xm, or of another program, that xl never reads.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    for (const { key, doc, assignments } of config.settings.values()) {
      const unread = doc === undefined ? findUnreadKey(key) : undefined;
      const [first] = assignments;
      if (unread === undefined || first === undefined) continue;
      const renamed = unread.renamedTo === undefined ? undefined : findKey('domain', unread.renamedTo);
      yield {
        location: placeIn(config, first.key.span),
        message: `\`${key}\` is a key of ${unread.origin}; xl never reads it and says nothing. ${unread.advice}`,
        tag: 'unnecessary',
        fixes:
          renamed === undefined || !mayBeSet(config, renamed) || !takesValues(renamed, assignments)
            ? []
            : [
                {
                  title: `Write \`${renamed.name}\``,
                  safety: 'unsafe',
                  edits: assignments.map((assignment) => replaceIn(config, assignment.key.span, renamed.name)),
                },
              ],
      };
    }
  },
};
