import type { Position, TextEditor, Uri } from 'vscode';
import { commands, Range, TabInputText, Uri as UriClass, window, workspace } from 'vscode';
import { findingOf } from './diagnostics.ts';
import { until } from './until.ts';

/** A host's files in the workspace of the test run. */
export interface Host {
  /** A file of it, by its path below the host's root. */
  readonly file: (path: string) => Uri;
}

let count = 0;
/** The folders of the hosts that were written and not removed. */
const roots = new Set<Uri>();

/**
 * Writes the files of a new host into a folder of its own.
 *
 * @param files text by path below the host's root, as in `etc/network/interfaces`
 * @param folder where; by default the workspace
 */
export async function createHost(
  files: Readonly<Record<string, string>>,
  folder = workspace.workspaceFolders?.[0]?.uri,
): Promise<Host> {
  if (!folder) throw new Error('VS Code was started without a folder');
  count++;
  const root = UriClass.joinPath(folder, `host${count}`);
  roots.add(root);
  const file = (path: string) => UriClass.joinPath(root, path);
  await writeAll(file, files);
  return { file };
}

/** Removes all hosts: each file in the workspace is checked, open or not, which costs the tests that come later their time. */
export async function removeHosts(): Promise<void> {
  // A test may have moved it away.
  for (const root of roots) await workspace.fs.delete(root, { recursive: true }).then(undefined, () => undefined);
  roots.clear();
}

/**
 * Like `createHost`, for a test that then changes files past VS Code. Its watcher on Linux does not see what happens in a
 * folder that was made before the folder above it was watched (https://github.com/parcel-bundler/watcher/issues/97), so
 * each is made when VS Code has told of the one above.
 */
export async function createWatchedHost(files: Readonly<Record<string, string>>): Promise<Host> {
  const { file } = await createHost({});
  const folders = new Set(Object.keys(files).flatMap(foldersAbove));
  for (const folder of folders) await createWatchedFolder(file(folder));
  await writeAll(file, files);
  return { file };
}

async function writeAll(file: Host['file'], files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files))
    await workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
}

/** The folders that lead to a file, from the host's root on. */
function foldersAbove(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return ['', ...names.map((_, index) => names.slice(0, index + 1).join('/'))];
}

async function createWatchedFolder(folder: Uri): Promise<void> {
  const watcher = workspace.createFileSystemWatcher('**');
  let isTold = false;
  const subscription = watcher.onDidCreate((uri) => {
    isTold ||= uri.path === folder.path;
  });
  try {
    await workspace.fs.createDirectory(folder);
    await until(`VS Code tells of ${folder.path}`, watcher.onDidCreate, () => isTold || undefined);
  } finally {
    subscription.dispose();
    watcher.dispose();
  }
}

/**
 * Opens a file in an editor, in front, as a user does: VS Code closes the document with its editor, while one that an
 * extension opens by `workspace.openTextDocument` stays for minutes.
 *
 * @param cursor where to put the cursor: it is there when this returns, while `editor.selection` moves it a little later
 */
export async function open(uri: Uri, cursor?: Position): Promise<TextEditor> {
  await commands.executeCommand('vscode.open', uri, {
    preview: false,
    ...(cursor === undefined ? {} : { selection: new Range(cursor, cursor) }),
  });
  return until(`${uri.path} in an editor`, window.onDidChangeActiveTextEditor, () => {
    const editor = window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  });
}

/**
 * Waits until the language server answers; for `before`, where a test asks it without waiting for a finding.
 */
export async function ready(): Promise<void> {
  const path = 'etc/network/interfaces';
  const host = await createHost({ [path]: 'iface eth0 inet\n' });
  await open(host.file(path));
  await findingOf(host.file(path), 'iface-without-method');
  await closeAll();
}

/** Closes all editors; changes that are not saved are dropped. */
export async function closeAll(): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  for (const { isDirty, input } of tabs) {
    if (!isDirty || !(input instanceof TabInputText)) continue;
    await open(input.uri);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}
