import { URI, Utils } from 'vscode-uri';
import type { FileId } from './location.ts';

/** The canonical address of a file. Takes any spelling of its URI. */
export function fileId(uri: string): FileId {
  return URI.parse(uri).toString() as FileId;
}

/** The path part of a file's address, decoded, with `/` between its parts. */
export function pathOf(file: FileId): string {
  return URI.parse(file).path;
}

/** The same file system, another absolute path. */
export function withPath(file: FileId, path: string): FileId {
  return URI.parse(file).with({ path }).toString() as FileId;
}

/** The folder that holds the file; the root holds itself. */
export function folderOf(file: FileId): FileId {
  return Utils.dirname(URI.parse(file)).toString() as FileId;
}

/** The last part of the path. */
export function baseName(file: FileId): string {
  return Utils.basename(URI.parse(file));
}

/** The entry `name` (or a relative path) in a folder. */
export function entryOf(folder: FileId, name: string): FileId {
  return Utils.joinPath(URI.parse(folder), name).toString() as FileId;
}
