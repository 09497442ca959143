import type { ServerCapabilities } from 'vscode-languageserver-protocol';
import type { ClientProfile } from './client-profile.ts';
import { fixAllKind } from './handlers/code-actions.ts';

/** TextDocumentSyncKind.Incremental */
const incremental = 2;

/** What begins a new word, or a part of one that has its own proposals: a variable, a path, `eth0=`. */
const completionTriggers = [' ', '$', '/', '=', '-', ':'];

/** What the server offers to this editor. */
export function capabilitiesFor(profile: ClientProfile): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: incremental },
    completionProvider: { triggerCharacters: completionTriggers },
    definitionProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    selectionRangeProvider: true,
    referencesProvider: true,
    renameProvider: profile.preparesRename ? { prepareProvider: true } : true,
    codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(profile.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'bridgewise',
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }
      : {}),
  };
}
