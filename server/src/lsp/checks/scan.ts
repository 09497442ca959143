import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { FileId, Units } from '../../core/index.ts';
import { filesIn, groupBy } from '../../core/index.ts';
import type { Context } from '../context.ts';
import { logFault } from '../guard.ts';
import type { CheckedApart } from '../session.ts';
import { toDiagnostic } from '../to-proto.ts';
import type { Candidates } from './candidates.ts';
import type { CheckedDom0, CheckedDom0s } from './checked-dom0s.ts';

/** What a scan works on. */
export interface ScanState {
  readonly candidates: Candidates;
  readonly dom0s: CheckedDom0s;
  readonly units: Units;
}

export type ScanContext = Pick<Context, 'connection' | 'session' | 'profile' | 'pageOf'>;

/**
 * Gives what checks all that is new or outdated, one dom0 after the other.
 *
 * @param tell told of the files of each dom0 as soon as it is done, and at the end of those that are in none any more
 */
export function scanner(
  state: ScanState,
  context: ScanContext,
  tell: (files: readonly FileId[]) => void,
): () => Promise<void> {
  const { candidates, dom0s, units } = state;
  /** Files of dom0s that were given up, as long as they are in no other and nobody was told. */
  const lost = new Set<FileId>();
  const isOpen = (file: FileId): boolean => context.session.documents.get(file) !== undefined;
  return async () => {
    await candidates.refresh();
    /** The origins of dom0s of which files are open. */
    const shared = new Set<FileId>();
    let order: readonly FileId[] | undefined;
    /** What stands before it in the order is in a unit, or makes none, until something is given back. */
    let next = 0;
    for (;;) {
      if (order !== candidates.all()) dom0s.outdate(({ origin }) => !candidates.has(origin));
      const outdated = dom0s.takeOutdated();
      for (const { origin, units: keys, diagnostics } of outdated) {
        for (const key of keys) units.giveBack(key);
        if ([...diagnostics.keys()].some(isOpen)) shared.add(origin);
        for (const file of diagnostics.keys()) lost.add(file);
      }
      if (outdated.length > 0 || order !== candidates.all()) next = 0;
      order = candidates.all();
      next = await nextUnchecked(state, order, next);
      const origin = order[next];
      if (origin === undefined) break;
      const dom0 = await check(state, context, origin, shared.has(origin));
      const isCurrent = dom0s.add(dom0);
      for (const file of dom0.diagnostics.keys()) lost.delete(file);
      if (isCurrent) tell([...dom0.diagnostics.keys()]);
    }
    if (lost.size > 0) tell([...lost]);
    lost.clear();
  };
}

/** The index of the first file from one on that is not checked; the length where all are. */
async function nextUnchecked({ dom0s, units }: ScanState, order: readonly FileId[], from: number): Promise<number> {
  for (let index = from; index < order.length; index++) {
    const file = order[index];
    if (file === undefined || dom0s.isOrigin(file) || units.isTaken(file) || units.isLeftOut(file)) continue;
    if ((await units.untaken([file])).length > 0) return index;
  }
  return order.length;
}

async function check(
  { candidates, dom0s, units }: ScanState,
  context: ScanContext,
  origin: FileId,
  isShared: boolean,
): Promise<CheckedDom0> {
  dom0s.begin();
  const checked = await context.session.checkApart(origin, isShared).catch((error: unknown): CheckedApart => {
    logFault(context.connection, `Checking ${origin}`, error);
    return { snapshot: undefined, findings: [], reads: new Set([origin]), lists: new Set() };
  });
  const { snapshot, reads, lists } = checked;
  const taken = snapshot === undefined ? [] : await units.take(snapshot);
  const files = taken.flatMap((unit) => filesIn(unit.snapshot).map(({ file }) => file));
  const names = new Map(files.map((file) => [candidates.nameOf(file), file]));
  return {
    origin,
    units: taken.map(({ key }) => key),
    diagnostics: diagnosticsOf(context, checked, names),
    reads,
    lists,
  };
}

/** @param names the files, by what they are called */
function diagnosticsOf(
  context: ScanContext,
  { snapshot, findings }: CheckedApart,
  names: ReadonlyMap<FileId, FileId>,
): ReadonlyMap<FileId, readonly Diagnostic[]> {
  if (snapshot === undefined) return new Map();
  const byFile = groupBy(findings, ({ location }) => location.file);
  return new Map(
    [...names].map(([name, file]) => [
      name,
      (byFile.get(file) ?? []).map((finding) => toDiagnostic(context, snapshot, finding)),
    ]),
  );
}
