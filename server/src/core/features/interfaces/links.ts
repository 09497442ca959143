import type { FileId } from '../../text/location.ts';
import { pathOf } from '../../text/paths.ts';
import type { InterfacesSnapshot } from '../../workspace/snapshot.ts';
import type { FileLink } from '../answers.ts';

/**
 * What `source` and `source-directory` lines read, where that is one file. Where it is several there is no link, since
 * an editor would open the first as if it were the only one; going to the definition offers them all.
 */
export function linksOf(snapshot: InterfacesSnapshot, file: FileId): readonly FileLink[] {
  return snapshot.host.includes.flatMap((include) => {
    const [target, ...others] = include.targets;
    const span = include.statement.value?.span;
    if (include.file !== file || target === undefined || others.length > 0 || span === undefined) return [];
    return [{ span, target, tooltip: pathOf(target) }];
  });
}
