import type { FileAccess, FileId } from '../core/index.ts';
import { baseName, folderOf } from '../core/index.ts';

/** The access with the texts of some files put in place of what lies on the disk; they need not lie there at all. */
export function overlayTexts(access: FileAccess, texts: ReadonlyMap<FileId, string>): FileAccess {
  return {
    read: async (file) => {
      const text = texts.get(file);
      return text === undefined ? access.read(file) : { kind: 'text', text };
    },
    list: async (folder) => {
      const entries = await access.list(folder);
      const added = [...texts.keys()]
        .filter((file) => folderOf(file) === folder)
        .map((file) => ({ name: baseName(file), isFolder: false }))
        .filter(({ name }) => !entries?.some((entry) => entry.name === name));
      return entries === undefined && added.length === 0 ? undefined : [...(entries ?? []), ...added];
    },
    realPath: (file) => access.realPath(file),
  };
}
