import { Range, Selection, WorkspaceEdit, window, workspace } from 'vscode';
import { convertFromXmRequest } from '../../../server/src/lsp/messages.ts';
import type { Server } from '../server-connection.ts';

/** Converts the active file from xm, says how many places are left for the user, and goes to the first one. */
export async function convertFromXm(server: Server): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return void window.showInformationMessage('Open the file of a domU first.');
  const { document } = editor;
  const { version } = document;
  const answer = await server.ask(convertFromXmRequest, { uri: document.uri.toString() });
  if (!answer) return void window.showInformationMessage('This is no file of a domU.');
  const { edits, left } = answer;
  if (edits.length > 0) {
    const edit = new WorkspaceEdit();
    for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
    // What was typed meanwhile has moved the places.
    if (document.version !== version || !(await workspace.applyEdit(edit)))
      return void window.showWarningMessage('The file was changed meanwhile: run the command again.');
  }
  const [first] = left;
  if (first !== undefined) {
    const { start } = toRange(first.range);
    editor.selection = new Selection(start, start);
    editor.revealRange(toRange(first.range));
  }
  void window.showInformationMessage(`${outcome(edits.length)} ${remainder(left)}`);
}

function toRange({ start, end }: { readonly start: Place; readonly end: Place }): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

interface Place {
  readonly line: number;
  readonly character: number;
}

function outcome(edits: number): string {
  return edits === 0 ? 'Nothing here can be converted from xm.' : 'The file is converted from xm.';
}

function remainder([first, ...others]: readonly {
  readonly range: { readonly start: Place };
  readonly advice: string;
}[]): string {
  if (first === undefined) return 'Nothing is left to do.';
  const count = others.length === 0 ? 'One place is' : `${others.length + 1} places are`;
  const which = others.length === 0 ? 'in' : 'the first in';
  return `${count} left for you, ${which} line ${first.range.start.line + 1}: ${first.advice}`;
}
