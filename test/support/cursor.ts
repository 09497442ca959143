import type { FileId, InterfacesSnapshot, Snapshot, XlSnapshot } from '../../server/src/core/index.ts';
import { interfacesSnapshot, memoryFile, treeOf, xlSnapshot } from '../../server/src/core/index.ts';
import { checkFiles, mainPath, readFixture, xlPath } from './fixture.ts';
import type { XlReading } from './xl.ts';
import { readXl } from './xl.ts';

/** A host, or an xl file, with a cursor in one of its files. */
export interface CursorFixture<Of extends Snapshot = InterfacesSnapshot> {
  readonly snapshot: Of;
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
  return { snapshot: interfacesSnapshot(host), file: memoryFile(path), offset, files };
}

/** Reads a text in xl's language in which `<|>` stands for the cursor; without one it is at the very start. */
export function atXlCursor(text: string, reading: XlReading = {}): CursorFixture<XlSnapshot> {
  const path = reading.path ?? xlPath;
  const plain = text.replace(cursor, '');
  const snapshot = xlSnapshot(readXl(plain, reading));
  return { snapshot, file: memoryFile(path), offset: Math.max(0, text.indexOf(cursor)), files: { [path]: plain } };
}

/** The text that a span of the fixture's file holds. */
export function textAt(
  fixture: CursorFixture<Snapshot>,
  span: { readonly start: number; readonly end: number },
): string {
  const text = treeOf(fixture.snapshot, fixture.file)?.text ?? '';
  return text.slice(span.start, span.end);
}
