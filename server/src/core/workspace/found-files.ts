import { isInterfacesPath } from '../syntax/interfaces/sniff.ts';
import { xlKindOfPath } from '../syntax/xl/sniff.ts';
import type { FileId } from '../text/location.ts';
import { baseName, pathOf } from '../text/paths.ts';
import type { FileAccess } from './file-access.ts';
import { domainHostRootOf } from './host-root.ts';
import { leadsElsewhere } from './links.ts';
import { languageOf } from './load-snapshot.ts';

/** All files that {@link mayBeOurs} takes, and few others, as a glob. Its groups are not nested: VS Code finds nothing with such. */
export const candidatePattern =
  '**/{interfaces,network/interfaces.new,network/interfaces.d/*,xen/auto/*,*.cfg,*.conf,*.xl,*.xlcfg,*.hvm,*.pv,*.pvh}';

/** Whether a file has a name as ours have, or one that many programs give their files, xl among them. Takes the decoded path. */
export function mayBeOurs(path: string): boolean {
  return /\/interfaces$|\.(?:cfg|conf)$/.test(path) || isInterfacesPath(path) || xlKindOfPath(path) !== undefined;
}

/** So much of a text is looked at to tell its language; what is longer begins with a book of comments, or is no configuration. */
const lookedAt = 65_536;

/**
 * Whether a file of such a name is ours, by its path or, where that tells nothing, by what it says. A link in a host's `etc/xen/` that
 * the host follows to another file than the machine at hand is not.
 */
export async function isOurs(file: FileId, access: FileAccess): Promise<boolean> {
  const path = pathOf(file);
  const root = domainHostRootOf(file, []);
  if (root !== undefined && (await leadsElsewhere(access, { folder: root, path: '/' }, file))) return false;
  if (isInterfacesPath(path) || xlKindOfPath(path) !== undefined) return true;
  const content = await access.read(file);
  if (content.kind !== 'text') return false;
  const text = content.text.slice(0, lookedAt);
  // A name that speaks of neither language more than of a hundred others needs words that do.
  if (baseName(file) !== 'interfaces') return languageOf(file, text) === 'xl';
  return text.trim() === '' || languageOf(file, text) === 'interfaces';
}
