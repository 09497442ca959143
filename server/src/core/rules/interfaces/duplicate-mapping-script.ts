import type { MappingStanza } from '../../syntax/interfaces/ast.ts';
import { deleteLines } from '../../syntax/interfaces/print.ts';
import { afterRefusal, problemsOf, refusal } from '../refusal.ts';
import type { InterfacesRule } from '../rule.ts';

export const duplicateMappingScript: InterfacesRule = {
  ...refusal,
  name: 'duplicate-mapping-script',
  summary: 'A mapping has a second script, for which ifupdown refuses the file.',
  fixes: ['safe', 'unsafe'],
  *check({ host }) {
    for (const { hostFile, edited, location } of problemsOf(host, 'duplicate-mapping-script')) {
      const mapping = hostFile.tree.root.statements.find(
        (statement): statement is MappingStanza =>
          statement.kind === 'mapping' && statement.options.some(({ name }) => isAt(name.span, location.span)),
      );
      const scripts = mapping?.options.filter(({ name }) => name.text === 'script') ?? [];
      const [first] = scripts;
      const second = scripts.find(({ name }) => isAt(name.span, location.span));
      if (!first || !second) continue;
      yield {
        location,
        message: `The mapping has a \`script\` already; it takes one. ${afterRefusal(host, location.file)}`,
        related: [{ location: { file: location.file, span: first.span }, message: 'The first script stands here.' }],
        fixes: [
          {
            title: 'Remove the second `script` line',
            safety: first.value?.text === second.value?.text ? 'safe' : 'unsafe',
            edits: [deleteLines(edited, second.span)],
          },
        ],
      };
    }
  },
};

function isAt(one: { readonly start: number }, other: { readonly start: number }): boolean {
  return one.start === other.start;
}
