import type { Handler } from '../context.ts';
import type { Method, Requests } from '../protocol.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './call-hierarchy.ts';
import { codeActions } from './code-actions.ts';
import { codeLens } from './code-lens.ts';
import { completion } from './completion.ts';
import { pullDiagnostics } from './diagnostics.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover.ts';
import { inlayHint } from './inlay-hints.ts';
import { definition, documentHighlight, references } from './navigation.ts';
import { documentSymbol } from './outline.ts';
import { prepareRename, rename } from './rename.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { signatureHelp } from './signature-help.ts';
import { documentLink, foldingRange, selectionRange } from './structure.ts';
import { pullWorkspaceDiagnostics } from './workspace-diagnostics.ts';
import { workspaceSymbol } from './workspace-symbols.ts';

type Handlers = { readonly [M in Method]: Handler<Requests[M]['params'], Requests[M]['result']> };

/** Who answers what: a new feature is one line here, one in the protocol and one in the capabilities. */
export const handlers: Handlers = {
  'callHierarchy/incomingCalls': incomingCalls,
  'callHierarchy/outgoingCalls': outgoingCalls,
  'textDocument/codeAction': codeActions,
  'textDocument/codeLens': codeLens,
  'textDocument/completion': completion,
  'textDocument/definition': definition,
  'textDocument/diagnostic': pullDiagnostics,
  'textDocument/documentHighlight': documentHighlight,
  'textDocument/documentLink': documentLink,
  'textDocument/documentSymbol': documentSymbol,
  'textDocument/foldingRange': foldingRange,
  'textDocument/formatting': formatting,
  'textDocument/hover': hover,
  'textDocument/inlayHint': inlayHint,
  'textDocument/prepareCallHierarchy': prepareCallHierarchy,
  'textDocument/prepareRename': prepareRename,
  'textDocument/references': references,
  'textDocument/rename': rename,
  'textDocument/selectionRange': selectionRange,
  'textDocument/semanticTokens/full': semanticTokens,
  'textDocument/signatureHelp': signatureHelp,
  'workspace/diagnostic': pullWorkspaceDiagnostics,
  'workspace/symbol': workspaceSymbol,
};
