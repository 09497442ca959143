import type { InlayHintParams, InlayHint as LspInlayHint } from 'vscode-languageserver-protocol';
import { inlayHintsIn, positionAt } from '../../core/index.ts';
import type { Asked } from '../context.ts';
import { aboutDocument } from '../context.ts';
import { toSpan } from '../from-proto.ts';
import { linesOf } from '../lines.ts';
import { toMarkup } from '../to-proto.ts';

/** InlayHintKind.Parameter: what is said of the word behind it. */
const parameterKind = 2;

/** Answers `textDocument/inlayHint`. */
export const inlayHint = aboutDocument(
  [],
  ({ context, snapshot, file, params }: Asked<InlayHintParams>): LspInlayHint[] => {
    const lines = linesOf(snapshot, file);
    return inlayHintsIn(snapshot, file, toSpan(snapshot, file, params.range)).map(
      ({ offset, text, side, tooltip }) => ({
        position: positionAt(lines, offset),
        label: text,
        ...(side === 'before' ? { kind: parameterKind, paddingRight: true } : { paddingLeft: true }),
        ...(tooltip === undefined ? {} : { tooltip: toMarkup(tooltip, context.profile.markdownHover) }),
      }),
    );
  },
);
