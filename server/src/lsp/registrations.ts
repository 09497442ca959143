import type { MessageConnection } from 'vscode-jsonrpc';
import type { FileSystemWatcher, Registration } from 'vscode-languageserver-protocol';
import type { FileId } from '../core/index.ts';
import { baseName, folderOf as parentOf, pathOf } from '../core/index.ts';
import type { ClientProfile } from './client-profile.ts';
import { inBackground } from './guard.ts';
import { languageIds } from './messages.ts';
import type { LookedAt } from './session.ts';

/** What the server asks the editor to tell it, beyond what it tells by itself. */
export interface Registrations {
  /** To be called when the editor takes requests. */
  readonly begin: () => void;
  /** Asks to be told when this changes. */
  readonly watch: (place: LookedAt) => void;
}

/** The names of what answers mostly rest on, in the editor's folders. */
const patterns = [
  '**/network/interfaces*',
  '**/interfaces',
  '**/interfaces.d/*',
  '**/etc/*',
  '**/xen/*',
  '**/xen/auto/*',
  '**/*.{cfg,xl,xlcfg,hvm,pv,pvh}',
  '**/.bridgewise.json',
];

/** {@link patterns}, of a decoded path. */
const isOfPatterns =
  /\/(?:network\/interfaces[^/]*|interfaces|interfaces\.d\/[^/]+|etc\/[^/]+|xen\/(?:auto\/)?[^/]+|[^/]+\.(?:cfg|xl|xlcfg|hvm|pv|pvh)|\.bridgewise\.json)$/;

/** WatchKind: Create and Delete. */
const comingAndGoing = 1 + 4;

/**
 * @param folderOf the editor's folder that a file lies in. There all that comes or goes is told, since a folder may come or go with
 *   all its files, and besides the changes of files by patterns; elsewhere exactly what answers rest on is watched.
 */
export function registerWith(
  connection: MessageConnection,
  profile: ClientProfile,
  folderOf: (file: FileId) => FileId | undefined,
): Registrations {
  let waiting: Registration[] = [];
  const known = new Set<string>();
  const send = inBackground(connection, 'client/registerCapability', async () => {
    const registrations = waiting;
    waiting = [];
    if (registrations.length > 0) await connection.sendRequest('client/registerCapability', { registrations });
  });
  const register = (method: string, registerOptions: object): void => {
    const id = `${method} ${JSON.stringify(registerOptions)}`;
    if (known.has(id)) return;
    known.add(id);
    waiting.push({ id, method, registerOptions });
    send();
  };
  const watchPatterns = (watchers: FileSystemWatcher[]): void =>
    register('workspace/didChangeWatchedFiles', { watchers });
  return {
    begin: () => {
      // An editor that finds our files leaves out what its user excludes.
      const section =
        profile.options.findsFiles === true
          ? ['bridgewise', 'files.exclude', 'files.associations', 'search.exclude']
          : 'bridgewise';
      if (profile.registersConfiguration) register('workspace/didChangeConfiguration', { section });
      // There is nothing that would put an interfaces file in order, and another extension may offer to.
      if (profile.registersFormatting)
        register('textDocument/formatting', { documentSelector: [{ language: languageIds.xl }] });
      if (!profile.registersWatchers) return;
      watchPatterns([
        ...patterns.map((globPattern) => ({ globPattern })),
        ...(profile.watchesFolders ? [{ globPattern: '**', kind: comingAndGoing }] : []),
      ]);
    },
    watch: (looked) => {
      if (!profile.registersWatchers || !profile.watchesFolders || !pathOf(looked.place).startsWith('/')) return;
      const isTold = looked.kind === 'folder' || isOfPatterns.test(pathOf(looked.place));
      if (isTold && folderOf(looked.place) !== undefined) return;
      watchPatterns([{ globPattern: globFor(looked) }]);
    },
  };
}

function globFor({ kind, place }: LookedAt): { readonly baseUri: string; readonly pattern: string } {
  if (kind === 'folder') return { baseUri: place, pattern: '*' };
  const name = baseName(place);
  return { baseUri: parentOf(place), pattern: /[*?[\]{}!,\\]/.test(name) ? '*' : name };
}
