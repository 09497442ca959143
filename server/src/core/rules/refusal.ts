/** What the rules on refused files have in common: where the parser saw the fault, and what follows from it. */
import type { HostFile, HostModel } from '../model/host.ts';
import type { InterfacesProblemKind } from '../syntax/interfaces/ast.ts';
import type { EditedFile } from '../text/edited-file.ts';
import type { FileId, Location } from '../text/location.ts';
import { pathOf } from '../text/paths.ts';
import type { InterfacesRule } from './rule.ts';

/** The metadata of every rule for which ifupdown refuses the file. The other dialects' programs skip such a line. */
export const refusal = {
  group: 'interfaces',
  severity: 'error',
  refuses: true,
  dialects: ['ifupdown'],
} as const satisfies Partial<InterfacesRule>;

/**
 * What ifupdown does with a file that holds a refused line, as the last sentence of a message. Its parser stops at the
 * line; `read_interfaces` gives the main file up for it, but not a file that another one sources (config.c).
 */
export function afterRefusal(host: HostModel, file: FileId): string {
  return file === host.main && !/\/interfaces\.d\/[^/]+$/.test(pathOf(file))
    ? 'ifupdown refuses the whole file: ifup brings up no interface at all, not even lo.'
    : 'ifupdown drops the rest of this file, and ifup still exits with 0.';
}

/** One place where the parser met a problem. */
export interface ProblemPlace {
  readonly hostFile: HostFile;
  readonly edited: EditedFile;
  readonly location: Location;
}

/** Where the files of the host have a problem of this kind, in reading order. */
export function problemsOf(host: HostModel, kind: InterfacesProblemKind): readonly ProblemPlace[] {
  return host.files.flatMap((hostFile) =>
    hostFile.tree.problems
      .filter((problem) => problem.kind === kind)
      .map(({ span }) => ({
        hostFile,
        edited: { file: hostFile.file, text: hostFile.tree.text },
        location: { file: hostFile.file, span },
      })),
  );
}
