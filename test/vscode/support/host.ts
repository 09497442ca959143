import type { TextEditor, Uri } from 'vscode';
import { commands, Uri as UriClass, window, workspace } from 'vscode';

/** A host's files in the workspace of the test run. */
export interface Host {
  /** A file of it, by its path below the host's root. */
  readonly file: (path: string) => Uri;
}

let hosts = 0;

/**
 * Writes the files of a new host into a folder of its own in the workspace.
 *
 * @param files text by path below the host's root, as in `etc/network/interfaces`
 */
export async function createHost(files: Readonly<Record<string, string>>): Promise<Host> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('VS Code was started without a folder');
  hosts++;
  const file = (path: string) => UriClass.joinPath(folder, `host${hosts}`, path);
  for (const [path, text] of Object.entries(files))
    await workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
  return { file };
}

/** Opens a file in an editor, in front. */
export async function open(uri: Uri): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
}

/** Closes all editors; changes that are not saved are dropped. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor?.document.isDirty)
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await commands.executeCommand('workbench.action.closeAllEditors');
}
