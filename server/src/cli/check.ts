import { readFileSync } from 'node:fs';
import type { FileAccess, FileId } from '../core/index.ts';
import { isBinary, overlayTexts, rememberAnswers } from '../core/index.ts';
import { byteLimit, nodeFileAccess, reasonOf } from '../node/file-access.ts';
import type { CheckOptions } from './arguments.ts';
import { severities } from './arguments.ts';
import type { Checked } from './check-files.ts';
import { checkFiles } from './check-files.ts';
import type { FileMessage, Targets } from './find-files.ts';
import { findTargets } from './find-files.ts';
import { mendFiles } from './mend-files.ts';
import { complain, mayColour, print } from './output.ts';
import { fileOfPath, readablePath } from './paths.ts';
import { reportJson } from './report-json.ts';
import { reportText } from './report-text.ts';
import { settingsReader } from './settings.ts';

/** `bridgewise check`: prints what is found and gives the exit code. */
export async function check(options: CheckOptions): Promise<number> {
  const { access, targets } = await openInput(options);
  const read = (): Promise<Checked> => {
    const remembered = rememberAnswers(access);
    return checkFiles(remembered, targets, settingsFor(remembered, targets, options));
  };
  let checked = await read();
  const mended = options.fix
    ? await mendFiles(access, targets, settingsFor(access, targets, options), checked)
    : undefined;
  if (mended !== undefined && mended.files.length > 0) checked = await read();
  const errors = [...targets.errors, ...checked.errors, ...(mended?.errors ?? [])];
  tell(checked, targets, errors);
  print(
    options.format === 'json' ? reportJson(checked, errors) : reportText(checked, mayColour(), mended?.files ?? []),
  );
  if (errors.length > 0) return 2;
  const fails = severities.slice(0, severities.indexOf(options.failOn) + 1);
  return checked.findings.some(({ severity }) => fails.includes(severity)) ? 1 : 0;
}

function settingsFor(access: FileAccess, targets: Targets, { dialect, xenVersion, language }: CheckOptions) {
  const said = { ...(dialect && { dialect }), ...(xenVersion && { xenVersion }) };
  return settingsReader(access, said, language && { language, files: new Set(targets.named) });
}

/** What is to be checked, and by which access it is read. */
async function openInput(options: CheckOptions): Promise<{ readonly access: FileAccess; readonly targets: Targets }> {
  if (options.stdinName === undefined) {
    return {
      access: nodeFileAccess,
      targets: await findTargets(options.paths, nodeFileAccess, { followsIgnoreFiles: options.followsIgnoreFiles }),
    };
  }
  const file = fileOfPath(options.stdinName);
  const { text, fault } = readStandardInput();
  const errors = fault === undefined ? [] : [{ file, message: fault }];
  const named: readonly FileId[] = fault === undefined ? [file] : [];
  return {
    access: overlayTexts(nodeFileAccess, new Map([[file, text]])),
    targets: { named, folders: [], found: [], ignored: 0, errors },
  };
}

function readStandardInput(): { readonly text: string; readonly fault: string | undefined } {
  try {
    const bytes = readFileSync(0);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    if (bytes.length > byteLimit) return { text, fault: 'What comes on standard input is larger than 5 MB.' };
    if (isBinary(text)) return { text, fault: 'What comes on standard input is binary.' };
    return { text, fault: undefined };
  } catch (error) {
    return { text: '', fault: `Standard input cannot be read. ${reasonOf(error)}` };
  }
}

/** Says on standard error what is not in the report for people. */
function tell(checked: Checked, targets: Targets, errors: readonly FileMessage[]): void {
  for (const { file, message } of [...errors, ...checked.notes]) complain(`${readablePath(file)}: ${message}`);
  if (checked.units.length > 0 || checked.notes.length > 0) return;
  for (const folder of targets.folders) complain(`No interfaces files and no files for xl found under ${folder}.`);
  if (targets.folders.length > 0 && targets.ignored > 0)
    complain('What .gitignore files name was passed over; --no-ignore looks there, too.');
}
