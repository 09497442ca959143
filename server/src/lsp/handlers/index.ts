import type { Handler } from '../context.ts';
import type { Method, Requests } from '../protocol.ts';
import { codeActions } from './code-actions.ts';
import { pullDiagnostics } from './diagnostics.ts';
import { hover } from './hover.ts';

type Handlers = { readonly [M in Method]: Handler<Requests[M]['params'], Requests[M]['result']> };

/** Who answers what: a new feature is one line here, one in the protocol and one in the capabilities. */
export const handlers: Handlers = {
  'textDocument/codeAction': codeActions,
  'textDocument/diagnostic': pullDiagnostics,
  'textDocument/hover': hover,
};
