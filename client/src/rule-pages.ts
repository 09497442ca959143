import type { Disposable, ExtensionContext, FileSystemProvider } from 'vscode';
import { EventEmitter, FileSystemError, Uri, workspace } from 'vscode';

const scheme = 'bridgewise-rule';

/**
 * The address of a rule's page, for the links of findings. It is a file system of its own, and no command, for VS Code follows
 * command links from the Problems view alone, not from a hover; and no file, for in a browser the extension lies on a web
 * server. The manifest says that its pages are opened as Markdown previews.
 */
export const pageTemplate = `${scheme}:/{rule}.md`;

export function pageOf(rule: string): Uri {
  return Uri.parse(pageTemplate.replace('{rule}', rule));
}

/** Serves the packaged pages, read-only. */
export function servePages({ extensionUri }: ExtensionContext): Disposable {
  const packaged = (page: Uri): Uri => Uri.joinPath(extensionUri, 'dist/rules', page.path);
  const refuse = (page: Uri): never => {
    throw FileSystemError.NoPermissions(page);
  };
  const provider: FileSystemProvider = {
    onDidChangeFile: new EventEmitter<never>().event,
    watch: () => ({ dispose: () => undefined }),
    stat: (page) => workspace.fs.stat(packaged(page)),
    readFile: (page) => workspace.fs.readFile(packaged(page)),
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return workspace.registerFileSystemProvider(scheme, provider, { isReadonly: true, isCaseSensitive: true });
}
