import type { ServerCapabilities } from 'vscode-languageserver-protocol';
import type { ClientProfile } from './client-profile.ts';
import { showsCodeLenses } from './client-profile.ts';
import { fixAllKind, rewriteKind } from './handlers/code-actions.ts';
import { completionTriggers } from './handlers/completion.ts';
import { semanticTokensLegend } from './handlers/semantic-tokens.ts';

/** TextDocumentSyncKind.Incremental */
const incremental = 2;

/** What begins a string of a language inside strings, or a parameter in one. */
const signatureTriggers = ["'", '"', ',', '='];

/** What the server offers to this editor. */
export function capabilitiesFor(profile: ClientProfile): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: incremental },
    callHierarchyProvider: true,
    ...(showsCodeLenses(profile) ? { codeLensProvider: {} } : {}),
    completionProvider: { triggerCharacters: [...new Set(Object.values(completionTriggers).flat())] },
    definitionProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    inlayHintProvider: true,
    signatureHelpProvider: { triggerCharacters: signatureTriggers },
    semanticTokensProvider: { legend: semanticTokensLegend, full: true },
    ...(profile.registersFormatting ? {} : { documentFormattingProvider: true }),
    selectionRangeProvider: true,
    referencesProvider: true,
    renameProvider: profile.preparesRename ? { prepareProvider: true } : true,
    workspaceSymbolProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind, rewriteKind] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(profile.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'bridgewise',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {}),
  };
}
