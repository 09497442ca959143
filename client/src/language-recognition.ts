import type { TextDocument } from 'vscode';
import { Disposable, languages, window, workspace } from 'vscode';
import { languageIds, sniffRequest } from '../../server/src/lsp/messages.ts';
import { documentSchemes } from './document-schemes.ts';
import type { Server } from './server-connection.ts';

/** So much of a text is looked at, in whole lines. */
const lookedAt = 65_536;

/**
 * Gives their language to documents whose names say nothing, by what they say: once, when a document is first shown, so
 * that whoever then chooses another language keeps it. An untitled document is looked at as its lines come.
 */
export function recogniseLanguage(server: Server): Disposable {
  // VS Code closes and opens a document whose language is changed, but it stays the same object.
  const decided = new WeakSet<TextDocument>();
  const look = async (document: TextDocument): Promise<void> => {
    if (decided.has(document)) return;
    if (!document.isUntitled || document.languageId !== 'plaintext') decided.add(document);
    const { languageId } = document;
    const text = beginningOf(document);
    if (!isUndecided(document) || isAssociated(document) || !mayBeOurs(languageId, text)) return;
    const language = await server.ask(sniffRequest, { text });
    if (!language || document.isClosed || document.languageId !== languageId) return;
    decided.add(document);
    await languages.setTextDocumentLanguage(document, languageIds[language]);
  };
  const lookAtVisible = (): void => {
    for (const { document } of window.visibleTextEditors) void look(document);
  };
  lookAtVisible();
  return Disposable.from(
    window.onDidChangeVisibleTextEditors(lookAtVisible),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const hasNewLine = contentChanges.some(({ text }) => text.includes('\n'));
      if (document.isUntitled && hasNewLine) void look(document);
    }),
  );
}

function beginningOf(document: TextDocument): string {
  const text = document.getText();
  return text.length <= lookedAt ? text : text.slice(0, text.lastIndexOf('\n', lookedAt) + 1);
}

/**
 * Whether a document's language is the one that VS Code gives to what it does not know, or to every `.cfg` and `.conf`;
 * some extensions call those `ini`.
 */
function isUndecided({ languageId, uri }: TextDocument): boolean {
  if (!documentSchemes.includes(uri.scheme)) return false;
  // Whoever calls a file .txt says that it is prose.
  if (languageId === 'plaintext') return !uri.path.endsWith('.txt');
  return ['properties', 'ini'].includes(languageId) && /\.(?:cfg|conf)$/.test(uri.path);
}

/** Whether the user says by `files.associations` which language the document has. */
function isAssociated(document: TextDocument): boolean {
  const associations = workspace.getConfiguration('files', document).get<Record<string, string>>('associations');
  return Object.keys(associations ?? {}).some((glob) => {
    // As VS Code has it: only a pattern with a slash is one of paths.
    const pattern = glob.includes('/') ? glob : `**/${glob}`;
    return languages.match({ pattern }, document) > 0;
  });
}

/**
 * Whether it is worth asking the server, which is started for it. The many texts that other programs call `.conf` have
 * words as values, or sections; in xl's language a value is quoted, a number or a list.
 */
function mayBeOurs(languageId: string, text: string): boolean {
  if (languageId === 'plaintext') return text.trim() !== '';
  return /^[ \t]*[a-z][._0-9a-z]*[ \t]*\+?==?[ \t]*['"\u2018-\u201F[\d]/m.test(text);
}
