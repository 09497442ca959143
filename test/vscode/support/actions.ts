import type { CodeAction, Range, Uri } from 'vscode';
import { commands, workspace } from 'vscode';

/**
 * The code actions that VS Code offers for a range.
 *
 * @param kind all of this kind and the kinds below it
 */
export async function actionsAt(uri: Uri, range: Range, kind = 'quickfix'): Promise<readonly CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind);
}

/** The one action of this title among those that VS Code offers for a range. */
export async function actionTitled(uri: Uri, range: Range, title: string, kind = 'quickfix'): Promise<CodeAction> {
  const actions = await actionsAt(uri, range, kind);
  const [action, another] = actions.filter((candidate) => candidate.title === title);
  if (action === undefined || another !== undefined) {
    throw new Error(`not one "${title}" among ${JSON.stringify(actions.map((candidate) => candidate.title))}`);
  }
  return action;
}

/** Does what choosing the action in the menu does: its edit, then its command. */
export async function take({ edit, command }: CodeAction): Promise<void> {
  if (edit !== undefined && !(await workspace.applyEdit(edit))) throw new Error('VS Code refused the edit');
  if (command !== undefined) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}
