import type { Uri } from 'vscode';
import { RelativePattern, Uri as UriClass, workspace } from 'vscode';

/** VS Code tells nobody when it begins to watch: so often something is changed until it is noticed. */
const AGAIN_MS = 200;

/** Waits until VS Code notices what changes in a folder outside of the workspace, which the server has asked for before. */
export async function watched(folder: Uri): Promise<void> {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '*'));
  let count = 0;
  const change = () =>
    void workspace.fs.writeFile(UriClass.joinPath(folder, '.watched'), new TextEncoder().encode(String(count++)));
  const timer = setInterval(change, AGAIN_MS);
  try {
    await new Promise((resolve) => {
      watcher.onDidCreate(resolve);
      watcher.onDidChange(resolve);
    });
  } finally {
    clearInterval(timer);
    watcher.dispose();
  }
}
