import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  Location as LspLocation,
  TextEdit as LspTextEdit,
  MarkupContent,
  Range,
  SnippetTextEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { FileId, Finding, LineIndex, Location, Severity, Snapshot, Span, TextEdit } from '../core/index.ts';
import { groupBy, positionAt, treeOf } from '../core/index.ts';
import type { Context } from './context.ts';
import { outdated } from './context.ts';
import { linesOf } from './lines.ts';

export function toRange(lines: LineIndex, span: Span): Range {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}

export function toLocation(
  { session }: Pick<Context, 'session'>,
  snapshot: Snapshot,
  { file, span }: Location,
): LspLocation {
  return { uri: session.documents.uriOf(file), range: toRange(linesOf(snapshot, file), span) };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };
const tags: Readonly<Record<NonNullable<Finding['tag']>, DiagnosticTag>> = { unnecessary: 1, deprecated: 2 };

export function toDiagnostic(
  context: Pick<Context, 'session' | 'profile' | 'pageOf'>,
  snapshot: Snapshot,
  finding: Finding,
): Diagnostic {
  const { profile, pageOf } = context;
  const href = pageOf(finding.rule);
  const related = finding.related.map(
    ({ location, message }): DiagnosticRelatedInformation => ({
      location: toLocation(context, snapshot, location),
      message,
    }),
  );
  return {
    range: toRange(linesOf(snapshot, finding.location.file), finding.location.span),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(profile.codeDescription && href !== undefined ? { codeDescription: { href } } : {}),
    source: 'bridgewise',
    message: finding.message,
    ...(profile.diagnosticTags && finding.tag !== undefined ? { tags: [tags[finding.tag]] } : {}),
    ...(profile.relatedInformation && related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** An edit whose text may be a snippet, with places to fill in. */
export interface ProtoEdit {
  readonly file: FileId;
  readonly edit: LspTextEdit | SnippetTextEdit;
}

export function toTextEdit(snapshot: Snapshot, { file, span, text }: TextEdit): ProtoEdit & { edit: LspTextEdit } {
  return { file, edit: { range: toRange(linesOf(snapshot, file), span), newText: text } };
}

/**
 * One step over all files. Each open document's version stands by its edits where the editor takes that, so that it refuses
 * them once the text is another; where it already is, the edits are refused here.
 */
export function toWorkspaceEdit(
  { session, profile }: Context,
  snapshot: Snapshot,
  edits: readonly ProtoEdit[],
): WorkspaceEdit {
  const { documents } = session;
  const byFile = groupBy(edits, ({ file }) => file);
  for (const file of byFile.keys()) {
    const now = documents.get(file)?.getText();
    if (now !== undefined && now !== treeOf(snapshot, file)?.text) throw outdated();
  }
  if (profile.versionedEdits) {
    const documentChanges = [...byFile].map(
      ([file, own]): TextDocumentEdit => ({
        textDocument: { uri: documents.uriOf(file), version: documents.get(file)?.version ?? null },
        edits: own.map(({ edit }) => edit),
      }),
    );
    return { documentChanges };
  }
  const changes = [...byFile].map(([file, own]) => [
    documents.uriOf(file),
    own.flatMap(({ edit }) => ('newText' in edit ? [edit] : [])),
  ]);
  return { changes: Object.fromEntries(changes) };
}

/** Markdown, or for an editor that does not take it the same text as it is written. */
export function toMarkup(markdown: string, takesMarkdown: boolean): MarkupContent {
  return { kind: takesMarkdown ? 'markdown' : 'plaintext', value: markdown };
}
