import type { CodeLens, CodeLensParams } from 'vscode-languageserver-protocol';
import { codeLensesOf } from '../../core/index.ts';
import type { Asked } from '../context.ts';
import { aboutDocument } from '../context.ts';
import { linesOf } from '../lines.ts';
import { showReferencesCommand } from '../messages.ts';
import { toLocation, toRange } from '../to-proto.ts';

/** Answers `textDocument/codeLens`, which only an editor is offered that can show the places. */
export const codeLens = aboutDocument([], ({ context, snapshot, file, params }: Asked<CodeLensParams>): CodeLens[] =>
  codeLensesOf(snapshot, file).map(({ span, title, places }) => {
    const range = toRange(linesOf(snapshot, file), span);
    const locations = places.map((place) => toLocation(context, snapshot, place));
    const command = {
      title,
      command: showReferencesCommand,
      arguments: [params.textDocument.uri, range.start, locations],
    };
    return { range, command };
  }),
);
