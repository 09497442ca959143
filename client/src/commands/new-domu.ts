import type { TextDocument, TextEditor } from 'vscode';
import { languages, Position, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { NewDomUAnswer } from '../../../server/src/lsp/messages.ts';
import { languageIds, newDomURequest } from '../../../server/src/lsp/messages.ts';
import type { Server } from '../server-connection.ts';

type Made = Extract<NewDomUAnswer, { kind: 'made' }>;

/**
 * Shows the file of a domU made from the active one, for the user to save.
 *
 * @param chosen its name; without it the user is asked
 */
export async function newDomU(server: Server, chosen?: string): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== languageIds.xl)
    return void window.showInformationMessage('Open the file of the domU that is to be copied first.');
  const ask = (name: string) => server.ask(newDomURequest, { uri: document.uri.toString(), name });
  const name = chosen ?? (await askForName(ask));
  if (!name) return;
  const answer = await ask(name);
  if (answer === undefined) return;
  if (answer.kind === 'refused') return void window.showWarningMessage(answer.reason);
  const editor = await show(document, name, answer.text);
  if (editor !== undefined) void window.showInformationMessage(messageFor(editor.document, name, answer));
}

function askForName(ask: (name: string) => Promise<NewDomUAnswer | undefined>): Thenable<string | undefined> {
  return window.showInputBox({
    title: 'New domU from this one',
    prompt: 'The name of the new domU; its file and its disks are named after it.',
    validateInput: async (text) => {
      const answer = text === '' ? undefined : await ask(text);
      return answer?.kind === 'refused' ? answer.reason : undefined;
    },
  });
}

/** Opens the text beside the file that it was made from, unsaved; `undefined` where the user wants to keep what is there. */
async function show(original: TextDocument, name: string, text: string): Promise<TextEditor | undefined> {
  if (original.isUntitled) {
    return window.showTextDocument(await workspace.openTextDocument({ language: languageIds.xl, content: text }));
  }
  const ending = /\.(?:cfg|xl|xlcfg|hvm|pvh?)$/.exec(original.uri.path)?.[0] ?? '.cfg';
  const uri = Uri.joinPath(original.uri, '..', name + ending);
  const exists = await isThere(uri);
  if (exists && !(await mayReplace(name + ending))) return undefined;
  const edit = new WorkspaceEdit();
  if (exists) edit.replace(uri, new Range(0, 0, (await workspace.openTextDocument(uri)).lineCount, 0), text);
  else {
    edit.createFile(uri);
    edit.insert(uri, new Position(0, 0), text);
  }
  await workspace.applyEdit(edit);
  const document = await workspace.openTextDocument(uri);
  if (document.languageId !== languageIds.xl) await languages.setTextDocumentLanguage(document, languageIds.xl);
  return window.showTextDocument(document);
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function mayReplace(file: string): Promise<boolean> {
  const replace = { label: `Replace ${file}`, detail: 'What it says is lost once the new one is saved.' };
  const keep = { label: `Keep ${file}` };
  return (await window.showQuickPick([replace, keep], { title: `${file} is there already` })) === replace;
}

function messageFor({ isUntitled }: TextDocument, name: string, { disks, left }: Made): string {
  const volumes = disks.length === 0 ? '' : ` Make its disks: ${disks.map(({ target }) => target).join(', ')}.`;
  const places = left.map(({ range, advice }) => `line ${range.start.line + 1}: ${advice}`).join(' ');
  const others = left.length === 0 ? '' : ` See to what is as it was: ${places}`;
  return `${isUntitled ? 'Save' : 'Look through'} the file of ${name}${isUntitled ? '' : ' and save it'}.${volumes}${others}`;
}
