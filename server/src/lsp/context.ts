import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc';
import { ResponseError } from 'vscode-jsonrpc';
import type { Position, TextDocumentIdentifier } from 'vscode-languageserver-protocol';
import type { FileId, RandomByte, Snapshot } from '../core/index.ts';
import { fileId } from '../core/index.ts';
import type { WorkspaceChecks } from './checks/workspace-checks.ts';
import type { ClientProfile } from './client-profile.ts';
import { toOffset } from './from-proto.ts';
import { errorCodes } from './lifecycle.ts';
import type { Pending } from './pending.ts';
import type { Session } from './session.ts';
import type { WorkspaceFolders } from './workspace-folders.ts';

/** What every handler may use. */
export interface Context {
  readonly connection: MessageConnection;
  readonly session: Session;
  /** What is found in files that need not be open. */
  readonly checks: WorkspaceChecks;
  /** The answers to questions about the findings in documents. */
  readonly pulls: Pending;
  readonly profile: ClientProfile;
  readonly folders: Pick<WorkspaceFolders, 'of'>;
  /** The URI of a rule's page; `undefined`: there is none to open. */
  readonly pageOf: (rule: string) => string | undefined;
  readonly randomByte: RandomByte;
}

export type Handler<Params, Result> = (context: Context, params: Params, token: CancellationToken) => Promise<Result>;

/** A file of a host at one moment, and what was asked about it. */
export interface Asked<Params> {
  readonly context: Context;
  readonly params: Params;
  readonly snapshot: Snapshot;
  readonly file: FileId;
}

/** The refusal of a question whose places are those of a text that is another by now. */
export function outdated(): ResponseError<void> {
  return new ResponseError(errorCodes.contentModified, 'The text was changed meanwhile.');
}

/** A handler for a question about a document; `otherwise` is the answer for a document that is not ours. */
export function aboutDocument<Params extends { readonly textDocument: TextDocumentIdentifier }, Result, Otherwise>(
  otherwise: Otherwise,
  answer: (asked: Asked<Params>) => Result | Promise<Result>,
): Handler<Params, Result | Otherwise> {
  return async (context, params, token) => {
    const file = fileId(params.textDocument.uri);
    const { documents } = context.session;
    const version = documents.get(file)?.version;
    const snapshot = await context.session.snapshotOf(file);
    if (snapshot === undefined || token.isCancellationRequested) return otherwise;
    if (documents.get(file)?.version !== version) throw outdated();
    return answer({ context, params, snapshot, file });
  };
}

/** A handler for a question about a place in a document. */
export function aboutPlace<
  Params extends { readonly textDocument: TextDocumentIdentifier; readonly position: Position },
  Result,
  Otherwise,
>(
  otherwise: Otherwise,
  answer: (asked: Asked<Params>, offset: number) => Result | Promise<Result>,
): Handler<Params, Result | Otherwise> {
  return aboutDocument(otherwise, (asked: Asked<Params>) =>
    answer(asked, toOffset(asked.snapshot, asked.file, asked.params.position)),
  );
}
