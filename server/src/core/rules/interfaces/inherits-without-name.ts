import { findMethod } from '../../schema/interfaces/index.ts';
import type { IfaceStanza } from '../../syntax/interfaces/ast.ts';
import { deleteWord } from '../../syntax/interfaces/print.ts';
import type { EditedFile } from '../../text/edited-file.ts';
import { afterRefusal, problemsOf, refusal } from '../refusal.ts';
import type { Fix, InterfacesRule } from '../rule.ts';

export const inheritsWithoutName: InterfacesRule = {
  ...refusal,
  name: 'inherits-without-name',
  summary: 'inherits names no stanza, for which ifupdown refuses the file.',
  fixes: ['unsafe'],
  *check({ host }) {
    for (const { hostFile, edited, location } of problemsOf(host, 'inherits-without-name')) {
      const stanza = hostFile.tree.root.statements.find(
        (statement): statement is IfaceStanza =>
          statement.kind === 'iface' && statement.inherits?.keyword.span.start === location.span.start,
      );
      yield {
        location,
        message: `The name of the stanza to inherit from is missing behind \`inherits\`. ${afterRefusal(host, location.file)}`,
        fixes: stanza === undefined ? [] : fixesFor(stanza, edited),
      };
    }
  },
};

/** Without `inherits` the line must say family and method itself. */
function fixesFor({ family, method, inherits }: IfaceStanza, edited: EditedFile): readonly Fix[] {
  if (!family || !method || !inherits || findMethod(family.text, method.text) === undefined) return [];
  return [{ title: 'Remove `inherits`', safety: 'unsafe', edits: [deleteWord(edited, inherits.keyword.span)] }];
}
