import type { FileId, Location, Snapshot, TextEdit } from '../../server/src/core/index.ts';
import { applyEdits, loadSnapshot, memoryAccess, memoryFile, pathOf, treeOf } from '../../server/src/core/index.ts';
import { readFixture } from './fixture.ts';

/** The files of a dom0 with a cursor in one of them. */
export interface Dom0Fixture {
  /** Of the file with the cursor. */
  readonly snapshot: Snapshot;
  readonly file: FileId;
  readonly offset: number;
  /** The texts without the cursor, by path. */
  readonly files: Readonly<Record<string, string>>;
}

const cursor = '<|>';

/** Reads a fixture (see `readFixture`) in which `<|>` stands for the cursor, as an editor would that has that file open. */
export async function atDom0Cursor(text: string): Promise<Dom0Fixture> {
  const { files: marked } = readFixture(text);
  const path = Object.keys(marked).find((candidate) => marked[candidate]?.includes(cursor)) ?? '';
  const files = Object.fromEntries(Object.entries(marked).map(([name, own]) => [name, own.replace(cursor, '')]));
  return inDom0(files, path, marked[path]?.indexOf(cursor) ?? 0);
}

/** A place in one of the files of a dom0. */
export async function inDom0(
  files: Readonly<Record<string, string>>,
  path: string,
  offset: number,
): Promise<Dom0Fixture> {
  const file = memoryFile(path);
  const snapshot = await loadSnapshot(memoryAccess(files), file, async () => ({ dialect: 'auto', management: [] }));
  if (snapshot === undefined) throw new Error(`nothing is read at ${path}`);
  return { snapshot, file, offset, files };
}

/** `PATH:LINE:WORD` of a place. */
export function shownPlace({ snapshot }: Dom0Fixture, { file, span }: Location): string {
  const text = treeOf(snapshot, file)?.text ?? '';
  const line = text.slice(0, span.start).split('\n').length;
  return `${pathOf(file)}:${line}:${text.slice(span.start, span.end)}`;
}

/** The texts after edits, by path. */
export function editedFiles(
  files: Readonly<Record<string, string>>,
  edits: readonly TextEdit[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      applyEdits(
        text,
        edits.filter((edit) => edit.file === memoryFile(path)),
      ),
    ]),
  );
}
