import type { SemanticTokens, SemanticTokensLegend, SemanticTokensParams } from 'vscode-languageserver-protocol';
import { positionAt, semanticTokenKinds, semanticTokenModifiers, semanticTokensOf } from '../../core/index.ts';
import type { Asked } from '../context.ts';
import { aboutDocument } from '../context.ts';
import { linesOf } from '../lines.ts';

/** What the numbers in the answers stand for. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...semanticTokenKinds],
  tokenModifiers: [...semanticTokenModifiers],
};

/**
 * Answers `textDocument/semanticTokens/full`: five numbers a token, of which line and character count from the token
 * before it.
 */
export const semanticTokens = aboutDocument(null, ({ snapshot, file }: Asked<SemanticTokensParams>): SemanticTokens => {
  const lines = linesOf(snapshot, file);
  const data: number[] = [];
  let last = positionAt(lines, 0);
  for (const { span, kind, modifiers } of semanticTokensOf(snapshot, file)) {
    const start = positionAt(lines, span.start);
    const deltaLine = start.line - last.line;
    data.push(
      deltaLine,
      deltaLine === 0 ? start.character - last.character : start.character,
      // To an editor a lone CR is a line's end, and no token may go on behind one.
      Math.min(span.end, lines.starts[start.line + 1] ?? lines.length) - span.start,
      semanticTokenKinds.indexOf(kind),
      modifiers.reduce((bits, modifier) => bits | (1 << semanticTokenModifiers.indexOf(modifier)), 0),
    );
    last = start;
  }
  return { data };
});
