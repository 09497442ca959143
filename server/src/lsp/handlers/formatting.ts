import type { DocumentFormattingParams, TextEdit } from 'vscode-languageserver-protocol';
import { formattingOf } from '../../core/index.ts';
import type { Asked } from '../context.ts';
import { aboutDocument } from '../context.ts';
import { toTextEdit } from '../to-proto.ts';

/** Answers `textDocument/formatting`. */
export const formatting = aboutDocument([], ({ snapshot, file }: Asked<DocumentFormattingParams>): TextEdit[] =>
  formattingOf(snapshot, file).map((edit) => toTextEdit(snapshot, edit).edit),
);
