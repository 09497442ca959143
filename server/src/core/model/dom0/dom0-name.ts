import { baseName, folderOf, pathOf } from '../../text/paths.ts';
import type { Dom0 } from './dom0.ts';

/** What a dom0 is called among others: the folder that is `/` to it, or that its files lie in; `dom0` on the machine itself. */
export function nameOfDom0({ host, domUs, xlConf }: Dom0): string {
  const file = host?.main ?? domUs[0]?.config.file ?? xlConf?.file;
  if (file === undefined) return 'dom0';
  const [, root] = /^(.*?)\/etc\/(?:network|xen)\//.exec(pathOf(file)) ?? [];
  const folder = host?.root ?? (root === undefined ? folderOf(file) : undefined);
  const name = folder === undefined ? root?.slice(root.lastIndexOf('/') + 1) : baseName(folder);
  return name || 'dom0';
}
