import type { InitializeParams } from 'vscode-languageserver-protocol';
import type { InitializationOptions } from './messages.ts';

/** What the editor can do, as far as answers depend on it. */
export interface ClientProfile {
  /** It asks for diagnostics; else they are sent to it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticTags: boolean;
  /** It answers `workspace/configuration`. */
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  /** It watches files outside its folders, by a folder and a pattern. */
  readonly watchesFolders: boolean;
  readonly versionedEdits: boolean;
  readonly snippetEdits: boolean;
  readonly insertReplaceEdits: boolean;
  readonly completionTags: boolean;
  readonly definitionLinks: boolean;
  readonly preparesRename: boolean;
  readonly symbolTrees: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly options: InitializationOptions;
}

export function profileOf({ capabilities, initializationOptions }: InitializeParams): ClientProfile {
  const { textDocument, workspace } = capabilities;
  const diagnostics = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
  const completionItem = textDocument?.completion?.completionItem;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostics?.relatedInformation === true,
    codeDescription: diagnostics?.codeDescriptionSupport === true,
    diagnosticTags: diagnostics?.tagSupport !== undefined,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesFolders: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    insertReplaceEdits: completionItem?.insertReplaceSupport === true,
    completionTags: completionItem?.tagSupport !== undefined,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    symbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    markdownCompletion: completionItem?.documentationFormat?.includes('markdown') === true,
    options: (initializationOptions ?? {}) as InitializationOptions,
  };
}
