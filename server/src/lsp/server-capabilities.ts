import type { ServerCapabilities } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientProfile } from './client-profile.ts';

/** What the server offers to this editor. */
export function capabilitiesFor(profile: ClientProfile): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
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
