import type { Diagnostic, DiagnosticRelatedInformation, Location as LspLocation, Range } from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { FileId, Finding, LineIndex, Location, Severity, Snapshot, Span } from '../core/index.ts';
import { indexLines, positionAt, treeOf } from '../core/index.ts';
import type { ClientProfile } from './client-profile.ts';
import type { OpenDocuments } from './open-documents.ts';

/** What is needed to say a place in the editor's terms. */
export interface Places {
  readonly documents: OpenDocuments;
  readonly snapshot: Snapshot;
}

const lineIndexes = new WeakMap<object, LineIndex>();
const noLines = indexLines('');

/** Where the lines of a file of the host begin. Of a file that the host does not read, only the beginning is known. */
export function linesOf(snapshot: Snapshot, file: FileId): LineIndex {
  const tree = treeOf(snapshot, file);
  if (tree === undefined) return noLines;
  const index = lineIndexes.get(tree) ?? indexLines(tree.text);
  lineIndexes.set(tree, index);
  return index;
}

export function toRange(lines: LineIndex, span: Span): Range {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}

export function toLocation({ documents, snapshot }: Places, { file, span }: Location): LspLocation {
  return { uri: documents.uriOf(file), range: toRange(linesOf(snapshot, file), span) };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** @param pageOf the URI of a rule's page */
export function toDiagnostic(
  places: Places,
  profile: ClientProfile,
  pageOf: (rule: string) => string | undefined,
  finding: Finding,
): Diagnostic {
  const href = pageOf(finding.rule);
  const related = finding.related.map(
    ({ location, message }): DiagnosticRelatedInformation => ({ location: toLocation(places, location), message }),
  );
  return {
    range: toRange(linesOf(places.snapshot, finding.location.file), finding.location.span),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(profile.codeDescription && href !== undefined ? { codeDescription: { href } } : {}),
    source: 'bridgewise',
    message: finding.message,
    ...(profile.diagnosticTags && finding.tag !== undefined ? { tags: [tags[finding.tag]] } : {}),
    ...(profile.relatedInformation && related.length > 0 ? { relatedInformation: related } : {}),
  };
}
