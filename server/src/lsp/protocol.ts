/**
 * The part of LSP that the server speaks, as types by method name. The packages that also carry it as values are twice as
 * large as all else of LSP that the server needs, and nothing would use them.
 */
import type {
  CodeAction,
  CodeActionParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  Hover,
  HoverParams,
} from 'vscode-languageserver-protocol';

interface Call<Params, Result> {
  readonly params: Params;
  readonly result: Result;
}

/** What the editor may ask. */
export interface Requests {
  readonly 'textDocument/codeAction': Call<CodeActionParams, CodeAction[]>;
  readonly 'textDocument/diagnostic': Call<DocumentDiagnosticParams, DocumentDiagnosticReport>;
  readonly 'textDocument/hover': Call<HoverParams, Hover | null>;
}

export type Method = keyof Requests;
