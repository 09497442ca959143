import type { FileId } from '../text/location.ts';
import { baseName, folderOf } from '../text/paths.ts';
import type { FileAccess, FileContent } from './file-access.ts';

/** The access with other contents in place of what lies on the disk, where `contentOf` gives one. */
export function overlayContents(access: FileAccess, contentOf: (file: FileId) => FileContent | undefined): FileAccess {
  return { ...access, read: async (file) => contentOf(file) ?? access.read(file) };
}

/** The access with the texts of some files put in place of what lies on the disk; they need not lie there at all. */
export function overlayTexts(access: FileAccess, texts: ReadonlyMap<FileId, string>): FileAccess {
  return {
    ...overlayContents(access, (file) => {
      const text = texts.get(file);
      return text === undefined ? undefined : { kind: 'text', text };
    }),
    list: async (folder) => {
      const entries = await access.list(folder);
      const added = [...texts.keys()]
        .filter((file) => folderOf(file) === folder)
        .map((file) => ({ name: baseName(file), isFolder: false }))
        .filter(({ name }) => !entries?.some((entry) => entry.name === name));
      return entries === undefined && added.length === 0 ? undefined : [...(entries ?? []), ...added];
    },
  };
}
