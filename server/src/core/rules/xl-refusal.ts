/** What the rules on files that xl refuses have in common: where the parser saw the fault, and what follows from it. */
import type { XlConfig } from '../model/xl/config.ts';
import type { XlProblemKind } from '../syntax/xl/ast.ts';
import type { Location } from '../text/location.ts';
import type { Span } from '../text/span.ts';
import type { XlRule } from './rule.ts';

/** The metadata of every rule on the text alone, for which xl refuses a file of any kind. */
export const xlRefusal = {
  group: 'xl',
  severity: 'error',
  refuses: true,
  kinds: ['domain', 'xl.conf', 'cpupool'],
} as const satisfies Partial<XlRule>;

/** What becomes of a file that xl refuses, as the last sentence of a message. */
export function afterXlRefusal({ kind }: XlConfig): string {
  switch (kind) {
    case 'domain':
      return 'xl refuses the whole file: the guest is not created.';
    case 'xl.conf':
      return 'xl refuses the whole file: no xl command works.';
    case 'cpupool':
      return 'xl refuses the whole file: the pool is not created.';
  }
}

/** A place in the file. */
export function placeIn({ file }: XlConfig, span: Span): Location {
  return { file, span };
}

/** Where the file's text has a problem of this kind, in its order. */
export function problemsIn(config: XlConfig, kind: XlProblemKind): readonly Location[] {
  return config.tree.problems.filter((problem) => problem.kind === kind).map(({ span }) => placeIn(config, span));
}
