import type {
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import type { FileId } from '../../core/index.ts';
import { fileId } from '../../core/index.ts';
import type { News } from '../checks/workspace-checks.ts';
import type { Context } from '../context.ts';
import { logFault } from '../guard.ts';
import { toDiagnostic } from '../to-proto.ts';

/** The findings in one document. Those in other files of its host are shown where they are, when they are opened. */
async function diagnosticsOf(context: Context, file: FileId): Promise<readonly Diagnostic[]> {
  const { session } = context;
  const snapshot = await session.snapshotOf(file);
  if (snapshot === undefined) return [];
  return session
    .findingsIn(snapshot)
    .filter(({ location }) => location.file === file)
    .map((finding) => toDiagnostic(context, snapshot, finding));
}

/** Answers `textDocument/diagnostic`. */
export function pullDiagnostics(context: Context, params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
  return context.pulls.follow(reportOn(context, params));
}

async function reportOn(
  context: Context,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  const file = fileId(textDocument.uri);
  const items = [...(await diagnosticsOf(context, file))];
  const resultId = resultIdOf(context.session.documents.get(file)?.version, items);
  return resultId === previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
}

/**
 * Says which answer this is, by the answer itself, so that nothing has to be remembered. The version is part of it: after
 * an edit the editor has moved its markers, and needs all of them anew.
 */
export function resultIdOf(version: number | undefined, items: readonly Diagnostic[]): string {
  const text = JSON.stringify(items);
  return [version ?? '', hash(text, 0x811c9dc5).toString(36), hash(text, 0x01000193).toString(36)].join('.');
}

/** FNV-1a over UTF-16 units, from a seed. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Sends findings to an editor that does not ask for them, where they are not what it has. */
export interface DiagnosticsPusher {
  /** Those of every open document. */
  readonly pushDocuments: () => Promise<void>;
  /** Those of files that are checked and not open, of which there is news. */
  readonly pushNews: (news: News) => Promise<void>;
  /** A document was closed: whether the editor still shows what it was sent, only the editor knows. */
  readonly documentClosed: (file: FileId) => void;
}

export function diagnosticsPusher(context: Context): DiagnosticsPusher {
  const { session, connection, checks } = context;
  const { documents } = session;
  const sent = new Map<FileId, { readonly uri: string; readonly id: string }>();
  const isOpen = (file: FileId): boolean => documents.get(file) !== undefined;
  const send = (params: PublishDiagnosticsParams): Promise<void> =>
    connection.sendNotification('textDocument/publishDiagnostics', params);
  const pushDocument = async (file: FileId): Promise<void> => {
    const { uri, version } = documents.get(file) ?? {};
    const diagnostics = [...(await diagnosticsOf(context, file))];
    const id = resultIdOf(version, diagnostics);
    const isOutdated = documents.get(file)?.version !== version;
    if (uri === undefined || version === undefined || isOutdated || sent.get(file)?.id === id) return;
    sent.set(file, { uri, id });
    await send({ uri, version, diagnostics });
  };
  const pushChecked = async (file: FileId): Promise<void> => {
    const diagnostics = checks.diagnosticsIn(file);
    const before = sent.get(file);
    if (diagnostics === undefined || isOpen(file)) return;
    const id = resultIdOf(undefined, diagnostics);
    // An editor has nothing of a file that it was told nothing of.
    if (before === undefined ? diagnostics.length === 0 : before.id === id) return;
    const uri = before?.uri ?? documents.uriOf(file);
    sent.set(file, { uri, id });
    await send({ uri, diagnostics: [...diagnostics] });
  };
  const takeBack = async (file: FileId, uri: string): Promise<void> => {
    sent.delete(file);
    await send({ uri, diagnostics: [] });
  };
  return {
    documentClosed: (file) => {
      const before = sent.get(file);
      if (before !== undefined) sent.set(file, { ...before, id: '' });
    },
    pushDocuments: async () => {
      for (const file of documents.files())
        await pushDocument(file).catch((error: unknown) => logFault(connection, `Checking ${file}`, error));
    },
    pushNews: async ({ files }) => {
      for (const file of files) if (checks.isChecked(file)) await pushChecked(file);
      if (files.length > 0 || !checks.isSettled()) return;
      for (const [file, { uri }] of [...sent]) if (!isOpen(file) && !checks.isChecked(file)) await takeBack(file, uri);
    },
  };
}
