import type { Include } from '../model/host.ts';
import type { SourceLine } from '../syntax/interfaces/ast.ts';
import { globMatcher } from '../text/glob.ts';
import type { FileId } from '../text/location.ts';
import { entryOf } from '../text/paths.ts';
import type { FileAccess } from './file-access.ts';
import type { HostPlace } from './host-root.ts';
import { locate, pathOnHost } from './host-root.ts';
import { escapeForExpansion, expandWords, hasWildcard, literalOf } from './word-expansion.ts';

/** What a `source` or `source-directory` line reads (interfaces(5), INCLUDING OTHER FILES). */
export async function resolveInclude(
  access: FileAccess,
  place: HostPlace,
  file: FileId,
  statement: SourceLine,
): Promise<Include> {
  const include = {
    file,
    statement,
    targets: [] as FileId[],
    skipped: [] as FileId[],
    folders: [] as FileId[],
    missing: [] as string[],
    unknown: false,
  };
  let isComment = false;
  for (const { pattern, isUnknown } of expandWords(textToExpand(place, file, statement)) ?? []) {
    isComment ||= pattern.startsWith('#');
    if (isUnknown || !pattern.startsWith('/')) {
      // A further word that is relative is looked up in whatever folder ifupdown was started in. The words that people
      // write as a comment, which wordexp(3) does not know, are surely no files there.
      include.unknown ||= !isComment;
      continue;
    }
    const found = await expandPattern(access, place, pattern);
    const before = include.targets.length + include.folders.length;
    for (const path of found) await takePath(access, path, include);
    if (include.targets.length + include.folders.length === before) include.missing.push(pattern);
  }
  return include;
}

/** A value that does not begin with `/`, be it quoted, is first put behind the folder of its own file (config.c). */
function textToExpand(place: HostPlace, file: FileId, statement: SourceLine): string {
  const text = statement.value?.text ?? '';
  if (text.startsWith('/')) return text;
  const path = pathOnHost(place, file);
  return `${escapeForExpansion(path.slice(0, path.lastIndexOf('/')))}/${text}`;
}

interface OpenInclude extends Include {
  readonly targets: FileId[];
  readonly skipped: FileId[];
  readonly folders: FileId[];
}

async function takePath(access: FileAccess, path: FileId, include: OpenInclude): Promise<void> {
  const entries = await access.list(path);
  if (include.statement.kind === 'source') {
    if (entries !== undefined) include.folders.push(path);
    else if ((await access.read(path)).kind !== 'missing') include.targets.push(path);
    return;
  }
  if (entries === undefined) return;
  include.folders.push(path);
  for (const { name, isFolder } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isFolder) continue;
    (/^[A-Za-z0-9_-]+$/.test(name) ? include.targets : include.skipped).push(entryOf(path, name));
  }
}

/**
 * The paths that a pattern stands for, in the order of their names; a pattern without wildcards, or without a match, stands
 * for itself.
 */
async function expandPattern(access: FileAccess, place: HostPlace, pattern: string): Promise<readonly FileId[]> {
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
  const wild = parts.findIndex(hasWildcard);
  const start = locate(place, `/${(wild < 0 ? parts : parts.slice(0, wild)).map(literalOf).join('/')}`);
  if (start === undefined) return [];
  let paths: readonly FileId[] = [start];
  for (const part of wild < 0 ? [] : parts.slice(wild)) paths = await expandPart(access, paths, part);
  if (paths.length === 0) paths = [locate(place, `/${parts.map(literalOf).join('/')}`) ?? start];
  return pattern.endsWith('/') ? keepFolders(access, paths) : paths;
}

async function keepFolders(access: FileAccess, paths: readonly FileId[]): Promise<readonly FileId[]> {
  const lists = await Promise.all(paths.map((path) => access.list(path)));
  return paths.filter((_, index) => lists[index] !== undefined);
}

async function expandPart(access: FileAccess, folders: readonly FileId[], part: string): Promise<readonly FileId[]> {
  if (!hasWildcard(part)) return folders.map((folder) => entryOf(folder, literalOf(part)));
  const matches = globMatcher(part);
  const lists = await Promise.all(
    folders.map(async (folder) =>
      ((await access.list(folder)) ?? [])
        .map(({ name }) => name)
        .filter(matches)
        .sort()
        .map((name) => entryOf(folder, name)),
    ),
  );
  return lists.flat();
}
