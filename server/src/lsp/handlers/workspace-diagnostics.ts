import type { CancellationToken } from 'vscode-jsonrpc';
import type {
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import type { FileId } from '../../core/index.ts';
import { fileId } from '../../core/index.ts';
import type { Context } from '../context.ts';
import { resultIdOf } from './diagnostics.ts';

/**
 * Answers `workspace/diagnostic`. To an editor that takes partial results the request stays open for good, and news are sent
 * as they come; to any other it is answered when something is to be said that the editor does not know. So one that asks
 * again after each answer costs nothing while nothing changes.
 */
export function pullWorkspaceDiagnostics(
  context: Context,
  { previousResultIds, partialResultToken }: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const { checks, connection } = context;
  const reporter = reporterFor(context, previousResultIds);
  let items: WorkspaceDocumentDiagnosticReport[] = [];
  checks.start();
  return new Promise((resolve) => {
    const end = (): void => {
      stopListening();
      cancellation.dispose();
      resolve({ items: partialResultToken === undefined ? items : [] });
    };
    const take = (reports: readonly WorkspaceDocumentDiagnosticReport[]): void => {
      // What a file's report said before this one counts no more.
      const uris = new Set(reports.map(({ uri }) => uri));
      items = [...items.filter(({ uri }) => !uris.has(uri)), ...reports];
    };
    const tell = (): void => {
      if (partialResultToken === undefined) {
        if (checks.isSettled() && items.some(({ kind }) => kind === 'full')) end();
        return;
      }
      if (items.length === 0) return;
      const value = { items };
      items = [];
      // Where the connection is gone, nobody waits for it.
      connection.sendNotification('$/progress', { token: partialResultToken, value }).catch(() => undefined);
    };
    const stopListening = checks.onNews(({ files, areClosed }) => {
      if (areClosed) reporter.forget(files);
      take(reporter.report(files, areClosed));
      if (checks.isSettled()) take(reporter.reportGone());
      tell();
    });
    const cancellation = token.onCancellationRequested(end);
    take(reporter.report([...checks.files()], false));
    if (checks.isSettled()) take(reporter.reportGone());
    tell();
  });
}

/** Says of files what the editor of one request does not know yet. */
interface Reporter {
  /** @param isFinal whether a file that is not checked is one without findings, and no open document */
  readonly report: (files: readonly FileId[], isFinal: boolean) => readonly WorkspaceDocumentDiagnosticReport[];
  /** What the editor has of files that are not checked any more. */
  readonly reportGone: () => readonly WorkspaceDocumentDiagnosticReport[];
  /** The editor has something else of these files now. */
  readonly forget: (files: readonly FileId[]) => void;
}

function reporterFor(
  { checks, session: { documents } }: Context,
  previous: WorkspaceDiagnosticParams['previousResultIds'],
): Reporter {
  const told = new Map(previous.map(({ uri, value }) => [fileId(uri), value]));
  /** Those of `previous` that have not been spoken of. */
  const unspoken = new Set(told.keys());
  const isOpen = (file: FileId): boolean => documents.get(file) !== undefined;
  const reportOf = (file: FileId): readonly WorkspaceDocumentDiagnosticReport[] => {
    const diagnostics = checks.diagnosticsIn(file);
    if (diagnostics === undefined) return [];
    const resultId = resultIdOf(undefined, diagnostics);
    const about = { uri: documents.uriOf(file), version: documents.get(file)?.version ?? null, resultId };
    const isNew = unspoken.delete(file);
    if (told.get(file) === resultId) return isNew ? [{ ...about, kind: 'unchanged' }] : [];
    told.set(file, resultId);
    return [{ ...about, kind: 'full', items: [...diagnostics] }];
  };
  return {
    report: (files, isFinal) =>
      files.flatMap((file) =>
        checks.isChecked(file) || (!isOpen(file) && (isFinal || told.has(file))) ? reportOf(file) : [],
      ),
    reportGone: () =>
      [...told.keys()].flatMap((file) => (checks.isChecked(file) || isOpen(file) ? [] : reportOf(file))),
    forget: (files) => {
      for (const file of files) told.delete(file);
    },
  };
}
