/** The catalogue of keys: what xl reads from each kind of file, and what it never reads. */
import { cpupoolKeys } from './cpupool.ts';
import type { KeyDoc, UnreadKeyDoc, XlFileKind } from './key-doc.ts';
import { bootKeys } from './keys/boot.ts';
import { cpuKeys, memoryKeys } from './keys/cpu-and-memory.ts';
import { architectureKeys, deviceModelKeys, ignoredKeys } from './keys/device-model.ts';
import { deviceKeys } from './keys/devices.ts';
import { generalKeys } from './keys/general.ts';
import { graphicsKeys } from './keys/graphics.ts';
import { hvmPlatformKeys } from './keys/hvm-platform.ts';
import { unreadKeys } from './unread-keys.ts';
import { xlConfKeys } from './xl-conf.ts';

export { unreadKeys } from './unread-keys.ts';

const domainKeys: readonly KeyDoc[] = [
  ...[...generalKeys, ...cpuKeys, ...memoryKeys, ...bootKeys, ...deviceKeys],
  ...[...hvmPlatformKeys, ...graphicsKeys, ...deviceModelKeys, ...architectureKeys, ...ignoredKeys],
];

const catalogues: Readonly<Record<XlFileKind, readonly KeyDoc[]>> = {
  domain: domainKeys,
  'xl.conf': xlConfKeys,
  cpupool: cpupoolKeys,
};

const byName: Readonly<Record<XlFileKind, ReadonlyMap<string, KeyDoc>>> = {
  domain: named(catalogues.domain),
  'xl.conf': named(catalogues['xl.conf']),
  cpupool: named(catalogues.cpupool),
};

const unreadByName = new Map(unreadKeys.map((key) => [key.name, key]));

/** Every key that some series of xl reads from such a file, section by section. */
export function keysOf(kind: XlFileKind): readonly KeyDoc[] {
  return catalogues[kind];
}

/** What is known of a key, spelt exactly; `undefined` when no series of xl reads it. */
export function findKey(kind: XlFileKind, name: string): KeyDoc | undefined {
  return byName[kind].get(name);
}

/** What became of a key of a domU's file that no series of xl reads; `undefined` when nobody ever read it either. */
export function findUnreadKey(name: string): UnreadKeyDoc | undefined {
  return unreadByName.get(name);
}

function named(keys: readonly KeyDoc[]): ReadonlyMap<string, KeyDoc> {
  return new Map(keys.map((key) => [key.name, key]));
}
