import type { Disposable, LanguageStatusItem, TextDocument } from 'vscode';
import { Disposable as DisposableClass, LanguageStatusSeverity, languages, Uri, window, workspace } from 'vscode';
import type { HostStatus } from '../../server/src/lsp/messages.ts';
import { hostStatusRequest, languageId } from '../../server/src/lsp/messages.ts';
import { documentSchemes } from './document-schemes.ts';
import type { Server } from './server-connection.ts';

/** Shows, beside the language's name, for which program the files of the host are read, and whether all of them are there. */
export function showHostStatus(server: Server): Disposable {
  const selector = documentSchemes.map((scheme) => ({ scheme, language: languageId }));
  const item = languages.createLanguageStatusItem('bridgewise.host', selector);
  item.name = 'Bridgewise';
  item.command = {
    title: 'Change',
    command: 'bridgewise.selectDialect',
    tooltip: 'Say which program reads these files',
  };
  const update = async (changed?: TextDocument): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== languageId || (changed !== undefined && changed !== document)) return;
    if (!server.isRunning()) return showAbsence(item);
    const status = await server.ask(hostStatusRequest, { uri: document.uri.toString() });
    if (window.activeTextEditor?.document === document) show(item, status ?? undefined);
  };
  void update();
  return DisposableClass.from(
    item,
    server.onNews(update),
    window.onDidChangeActiveTextEditor(() => update()),
  );
}

function showAbsence(item: LanguageStatusItem): void {
  item.text = 'Bridgewise';
  item.detail = 'The server does not run.';
  item.severity = LanguageStatusSeverity.Warning;
}

function show(item: LanguageStatusItem, status: HostStatus | undefined): void {
  item.severity = LanguageStatusSeverity.Information;
  item.text = status?.dialect ?? 'Bridgewise';
  item.detail = status === undefined ? 'This is no interfaces file: nothing is checked.' : describe(status);
}

function describe({ mainFile, incomplete, missing }: HostStatus): string {
  const main = `of ${workspace.asRelativePath(Uri.parse(mainFile))}`;
  if (!incomplete) return main;
  const what = missing.length === 0 ? 'not all of its files are known' : `missing: ${missing.join(', ')}`;
  return `${main}; ${what}`;
}
