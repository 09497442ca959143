import type { Disposable, ExtensionContext, TextDocument } from 'vscode';
import { commands, workspace } from 'vscode';
import { languageOfId } from '../../server/src/lsp/messages.ts';
import { convertFromXm } from './commands/convert-from-xm.ts';
import { newDomU } from './commands/new-domu.ts';
import { openRule } from './commands/open-rule.ts';
import { selectDialect, setDialect } from './commands/select-dialect.ts';
import { selectXenVersion } from './commands/select-xen-version.ts';
import { showReferences } from './commands/show-references.ts';
import { turnOffRule } from './commands/turn-off-rule.ts';
import { tellForeignDocuments } from './foreign-documents.ts';
import { recogniseLanguage } from './language-recognition.ts';
import { servePages } from './rule-pages.ts';
import type { CreateClient, Server } from './server-connection.ts';
import { connectToServer } from './server-connection.ts';
import { showStatus } from './status-item.ts';
import { topologyView } from './topology/topology-view.ts';

let running: Server | undefined;

/** Sets up all of the extension. The server is started with the first document that needs it. */
export async function activateWith(context: ExtensionContext, createClient: CreateClient): Promise<void> {
  const server = connectToServer(createClient);
  running = server;
  const register = (name: string, command: (...values: never[]) => unknown): Disposable =>
    commands.registerCommand(`bridgewise.${name}`, command);
  const topology = topologyView(context, server);
  context.subscriptions.push(
    showStatus(server),
    servePages(context),
    register('openRule', (rule?: string) => openRule(context, rule)),
    register('turnOffRule', (rule: string, uri: string) => turnOffRule(rule, uri)),
    register('selectDialect', selectDialect),
    register('setDialect', (dialect: string, uri: string) => setDialect(dialect, uri)),
    register('selectXenVersion', () => selectXenVersion(context)),
    register('convertFromXm', () => convertFromXm(server)),
    register('newDomU', (name?: string) => newDomU(server, name)),
    register('showReferences', showReferences),
    register('showTopology', topology.show),
    register('exportTopology', topology.export),
    topology.disposable,
    register('restartServer', server.restart),
    register('showOutput', server.showOutput),
    recogniseLanguage(server),
    tellForeignDocuments(server),
    workspace.onDidOpenTextDocument((document) => {
      if (isOurs(document)) void server.start();
    }),
  );
  if (workspace.textDocuments.some(isOurs) || (await hasHostsToCheck())) await server.start();
}

/** What VS Code waits for when it ends or disables the extension. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}

/** Whether a folder holds files that are ours by their places alone and that are wanted to be checked. */
async function hasHostsToCheck(): Promise<boolean> {
  if (!workspace.getConfiguration('bridgewise').get<boolean>('checkWorkspace')) return false;
  const [first] = await workspace.findFiles('**/{network/interfaces,xen/*.cfg}', undefined, 1);
  return first !== undefined;
}

function isOurs(document: TextDocument): boolean {
  return languageOfId(document.languageId) !== undefined;
}
