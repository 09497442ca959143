import type { MessageConnection } from 'vscode-jsonrpc';
import type {
  DidChangeConfigurationParams,
  DidChangeWatchedFilesParams,
  InitializeParams,
} from 'vscode-languageserver-protocol';
import type { FileAccess, RandomByte } from '../core/index.ts';
import { fileId } from '../core/index.ts';
import { capabilitiesFor } from './capabilities.ts';
import type { FindCandidates } from './checks/find-candidates.ts';
import { candidateFinder } from './checks/find-candidates.ts';
import { workspaceChecks } from './checks/workspace-checks.ts';
import { clientAccess, joinAccess, noAccess } from './client-access.ts';
import type { ClientProfile } from './client-profile.ts';
import { profileOf } from './client-profile.ts';
import type { Transport } from './connection.ts';
import { connect } from './connection.ts';
import type { Context, Handler } from './context.ts';
import { guarded } from './guard.ts';
import { convertFromXm, documentStatus, newDomU, sniff } from './handlers/custom.ts';
import { handlers } from './handlers/index.ts';
import { exportTopology, topology } from './handlers/topology.ts';
import type { Surroundings as ProcessSurroundings } from './lifecycle.ts';
import { followLifecycle } from './lifecycle.ts';
import {
  convertFromXmRequest,
  documentStatusRequest,
  exportTopologyRequest,
  foreignDocuments,
  newDomURequest,
  sniffRequest,
  topologyRequest,
} from './messages.ts';
import type { OpenDocuments } from './open-documents.ts';
import { trackDocuments } from './open-documents.ts';
import { followAnswers } from './pending.ts';
import type { Method } from './protocol.ts';
import type { Registrations } from './registrations.ts';
import { registerWith } from './registrations.ts';
import { openSession } from './session.ts';
import { editorSettings } from './settings.ts';
import type { Updates } from './updates.ts';
import { updatesFor } from './updates.ts';
import { workspaceFolders } from './workspace-folders.ts';

/** What the server is given by what it runs in. */
export interface Surroundings extends ProcessSurroundings {
  /** The files that the server can read itself: those of `file:` addresses. `undefined`: none. */
  readonly access: FileAccess | undefined;
  /** Finds files for an editor that does not. `undefined`: it cannot. */
  readonly findCandidates: FindCandidates | undefined;
  readonly randomByte: RandomByte;
  /** The URI of a rule's packaged page; `undefined` where no pages lie beside the server. */
  readonly pageOf: (rule: string) => string | undefined;
}

/** What there is once the editor has said what it can do. */
interface Running {
  readonly context: Context;
  readonly updates: Updates;
  readonly registrations: Registrations;
}

/** Serves one editor until it leaves. */
export function serve(transport: Transport, surroundings: Surroundings): void {
  const connection = connect(transport);
  let running: Running | undefined;
  const documents = trackDocuments(connection, (file) => running?.updates.documentChanged(file));
  const refuseUnlessRunning = followLifecycle(connection, surroundings, {
    initialize: (params) => {
      running = start(connection, surroundings, documents, params);
      return { capabilities: capabilitiesFor(running.context.profile), serverInfo: { name: 'bridgewise' } };
    },
    initialized: () => {
      running?.registrations.begin();
      // An editor that asks for findings says by that whether it wants those in files that are not open.
      if (running?.context.profile.pullsDiagnostics === false) running.context.checks.start();
    },
  });
  const answer = <Params, Result>(method: string, handler: Handler<Params, Result>): void => {
    const ask = guarded<Params, unknown>(connection, method, async (params, token) => {
      refuseUnlessRunning();
      return running && handler(running.context, params, token);
    });
    connection.onRequest(method, ask);
  };
  for (const method of Object.keys(handlers) as Method[]) answer(method, handlers[method] as Handler<unknown, unknown>);
  answer(sniffRequest.method, sniff);
  answer(documentStatusRequest.method, documentStatus);
  answer(convertFromXmRequest.method, convertFromXm);
  answer(newDomURequest.method, newDomU);
  answer(topologyRequest.method, topology);
  answer(exportTopologyRequest.method, exportTopology);
  connection.listen();
}

function start(
  connection: MessageConnection,
  surroundings: Surroundings,
  documents: OpenDocuments,
  params: InitializeParams,
): Running {
  const { randomByte } = surroundings;
  const profile = profileOf(params);
  const folders = workspaceFolders(connection, params, () => settingsChanged(undefined));
  const settings = editorSettings(connection, profile, documents, folders.of);
  const registrations = registerWith(connection, profile, folders.of);
  const disk = accessFor(connection, profile, surroundings.access);
  const session = openSession({
    documents,
    disk,
    settings,
    randomByte,
    onLook: registrations.watch,
  });
  const asked = { connection, session, profile, pageOf: pageLinks(profile, surroundings), randomByte };
  const pulls = followAnswers();
  const find = candidateFinder(connection, profile, surroundings.findCandidates);
  const checks = workspaceChecks({
    context: asked,
    findFiles: async () => find(await filterAsync(folders.all(), settings.checksFolder)),
    disk,
    folderOf: folders.of,
    answered: pulls.sent,
  });
  const context: Context = { ...asked, checks, pulls, folders };
  const updates = updatesFor(context);
  const settingsChanged = (told: unknown): void => {
    settings.change(told);
    updates.settingsChanged();
  };
  connection.onNotification('workspace/didChangeConfiguration', (change: DidChangeConfigurationParams) =>
    settingsChanged(change.settings),
  );
  connection.onNotification('workspace/didChangeWatchedFiles', ({ changes }: DidChangeWatchedFilesParams) =>
    updates.filesChanged(changes),
  );
  connection.onNotification(foreignDocuments.method, ({ uris }: { readonly uris: readonly string[] }) =>
    checks.setForeign(uris.map(fileId)),
  );
  return { context, registrations, updates };
}

async function filterAsync<Value>(
  values: readonly Value[],
  isWanted: (value: Value) => Promise<boolean>,
): Promise<readonly Value[]> {
  const wanted = await Promise.all(values.map(isWanted));
  return values.filter((_, index) => wanted[index]);
}

function accessFor(connection: MessageConnection, profile: ClientProfile, own: FileAccess | undefined): FileAccess {
  const rest = profile.options.readsFiles === true ? clientAccess(connection) : noAccess;
  return own === undefined ? rest : joinAccess(own, rest);
}

function pageLinks({ options }: ClientProfile, { pageOf }: Surroundings): Surroundings['pageOf'] {
  const template = options.rulePage;
  return template === undefined ? pageOf : (rule) => template.replace('{rule}', rule);
}
