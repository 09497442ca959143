import type {
  IfaceStanza,
  InterfacesTree,
  NamesLine,
  SourceLine,
  Statement,
  StrayLine,
} from '../syntax/interfaces/ast.ts';

/** Lines that end a stanza without beginning one. */
export type EndingLine = NamesLine | SourceLine;

/** Option lines that follow each other outside any stanza, and what stands directly above them. */
export interface StrayRun {
  readonly lines: readonly StrayLine[];
  /** The `auto`, `allow-…`, `source` lines right above. */
  readonly below: readonly EndingLine[];
  /** The stanza above these, if it is one: the options may belong to it. */
  readonly stanza: IfaceStanza | undefined;
  /** The stanza below, lines like those above left out, if it is one. */
  readonly next: IfaceStanza | undefined;
}

/** The misplaced lines of a file, in runs; those in mappings left out. */
export function strayRuns(tree: InterfacesTree): readonly StrayRun[] {
  const { statements } = tree.root;
  const runs: StrayRun[] = [];
  for (let start = 0, end = 0; start < statements.length; start = end + 1) {
    end = skip(statements, start, 1, isStray);
    if (end === start) continue;
    const above = skip(statements, start - 1, -1, endsStanza);
    runs.push({
      lines: statements.slice(start, end).filter(isStray),
      below: statements.slice(above + 1, start).filter(endsStanza),
      stanza: ifaceAt(statements, above),
      next: ifaceAt(statements, skip(statements, end, 1, endsStanza)),
    });
  }
  return runs;
}

/** The first index from `from` on, upwards or downwards, whose statement is not of the kind. */
function skip(
  statements: readonly Statement[],
  from: number,
  step: 1 | -1,
  isOfKind: (statement: Statement) => boolean,
): number {
  let at = from;
  for (let line = statements[at]; line !== undefined && isOfKind(line); line = statements[at]) at += step;
  return at;
}

function ifaceAt(statements: readonly Statement[], at: number): IfaceStanza | undefined {
  const statement = statements[at];
  return statement?.kind === 'iface' ? statement : undefined;
}

function isStray(statement: Statement): statement is StrayLine {
  return statement.kind === 'stray' && statement.inside === 'nothing';
}

function endsStanza(line: Statement): line is EndingLine {
  return line.kind === 'source' || line.kind === 'source-directory' || 'names' in line;
}
