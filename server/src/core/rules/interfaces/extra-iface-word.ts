import { findMethod } from '../../schema/interfaces/index.ts';
import type { IfaceStanza } from '../../syntax/interfaces/ast.ts';
import { deleteWord, replaceSpan } from '../../syntax/interfaces/print.ts';
import { editDistance } from '../../text/edit-distance.ts';
import type { EditedFile } from '../../text/edited-file.ts';
import { problemsOf } from '../refusal.ts';
import type { Fix, InterfacesRule } from '../rule.ts';

export const extraIfaceWord: InterfacesRule = {
  name: 'extra-iface-word',
  group: 'interfaces',
  severity: 'warning',
  summary: 'An iface line has words behind the method, which ifupdown ignores.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['safe', 'unsafe'],
  *check({ host }) {
    for (const { hostFile, edited, location } of problemsOf(host, 'extra-iface-word')) {
      const stanza = hostFile.tree.root.statements.find(
        (statement): statement is IfaceStanza =>
          statement.kind === 'iface' && statement.extra[0]?.span.start === location.span.start,
      );
      if (!isUnderstood(stanza)) continue;
      const [first] = stanza.extra;
      // A comment behind the line is another fault, and so is a backslash that does not continue it.
      if (!first || first.text.startsWith('#') || first.text === '\\') continue;
      yield {
        location,
        message: `\`${first.text}\` stands behind the method. ifupdown says that it ignores the word, and goes on.`,
        fixes: [...fixSpelling(stanza, edited), ...removeWords(stanza, edited)],
      };
    }
  },
};

/** ifupdown comes to these words only behind a method that it knows. */
function isUnderstood(stanza: IfaceStanza | undefined): stanza is IfaceStanza {
  return stanza?.family !== undefined && findMethod(stanza.family.text, stanza.method?.text ?? '') !== undefined;
}

function fixSpelling({ extra }: IfaceStanza, edited: EditedFile): readonly Fix[] {
  const [first, second] = extra;
  if (!first || !second || editDistance(first.text.toLowerCase(), 'inherits') > 2) return [];
  return [{ title: 'Write `inherits`', safety: 'unsafe', edits: [replaceSpan(edited, first.span, 'inherits')] }];
}

function removeWords({ extra }: IfaceStanza, edited: EditedFile): readonly Fix[] {
  if (extra.some(({ text }) => text.startsWith('#') || text === '\\')) return [];
  const words = extra.map(({ text }) => text).join(' ');
  return [{ title: `Remove \`${words}\``, safety: 'safe', edits: extra.map(({ span }) => deleteWord(edited, span)) }];
}
