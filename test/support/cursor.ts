import type { FileId, Snapshot } from '../../server/src/core/index.ts';
import { memoryFile } from '../../server/src/core/index.ts';
import { checkFiles, mainPath, readFixture } from './fixture.ts';

/** A host with a cursor in one of its files. */
export interface CursorFixture {
  readonly snapshot: Snapshot;
  readonly file: FileId;
  readonly offset: number;
  /** The texts without the cursor, by path. */
  readonly files: Readonly<Record<string, string>>;
}

const cursor = '<|>';

/** Reads a fixture (see `readFixture`) in which `<|>` stands for the cursor; without one it is at the very start. */
export async function atCursor(text: string, settings: Parameters<typeof checkFiles>[1] = {}): Promise<CursorFixture> {
  const { files: marked } = readFixture(text);
  const path = Object.keys(marked).find((candidate) => marked[candidate]?.includes(cursor)) ?? mainPath;
  const offset = Math.max(0, marked[path]?.indexOf(cursor) ?? 0);
  const files = Object.fromEntries(
    Object.entries(marked).map(([name, content]) => [name, content.replace(cursor, '')]),
  );
  const { host } = await checkFiles(files, settings);
  return { snapshot: { host }, file: memoryFile(path), offset, files };
}

/** The text that a span of the fixture's file holds. */
export function textAt(fixture: CursorFixture, span: { readonly start: number; readonly end: number }): string {
  const text = fixture.snapshot.host.files.find(({ file }) => file === fixture.file)?.tree.text ?? '';
  return text.slice(span.start, span.end);
}
