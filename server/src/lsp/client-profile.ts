import type { InitializeParams } from 'vscode-languageserver-protocol';
import type { InitializationOptions } from './messages.ts';
import { showReferencesCommand } from './messages.ts';

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
  /** It takes proposals with places to fill in. */
  readonly completionSnippets: boolean;
  readonly completionTags: boolean;
  readonly definitionLinks: boolean;
  readonly preparesRename: boolean;
  readonly symbolTrees: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly markdownSignature: boolean;
  /** A parameter may be named by its place in the signature's label; else by its words. */
  readonly signatureLabelOffsets: boolean;
  /** It can show a signature none of whose parameters is at hand. */
  readonly noActiveParameter: boolean;
  /** It lets the server say for which language it formats. */
  readonly registersFormatting: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly options: InitializationOptions;
}

/** Whether the editor can show where a code lens leads. */
export function showsCodeLenses({ options }: ClientProfile): boolean {
  return options.commands?.includes(showReferencesCommand) === true;
}

export function profileOf({ capabilities, initializationOptions }: InitializeParams): ClientProfile {
  const { textDocument, workspace } = capabilities;
  const diagnostics = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
  const signature = textDocument?.signatureHelp?.signatureInformation;
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
    completionSnippets: completionItem?.snippetSupport === true,
    insertReplaceEdits: completionItem?.insertReplaceSupport === true,
    completionTags: completionItem?.tagSupport !== undefined,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    symbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    markdownCompletion: completionItem?.documentationFormat?.includes('markdown') === true,
    markdownSignature: signature?.documentationFormat?.includes('markdown') === true,
    signatureLabelOffsets: signature?.parameterInformation?.labelOffsetSupport === true,
    noActiveParameter: signature?.noActiveParameterSupport === true,
    registersFormatting: textDocument?.formatting?.dynamicRegistration === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    options: (initializationOptions ?? {}) as InitializationOptions,
  };
}
