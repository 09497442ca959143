import type { FileId } from '../text/location.ts';
import { pathOf } from '../text/paths.ts';
import type { Span } from '../text/span.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/** A piece of text that leads to a file. */
export interface FileLink {
  readonly span: Span;
  readonly target: FileId;
  /** The file's path. */
  readonly tooltip: string;
}

/**
 * What `source` and `source-directory` lines read, where that is one file. Where it is several there is no link, since
 * an editor would open the first as if it were the only one; going to the definition offers them all.
 */
export function linksOf(snapshot: Snapshot, file: FileId): readonly FileLink[] {
  return snapshot.host.includes.flatMap((include) => {
    const [target, ...others] = include.targets;
    const span = include.statement.value?.span;
    if (include.file !== file || target === undefined || others.length > 0 || span === undefined) return [];
    return [{ span, target, tooltip: pathOf(target) }];
  });
}
