import type { FileEvent } from 'vscode-languageserver-protocol';
import type { FileId } from '../core/index.ts';
import { fileId } from '../core/index.ts';
import { showsCodeLenses } from './client-profile.ts';
import type { Context } from './context.ts';
import { inBackground, logFault } from './guard.ts';
import { diagnosticsPusher } from './handlers/diagnostics.ts';
import { documentStatusChanged } from './messages.ts';

/** What happens to the editor's view when something changes. */
export interface Updates {
  readonly documentChanged: (file: FileId) => void;
  readonly filesChanged: (changes: readonly FileEvent[]) => void;
  readonly settingsChanged: () => void;
}

/** FileChangeType.Changed; the others are that a file came or went. */
const contentChanged = 2;

export function updatesFor(context: Context): Updates {
  const { connection, session, profile, checks } = context;
  const { pushDocuments, pushNews, documentClosed } = diagnosticsPusher(context);
  const push = inBackground(connection, 'Sending diagnostics', pushDocuments);
  const askToPull = inBackground(connection, 'workspace/diagnostic/refresh', () =>
    connection.sendRequest('workspace/diagnostic/refresh'),
  );
  const refreshDiagnostics = (): void => {
    if (!profile.pullsDiagnostics) push();
    else if (profile.refreshesDiagnostics) askToPull();
  };
  const askForLenses = inBackground(connection, 'workspace/codeLens/refresh', () =>
    connection.sendRequest('workspace/codeLens/refresh'),
  );
  const refreshLenses = (): void => {
    if (profile.refreshesCodeLenses && showsCodeLenses(profile)) askForLenses();
  };
  const refreshAll = (): void => {
    refreshDiagnostics();
    refreshLenses();
    if (profile.options.showsDocumentStatus === true) void connection.sendNotification(documentStatusChanged);
  };
  if (!profile.pullsDiagnostics)
    checks.onNews((news) => {
      pushNews(news).catch((error: unknown) => logFault(connection, 'Sending diagnostics', error));
    });
  return {
    documentChanged: (file) => {
      const dependents = session.dependentsOf(file);
      session.documentChanged(file);
      checks.documentChanged(file);
      if (session.documents.get(file) === undefined) documentClosed(file);
      // An editor that pulls does so for the document itself, but cannot know which others rest on it.
      if (!profile.pullsDiagnostics || dependents.length > 0) refreshDiagnostics();
      if (dependents.length > 0) refreshLenses();
    },
    filesChanged: (changes) => {
      // Of an open document the editor's text counts, saved or not.
      const real = changes.filter(
        ({ uri, type }) => type !== contentChanged || session.documents.get(fileId(uri)) === undefined,
      );
      if (real.length === 0) return;
      const matters = real.some(({ uri, type }) => session.restsOn(fileId(uri), type !== contentChanged));
      if (matters) session.forget();
      else session.forgetDisk();
      checks.filesChanged(real);
      if (matters) refreshAll();
    },
    settingsChanged: () => {
      session.forget();
      checks.settingsChanged();
      refreshAll();
    },
  };
}
