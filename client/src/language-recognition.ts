import type { TextDocument } from 'vscode';
import { Disposable, languages, window, workspace } from 'vscode';
import { languageId, sniffRequest } from '../../server/src/lsp/messages.ts';
import { documentSchemes } from './document-schemes.ts';
import type { Server } from './server-connection.ts';

/** So much of a text is looked at for its first word that is no comment. */
const lookedAt = 65_536;

/**
 * Gives the language to documents whose name says nothing and whose first word is one of its keywords: once, when a document
 * is first shown, so that whoever then chooses another language keeps it. An untitled document is looked at as its
 * lines come.
 */
export function recogniseLanguage(server: Server): Disposable {
  // VS Code closes and opens a document whose language is changed, but it stays the same object.
  const decided = new WeakSet<TextDocument>();
  const look = async (document: TextDocument): Promise<void> => {
    if (decided.has(document)) return;
    if (!document.isUntitled || document.languageId !== 'plaintext') decided.add(document);
    if (!mayBeOurs(document)) return;
    const isOurs = await server.ask(sniffRequest, { text: document.getText().slice(0, lookedAt) });
    if (isOurs !== true || document.isClosed || document.languageId !== 'plaintext') return;
    decided.add(document);
    await languages.setTextDocumentLanguage(document, languageId);
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

function mayBeOurs(document: TextDocument): boolean {
  const { languageId: language, uri } = document;
  // Whoever calls a file .txt says that it is prose.
  return (
    language === 'plaintext' && documentSchemes.includes(uri.scheme) && !uri.path.endsWith('.txt') && hasText(document)
  );
}

function hasText(document: TextDocument): boolean {
  return document.lineCount > 1 || !document.lineAt(0).isEmptyOrWhitespace;
}
