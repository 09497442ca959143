import type { Connection, InitializeResult } from 'vscode-languageserver';
import { DocumentDiagnosticRequest } from 'vscode-languageserver';
import type { FileAccess } from '../core/index.ts';
import type { ClientProfile } from './client-profile.ts';
import { profileOf } from './client-profile.ts';
import type { Context } from './context.ts';
import { guarded } from './guard.ts';
import { pullDiagnostics } from './handlers/diagnostics.ts';
import { trackDocuments } from './open-documents.ts';
import { capabilitiesFor } from './server-capabilities.ts';
import type { Session } from './session.ts';
import { openSession } from './session.ts';
import { editorSettings } from './settings.ts';

/** What the surroundings give to the server. */
export interface Surroundings {
  /** The files that the server can read itself. */
  readonly access: FileAccess;
  /** The URI of a rule's packaged page; `undefined` where no pages lie beside the server. */
  readonly pageOf: (rule: string) => string | undefined;
}

/** Serves one editor until it leaves. */
export function serve(connection: Connection, { access, pageOf }: Surroundings): void {
  let session: Session | undefined;
  const documents = trackDocuments(connection, (_event, file) => session?.documentChanged(file));
  connection.onInitialize((params): InitializeResult => {
    const profile = profileOf(params);
    session = openSession(
      documents,
      access,
      editorSettings(connection, () => profile, documents),
    );
    handleRequests({ connection, session, profile, pageOf: pageLinks(profile, pageOf) });
    return { capabilities: capabilitiesFor(profile), serverInfo: { name: 'bridgewise' } };
  });
  connection.listen();
}

function pageLinks({ options }: ClientProfile, packaged: Surroundings['pageOf']): Surroundings['pageOf'] {
  const template = options.rulePage;
  return template === undefined ? packaged : (rule) => template.replace('{rule}', rule);
}

function handleRequests(context: Context): void {
  const { connection } = context;
  connection.onRequest(
    DocumentDiagnosticRequest.type,
    guarded(connection, DocumentDiagnosticRequest.method, (params) => pullDiagnostics(context, params)),
  );
}
