import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { FileId } from '../../core/index.ts';
import { fileId } from '../../core/index.ts';
import type { Context } from '../context.ts';
import { toDiagnostic } from '../to-proto.ts';

/** The findings in one document. Those in other files of its host are shown where they are, when they are opened. */
export async function diagnosticsOf(context: Context, file: FileId): Promise<readonly Diagnostic[]> {
  const { session, profile, pageOf } = context;
  const snapshot = await session.snapshotOf(file);
  if (snapshot === undefined) return [];
  const places = { documents: session.documents, snapshot };
  const findings = await session.findingsOf(file);
  return findings
    .filter(({ location }) => location.file === file)
    .map((finding) => toDiagnostic(places, profile, pageOf, finding));
}

/** Answers `textDocument/diagnostic`. */
export async function pullDiagnostics(
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
function resultIdOf(version: number | undefined, items: readonly Diagnostic[]): string {
  let hash = 0n;
  for (const unit of JSON.stringify(items))
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return `${version ?? ''}:${hash.toString(36)}`;
}
