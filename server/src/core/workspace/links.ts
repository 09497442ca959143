import type { FileId } from '../text/location.ts';
import { entryOf, pathOf } from '../text/paths.ts';
import type { FileAccess } from './file-access.ts';
import { isInside, pathIn } from './host-root.ts';

/** A folder with a host's files. */
export interface HostFolder {
  readonly folder: FileId;
  /** The folder's path on the host, such as `/` or `/etc`; `undefined`: not known. */
  readonly path: string | undefined;
}

/** More links than this in one path lead in a circle (Linux, MAXSYMLINKS). */
const mostLinks = 40;

/**
 * The address behind symbolic links as the host follows them: an absolute target is looked up in the host's own folder, never on
 * the machine at hand. `undefined`: they lead out of the folder, so that the file is none of the host's that is known. The
 * file need not be there.
 */
export async function realPathOnHost(access: FileAccess, host: HostFolder, file: FileId): Promise<FileId | undefined> {
  if (host.path === '/' && pathOf(host.folder) === '/') return access.realPath(file);
  if (!isInside(file, host.folder)) return undefined;
  const realFolder = await access.realPath(host.folder);
  const plain = entryOf(realFolder, pathOf(file).slice(pathIn(pathOf(host.folder)).length));
  // Nearly always there are no links; of a file that is not there the address tells nothing.
  if ((await access.realPath(file)) === plain && (await access.read(file)).kind !== 'missing') return plain;
  const before = pathIn(host.path ?? pathOf(realFolder));
  const done: string[] = [];
  let rest = pathOf(file)
    .slice(pathIn(pathOf(host.folder)).length)
    .split('/');
  for (let links = 0; links <= mostLinks; ) {
    const [part, ...others] = rest;
    if (part === undefined) return entryOf(realFolder, done.join('/'));
    rest = others;
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (done.pop() === undefined) return undefined;
      continue;
    }
    const target = await access.readLink(entryOf(realFolder, [...done, part].join('/')));
    if (target === undefined) {
      done.push(part);
      continue;
    }
    links += 1;
    const isAbsolute = target.startsWith('/');
    if (isAbsolute && !target.startsWith(before)) return undefined;
    if (isAbsolute) done.length = 0;
    rest = [...(isAbsolute ? target.slice(before.length) : target).split('/'), ...rest];
  }
  return undefined;
}

/**
 * Whether a host that has this file follows links to another file than the machine at hand. Those that lead out of the host do
 * not count. The file must be there.
 */
export async function leadsElsewhere(access: FileAccess, host: HostFolder, file: FileId): Promise<boolean> {
  const here = await access.realPath(file);
  if (here === file) return false;
  const onHost = await realPathOnHost(access, host, file);
  return onHost !== undefined && onHost !== here;
}
