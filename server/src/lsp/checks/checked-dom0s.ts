import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { FileId } from '../../core/index.ts';
import { groupBy } from '../../core/index.ts';
import type { RestsOn } from '../session.ts';

/** What was found in one dom0, or that a file is of none or not ours. */
export interface CheckedDom0 extends RestsOn {
  /** The file that it was found by. */
  readonly origin: FileId;
  /** The keys of its units. */
  readonly units: readonly FileId[];
  /** Of each of its files. */
  readonly diagnostics: ReadonlyMap<FileId, readonly Diagnostic[]>;
}

/** All that was found, and which of it counts no more. */
export interface CheckedDom0s {
  readonly files: () => Iterable<FileId>;
  readonly isChecked: (file: FileId) => boolean;
  /** Whether a dom0 was found by this file. */
  readonly isOrigin: (file: FileId) => boolean;
  /** `undefined`: some of it counts no more. */
  readonly diagnosticsIn: (file: FileId) => readonly Diagnostic[] | undefined;
  /** Makes the dom0s of which something changed count no more, and among them the one that is being checked. */
  readonly outdate: (isOf: (dom0: RestsOn & { readonly origin: FileId }) => boolean) => void;
  /** The check of a dom0 begins: what changes from now on, until it is added, it may not have seen. */
  readonly begin: () => void;
  /** Gives whether it counts. */
  readonly add: (dom0: CheckedDom0) => boolean;
  /** Gives, and takes out, what counts no more. */
  readonly takeOutdated: () => readonly CheckedDom0[];
}

export function noCheckedDom0s(): CheckedDom0s {
  const byOrigin = new Map<FileId, CheckedDom0>();
  const byFile = new Map<FileId, Set<CheckedDom0>>();
  const outdated = new Set<CheckedDom0>();
  /** What changed since the check began that is under way, in what it makes outdated; kept for no check, it would grow for good. */
  let changed: Parameters<CheckedDom0s['outdate']>[0][] | undefined;
  const remove = (dom0: CheckedDom0): void => {
    byOrigin.delete(dom0.origin);
    for (const file of dom0.diagnostics.keys()) {
      const owners = byFile.get(file);
      owners?.delete(dom0);
      if (owners?.size === 0) byFile.delete(file);
    }
  };
  return {
    files: () => byFile.keys(),
    isChecked: (file) => byFile.has(file),
    isOrigin: (file) => byOrigin.has(file),
    diagnosticsIn: (file) => {
      const owners = [...(byFile.get(file) ?? [])];
      return owners.some((dom0) => outdated.has(dom0)) ? undefined : joined(owners, file);
    },
    outdate: (isOf) => {
      for (const dom0 of byOrigin.values()) if (!outdated.has(dom0) && isOf(dom0)) outdated.add(dom0);
      changed?.push(isOf);
    },
    begin: () => {
      changed = [];
    },
    add: (dom0) => {
      byOrigin.set(dom0.origin, dom0);
      for (const file of dom0.diagnostics.keys()) byFile.set(file, (byFile.get(file) ?? new Set()).add(dom0));
      if (changed?.some((isOf) => isOf(dom0)) === true) outdated.add(dom0);
      changed = undefined;
      return !outdated.has(dom0);
    },
    takeOutdated: () => {
      const taken = [...outdated];
      for (const dom0 of taken) remove(dom0);
      outdated.clear();
      return taken;
    },
  };
}

/** A file that two hosts source is judged for both. */
function joined(owners: readonly CheckedDom0[], file: FileId): readonly Diagnostic[] {
  const found = owners.flatMap(({ diagnostics }) => diagnostics.get(file) ?? []);
  if (owners.length < 2) return found;
  return [...groupBy(found, (one) => JSON.stringify(one)).values()].flatMap(([first]) => first ?? []);
}
