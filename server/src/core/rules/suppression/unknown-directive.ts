import { directiveNames } from '../../model/directives.ts';
import { nearest } from '../../text/edit-distance.ts';
import type { CommentRule, Fix } from '../rule.ts';

export const unknownDirective: CommentRule = {
  name: 'unknown-directive',
  group: 'suppression',
  severity: 'warning',
  summary: 'A bridgewise comment has a name that means nothing, and no effect.',
  refuses: false,
  fixes: ['safe'],
  *check({ directives }) {
    for (const { name, comment, file } of directives) {
      if (directiveNames.includes(name)) continue;
      const start = comment.span.start + comment.text.indexOf(`bridgewise-${name}`);
      const location = { file, span: { start, end: start + `bridgewise-${name}`.length } };
      const [near] = nearest(name, directiveNames, 2);
      yield {
        location,
        message:
          `\`bridgewise-${name}\` means nothing, so this comment has no effect. ` +
          `There are ${directiveNames.map((known) => `\`bridgewise-${known}\``).join(', ')}.`,
        fixes:
          near === undefined
            ? []
            : [
                {
                  title: `Write bridgewise-${near}`,
                  safety: 'safe',
                  edits: [{ ...location, text: `bridgewise-${near}` }],
                } satisfies Fix,
              ],
      };
    }
  },
};
