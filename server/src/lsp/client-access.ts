import type { MessageConnection } from 'vscode-jsonrpc';
import type { FileAccess } from '../core/index.ts';
import { listFolderRequest, readFileRequest } from './messages.ts';

/** Files as the editor reads them: what lies in its virtual file systems, and everything in a browser. */
export function clientAccess(connection: MessageConnection): FileAccess {
  return {
    read: (uri) =>
      connection
        .sendRequest(readFileRequest, { uri })
        .catch((error: unknown) => ({ kind: 'unreadable' as const, reason: String(error) })),
    list: async (uri) => {
      const answer = await connection.sendRequest(listFolderRequest, { uri }).catch(() => undefined);
      return answer?.entries ?? undefined;
    },
    // VS Code's file systems do not tell where a symbolic link leads.
    realPath: async (file) => file,
    readLink: async () => undefined,
  };
}

/** No files at all, for an editor that does not read them to a server that cannot. */
export const noAccess: FileAccess = {
  read: async () => ({ kind: 'missing' }),
  list: async () => undefined,
  realPath: async (file) => file,
  readLink: async () => undefined,
};

/** Files of the machine by the server itself (`own`), all others by `rest`. */
export function joinAccess(own: FileAccess, rest: FileAccess): FileAccess {
  const by = (file: string): FileAccess => (file.startsWith('file:') ? own : rest);
  return {
    read: (file) => by(file).read(file),
    list: (folder) => by(folder).list(folder),
    realPath: (file) => by(file).realPath(file),
    readLink: (file) => by(file).readLink(file),
  };
}
