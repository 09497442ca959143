import { folderOf, pathOf } from '../../text/paths.ts';
import type { Dom0 } from './dom0.ts';

/** Where a dom0 or a copy of its `/etc` keeps what we read. */
const ownFolders = /(?:\/network|\/xen(?:\/auto)?)$/;

/** Folders that are called by what is in them, as those of an Ansible role. */
const sayingNothing = /(?:\/(?:[^/]*[-_.])?(?:files|rootfs|root))+$/;

/**
 * What a dom0 is called among others: the folder that is `/` to it, or that its files lie in, or the one above where that says
 * nothing; `dom0` on the machine itself.
 */
export function nameOfDom0({ host, domUs, xlConf }: Dom0): string {
  const file = host?.main ?? domUs[0]?.config.file ?? xlConf?.file;
  if (file === undefined) return 'dom0';
  const path =
    host?.root === undefined
      ? pathOf(folderOf(file))
          .replace(ownFolders, '')
          .replace(/\/etc$/, '')
      : pathOf(host.root);
  const telling = path.replace(sayingNothing, '') || path;
  return telling.slice(telling.lastIndexOf('/') + 1) || 'dom0';
}
