import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { serve } from '../lsp/server.ts';
import { nodeFileAccess } from './file-access.ts';

/**
 * Serves one editor over what the command line names: `--node-ipc`, `--stdio`, `--socket=PORT` or `--pipe=NAME`. The process
 * ends with the editor.
 *
 * @param bundleFolder where the server's bundle lies, and `rules/` beside it
 */
export function startNodeServer(bundleFolder: string): void {
  serve(createConnection(), {
    access: nodeFileAccess,
    pageOf: (rule) => {
      const page = join(bundleFolder, 'rules', `${rule}.md`);
      return existsSync(page) ? pathToFileURL(page).href : undefined;
    },
  });
}
