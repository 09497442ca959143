import type {
  DocumentLink,
  DocumentLinkParams,
  FoldingRange,
  FoldingRangeParams,
  SelectionRange,
  SelectionRangeParams,
} from 'vscode-languageserver-protocol';
import { foldsOf, linksOf, selectionsAt } from '../../core/index.ts';
import type { Asked } from '../context.ts';
import { aboutDocument } from '../context.ts';
import { toOffset } from '../from-proto.ts';
import { linesOf } from '../lines.ts';
import { toRange } from '../to-proto.ts';

/** Answers `textDocument/foldingRange`. */
export const foldingRange = aboutDocument([], ({ snapshot, file }: Asked<FoldingRangeParams>): FoldingRange[] => {
  const lines = linesOf(snapshot, file);
  return foldsOf(snapshot, file).map(({ span, kind }) => {
    const { start, end } = toRange(lines, span);
    return { startLine: start.line, endLine: end.line, ...(kind === 'lines' ? {} : { kind }) };
  });
});

/** Answers `textDocument/documentLink`. */
export const documentLink = aboutDocument(
  [],
  ({ context, snapshot, file }: Asked<DocumentLinkParams>): DocumentLink[] => {
    const lines = linesOf(snapshot, file);
    return linksOf(snapshot, file).map(({ span, target, tooltip }) => ({
      range: toRange(lines, span),
      target: context.session.documents.uriOf(target),
      tooltip,
    }));
  },
);

/** Answers `textDocument/selectionRange`: for each position one answer, if only the position itself. */
export const selectionRange = aboutDocument(
  null,
  ({ snapshot, file, params }: Asked<SelectionRangeParams>): SelectionRange[] => {
    const lines = linesOf(snapshot, file);
    return params.positions.map((position) => {
      const spans = selectionsAt(snapshot, file, toOffset(snapshot, file, position));
      const outermostFirst = spans.toReversed();
      const widest = outermostFirst.reduce<SelectionRange | undefined>(
        (parent, span) => ({ range: toRange(lines, span), ...(parent && { parent }) }),
        undefined,
      );
      return widest ?? { range: { start: position, end: position } };
    });
  },
);
