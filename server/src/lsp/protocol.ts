/**
 * The part of LSP that the server speaks, as types by method name. The packages that also carry it as values are twice as
 * large as all else of LSP that the server needs, and nothing would use them.
 */
import type * as lsp from 'vscode-languageserver-protocol';

interface Call<Params, Result> {
  readonly params: Params;
  readonly result: Result;
}

/** What the editor may ask. */
export interface Requests {
  readonly 'callHierarchy/incomingCalls': Call<lsp.CallHierarchyIncomingCallsParams, lsp.CallHierarchyIncomingCall[]>;
  readonly 'callHierarchy/outgoingCalls': Call<lsp.CallHierarchyOutgoingCallsParams, lsp.CallHierarchyOutgoingCall[]>;
  readonly 'textDocument/codeAction': Call<lsp.CodeActionParams, lsp.CodeAction[]>;
  readonly 'textDocument/codeLens': Call<lsp.CodeLensParams, lsp.CodeLens[]>;
  readonly 'textDocument/completion': Call<lsp.CompletionParams, lsp.CompletionItem[]>;
  readonly 'textDocument/definition': Call<lsp.DefinitionParams, lsp.Definition | lsp.DefinitionLink[] | null>;
  readonly 'textDocument/diagnostic': Call<lsp.DocumentDiagnosticParams, lsp.DocumentDiagnosticReport>;
  readonly 'textDocument/documentHighlight': Call<lsp.DocumentHighlightParams, lsp.DocumentHighlight[]>;
  readonly 'textDocument/documentLink': Call<lsp.DocumentLinkParams, lsp.DocumentLink[]>;
  readonly 'textDocument/documentSymbol': Call<
    lsp.DocumentSymbolParams,
    lsp.DocumentSymbol[] | lsp.SymbolInformation[]
  >;
  readonly 'textDocument/foldingRange': Call<lsp.FoldingRangeParams, lsp.FoldingRange[]>;
  readonly 'textDocument/formatting': Call<lsp.DocumentFormattingParams, lsp.TextEdit[]>;
  readonly 'textDocument/hover': Call<lsp.HoverParams, lsp.Hover | null>;
  readonly 'textDocument/inlayHint': Call<lsp.InlayHintParams, lsp.InlayHint[]>;
  readonly 'textDocument/prepareCallHierarchy': Call<lsp.CallHierarchyPrepareParams, lsp.CallHierarchyItem[] | null>;
  readonly 'textDocument/prepareRename': Call<lsp.PrepareRenameParams, lsp.PrepareRenameResult | null>;
  readonly 'textDocument/references': Call<lsp.ReferenceParams, lsp.Location[]>;
  readonly 'textDocument/rename': Call<lsp.RenameParams, lsp.WorkspaceEdit | null>;
  readonly 'textDocument/selectionRange': Call<lsp.SelectionRangeParams, lsp.SelectionRange[] | null>;
  readonly 'textDocument/semanticTokens/full': Call<lsp.SemanticTokensParams, lsp.SemanticTokens | null>;
  readonly 'textDocument/signatureHelp': Call<lsp.SignatureHelpParams, lsp.SignatureHelp | null>;
  readonly 'workspace/diagnostic': Call<lsp.WorkspaceDiagnosticParams, lsp.WorkspaceDiagnosticReport>;
  readonly 'workspace/symbol': Call<lsp.WorkspaceSymbolParams, lsp.SymbolInformation[]>;
}

export type Method = keyof Requests;
