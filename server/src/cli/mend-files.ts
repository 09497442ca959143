import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import type { FileAccess, FileId, FixAllTask, TextEdit } from '../core/index.ts';
import { applyEdits, fileId, fixAll, overlayTexts, rememberAnswers } from '../core/index.ts';
import { reasonOf } from '../node/file-access.ts';
import type { Checked } from './check-files.ts';
import { checkFiles } from './check-files.ts';
import { collectTexts } from './checked-texts.ts';
import type { FileMessage, Targets } from './find-files.ts';
import { pathOfFile } from './paths.ts';
import type { SettingsReader } from './settings.ts';

export interface Mended {
  /** The files that were written. */
  readonly files: readonly FileId[];
  /** What could not be mended, because the file cannot be written as it should. */
  readonly errors: readonly FileMessage[];
}

/** Applies the safe fixes that keep to files named by the user, until there are no more, and writes those files. */
export async function mendFiles(
  access: FileAccess,
  targets: Targets,
  settings: SettingsReader,
  before: Checked,
): Promise<Mended> {
  const originals = collectTexts(before).files;
  const named = await filesToMend([...originals.keys()], targets, access);
  const textOf = (file: FileId): string => originals.get(file)?.text ?? '';
  const mend = async (files: readonly FileId[]): Promise<ReadonlyMap<FileId, string>> => {
    const task: FixAllTask = {
      texts: new Map(files.map((file) => [file, textOf(file)] as const)),
      check: async (edited) =>
        (await checkFiles(rememberAnswers(overlayTexts(access, edited)), targets, settings)).findings,
    };
    const edits = await fixAll(task);
    const editsOf = (file: FileId): readonly TextEdit[] => edits.filter((edit) => edit.file === file);
    return new Map(
      files
        .filter((file) => editsOf(file).length > 0)
        .map((file) => [file, applyEdits(textOf(file), editsOf(file))] as const),
    );
  };
  const wanted = await mend(named);
  const errors = [...wanted.keys()].flatMap((file) => {
    const fault = writingFault(pathOfFile(file), textOf(file));
    return fault === undefined ? [] : [{ file, message: `Not mended. ${fault}` }];
  });
  const left = new Set(errors.map(({ file }) => file));
  // A fix may change several files: all of them, or none.
  const texts = left.size === 0 ? wanted : await mend(named.filter((file) => !left.has(file)));
  const files: FileId[] = [];
  for (const [file, text] of texts) {
    const fault = await write(pathOfFile(file), text);
    if (fault === undefined) files.push(file);
    else errors.push({ file, message: `Not mended. ${fault}` });
  }
  return { files, errors };
}

async function filesToMend(
  files: readonly FileId[],
  { named, folders }: Targets,
  access: FileAccess,
): Promise<readonly FileId[]> {
  const realNamed = new Set(await Promise.all(named.map((file) => access.realPath(file))));
  const realFolders = folders.map(
    (folder) => `${fileId(pathToFileURL(realpathSync(folder)).href).replace(/\/$/, '')}/`,
  );
  const mended: FileId[] = [];
  for (const file of files) {
    const real = await access.realPath(file);
    if (realNamed.has(real) || realFolders.some((folder) => real.startsWith(folder))) mended.push(file);
  }
  return mended;
}

/** Why the file cannot be replaced by one that differs in the edits alone; `undefined`: it can. */
function writingFault(path: string, text: string): string | undefined {
  try {
    accessSync(path, constants.W_OK);
    if (!mayKeepOwner(path)) return 'It belongs to another user or group, which would change.';
    if (readFileSync(path).equals(Buffer.from(text))) return undefined;
    return 'It is not in UTF-8, or was changed meanwhile: writing it would change more than the fixes do.';
  } catch (error) {
    return reasonOf(error);
  }
}

/** Replaces the content, so that half a file is never there, and mode and owner stay. The result is what went wrong. */
async function write(path: string, text: string): Promise<string | undefined> {
  try {
    await writeFileAtomic(path, Buffer.from(text));
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** A new file takes the old one's place, and only root may give a file away. */
function mayKeepOwner(path: string): boolean {
  const { getuid, getgroups } = process;
  if (getuid === undefined || getgroups === undefined || getuid() === 0) return true;
  const { uid, gid } = statSync(path);
  return uid === getuid() && getgroups().includes(gid);
}
