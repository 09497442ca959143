import type { IfaceStanza, InterfacesTree, NamesLine, SourceLine, StrayLine } from '../syntax/interfaces/ast.ts';

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
  for (let at = 0; at < statements.length; at++) {
    const lines: StrayLine[] = [];
    const below: EndingLine[] = [];
    for (let line = statements[at]; line?.kind === 'stray' && line.inside === 'nothing'; line = statements[++at]) {
      lines.push(line);
    }
    if (lines.length === 0) continue;
    let above = at - lines.length - 1;
    for (let line = statements[above]; line && endsStanza(line); line = statements[--above]) below.unshift(line);
    const stanza = statements[above];
    const next = statements.slice(at).find((line) => !endsStanza(line));
    runs.push({
      lines,
      below,
      stanza: stanza?.kind === 'iface' ? stanza : undefined,
      next: next?.kind === 'iface' ? next : undefined,
    });
    at--;
  }
  return runs;
}

function endsStanza(line: { readonly kind: string }): line is EndingLine {
  return line.kind === 'source' || line.kind === 'source-directory' || 'names' in line;
}
