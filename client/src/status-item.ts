import type { Command, Disposable, LanguageStatusItem, TextDocument } from 'vscode';
import { Disposable as DisposableClass, LanguageStatusSeverity, languages, Uri, window, workspace } from 'vscode';
import type { DocumentStatus, HostStatus, XlStatus } from '../../server/src/lsp/messages.ts';
import { documentStatusRequest, languageIds, languageOfId } from '../../server/src/lsp/messages.ts';
import { documentSchemes } from './document-schemes.ts';
import type { Server } from './server-connection.ts';

type Language = keyof typeof languageIds;

/** The command behind the item of a language. */
const itemCommands: Readonly<Record<Language, Command>> = {
  interfaces: {
    title: 'Change',
    command: 'bridgewise.selectDialect',
    tooltip: 'Say which program reads these files',
  },
  xl: {
    title: 'Change',
    command: 'bridgewise.selectXenVersion',
    tooltip: 'Say which series of Xen reads these files',
  },
};

/** What is said of a document that the server does not judge. */
const unjudged: Readonly<Record<Language, string>> = {
  interfaces: 'This is no interfaces file: nothing is checked.',
  xl: 'This is no file that xl could read, but a template or binary data: nothing is checked.',
};

/**
 * Shows, beside the language's name, for which program the document is read, and its host: whether all of that host's files are
 * known, and of a file for xl also what it is for.
 */
export function showStatus(server: Server): Disposable {
  const items = { interfaces: createItem('interfaces'), xl: createItem('xl') };
  const update = async (changed?: TextDocument): Promise<void> => {
    const document = window.activeTextEditor?.document;
    const language = languageOfId(document?.languageId);
    if (document === undefined || language === undefined || (changed !== undefined && changed !== document)) return;
    const state = server.state();
    if (state !== 'running') return showAbsence(items[language], state);
    const status = await server.ask(documentStatusRequest, { uri: document.uri.toString() });
    if (window.activeTextEditor?.document === document) show(items[language], status ?? undefined, language);
  };
  void update();
  return DisposableClass.from(
    items.interfaces,
    items.xl,
    server.onNews(update),
    window.onDidChangeActiveTextEditor(() => update()),
  );
}

function createItem(language: Language): LanguageStatusItem {
  const selector = documentSchemes.map((scheme) => ({ scheme, language: languageIds[language] }));
  const item = languages.createLanguageStatusItem(`bridgewise.${language}`, selector);
  item.name = 'Bridgewise';
  item.command = itemCommands[language];
  return item;
}

function showAbsence(item: LanguageStatusItem, state: 'starting' | 'stopped'): void {
  const isStarting = state === 'starting';
  item.text = 'Bridgewise';
  item.busy = isStarting;
  item.detail = isStarting ? 'The server is starting.' : 'The server does not run.';
  item.severity = isStarting ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
}

function show(item: LanguageStatusItem, status: DocumentStatus | undefined, language: Language): void {
  item.severity = LanguageStatusSeverity.Information;
  item.busy = false;
  if (status?.language !== language) {
    item.text = 'Bridgewise';
    item.detail = unjudged[language];
  } else if (status.language === 'xl') {
    item.text = `Xen ${status.xenVersion}`;
    item.detail = describeFile(status);
  } else {
    item.text = status.dialect;
    item.detail = describeHost(status);
  }
}

const kindSentences: Readonly<Record<XlStatus['kind'], string>> = {
  domain: "read as a domU's configuration",
  'xl.conf': "read as xl's own settings",
  cpupool: "read as a CPU pool's configuration",
};

/** What a file for xl is, and of which host. */
function describeFile({ kind, host }: XlStatus): string {
  if (host === null) return kindSentences[kind];
  const described = `of host ${nameOf(host.folder)}, ${kindSentences[kind]}`;
  return host.incomplete ? `${described}; ${notAllKnown}` : described;
}

function describeHost({ mainFile, folder, incomplete, missing }: HostStatus): string {
  const isPending = mainFile.endsWith('.new');
  const host = `of host ${nameOf(folder)}${isPending ? ', as it will be' : ''}`;
  if (!incomplete) return host;
  return `${host}; ${missing.length === 0 ? notAllKnown : `missing: ${missing.join(', ')}`}`;
}

const notAllKnown = 'not all of its files are known';

/** What a host is called: its folder's path in the workspace or, where it is all of it, the workspace folder's name. */
function nameOf(folder: string): string {
  const uri = Uri.parse(folder);
  const opened = workspace.getWorkspaceFolder(uri);
  return opened?.uri.toString() === uri.toString() ? opened.name : workspace.asRelativePath(uri);
}
