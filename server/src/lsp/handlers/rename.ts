import { ResponseError } from 'vscode-jsonrpc';
import type {
  PrepareRenameParams,
  PrepareRenameResult,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { RenameRefusal, UnsurePlace } from '../../core/index.ts';
import { baseName, prepareRename as prepareRenameAt, renameAt } from '../../core/index.ts';
import type { Asked } from '../context.ts';
import { aboutPlace } from '../context.ts';
import { errorCodes } from '../lifecycle.ts';
import { linesOf } from '../lines.ts';
import { toRange, toTextEdit, toWorkspaceEdit } from '../to-proto.ts';

/** Answers `textDocument/prepareRename`; a refusal is an error, whose message the editor shows. */
export const prepareRename = aboutPlace(
  null,
  ({ snapshot, file }: Asked<PrepareRenameParams>, offset): PrepareRenameResult => {
    const target = prepareRenameAt(snapshot, file, offset);
    if (target.kind === 'refused') throw refusalOf(target);
    return { range: toRange(linesOf(snapshot, file), target.span), placeholder: target.name };
  },
);

/** Answers `textDocument/rename`, and tells the user which places may mean the interface too. */
export const rename = aboutPlace(null, (asked: Asked<RenameParams>, offset): WorkspaceEdit => {
  const { context, snapshot, file, params } = asked;
  const renamed = renameAt(snapshot, file, offset, params.newName);
  if (renamed.kind === 'refused') throw refusalOf(renamed);
  if (renamed.unsure.length > 0) tellUnsure(asked, renamed.unsure);
  return toWorkspaceEdit(
    context,
    snapshot,
    renamed.edits.map((edit) => toTextEdit(snapshot, edit)),
  );
});

function refusalOf({ reason }: RenameRefusal): ResponseError<void> {
  return new ResponseError(errorCodes.requestFailed, reason);
}

/** MessageType.Warning */
const warning = 2;

function tellUnsure({ context, snapshot }: Asked<RenameParams>, places: readonly UnsurePlace[]): void {
  const described = places.map(({ location, reason }) => {
    const { line } = toRange(linesOf(snapshot, location.file), location.span).start;
    return `${baseName(location.file)}, line ${line + 1}: ${reason}`;
  });
  const message = ['Left as they are, and to be looked at:', ...described].join('\n');
  void context.connection.sendNotification('window/showMessage', { type: warning, message });
}
