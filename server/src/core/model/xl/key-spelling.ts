import { findKey, findUnreadKey, keysOf, unreadKeys } from '../../schema/xl/index.ts';
import type { KeyDoc, XlFileKind } from '../../schema/xl/key-doc.ts';
import { hasSince } from '../../schema/xl/xen-version.ts';
import type { Assignment } from '../../syntax/xl/ast.ts';
import { readNumber } from '../../syntax/xl/number.ts';
import { nearest } from '../../text/edit-distance.ts';
import type { XlConfig } from './config.ts';

/** What people write for keys whose names are quite different. */
const otherWords: Readonly<Record<string, string>> = {
  boot_order: 'boot',
  bootorder: 'boot',
  commandline: 'cmdline',
  domain_name: 'name',
  domain_type: 'type',
  guest_type: 'type',
  initramfs: 'ramdisk',
  initrd: 'ramdisk',
  keyboard: 'keymap',
  keylayout: 'keymap',
  maxmemory: 'maxmem',
  max_memory: 'maxmem',
  max_vcpus: 'maxvcpus',
  mem: 'memory',
  on_destroy: 'on_poweroff',
  on_halt: 'on_poweroff',
  on_restart: 'on_reboot',
  on_shutdown: 'on_poweroff',
  ram: 'memory',
  vcpu: 'vcpus',
  vgaram: 'videoram',
  vram: 'videoram',
  weight: 'cpu_weight',
};

/** From this length on two letters may be wrong, and none at all below the other one. */
const [lengthForTwo, lengthForOne] = [8, 4];

/**
 * The keys that whoever wrote this one meant, nearest first; more than one where they are equally near. Empty for a key that
 * xl reads, for one of another program, and for one that is near none.
 */
export function keysMeant(kind: XlFileKind, written: string): readonly KeyDoc[] {
  if (findKey(kind, written) !== undefined) return [];
  const plain = plainKey(written);
  const variant = findKey(kind, plain) ?? findKey(kind, otherWords[plain] ?? '');
  if (variant !== undefined) return [variant];
  if (kind === 'domain' && findUnreadKey(plain) !== undefined) return [];
  const joined = plain.replaceAll('_', '');
  const same = keysOf(kind).filter(({ name }) => name.replaceAll('_', '') === joined);
  if (same.length > 0) return same;
  const longer = keyBegunBy(kind, plain);
  return longer === undefined ? keysNear(kind, plain) : [longer];
}

/** The only key of which a word is the beginning, and at least half; `undefined` where there is none, or more than one. */
function keyBegunBy(kind: XlFileKind, plain: string): KeyDoc | undefined {
  if (plain.length < lengthForOne) return undefined;
  const [longer, ...more] = keysOf(kind).filter((doc) => isUseful(doc) && doc.name.startsWith(plain));
  const isMost = longer !== undefined && plain.length * 2 >= longer.name.length;
  return isMost && more.length === 0 ? longer : undefined;
}

/** Those that xl ignores, with a message, are meant by nobody. */
function isUseful({ guests }: KeyDoc): boolean {
  return guests.length > 0;
}

function keysNear(kind: XlFileKind, plain: string): readonly KeyDoc[] {
  if (plain.length < lengthForOne) return [];
  const others = kind === 'domain' ? unreadKeys.map(({ name }) => name) : [];
  const names = [
    ...keysOf(kind)
      .filter(isUseful)
      .map(({ name }) => name),
    ...others,
  ];
  const limit = plain.length < lengthForTwo ? 1 : 2;
  const alike = names.filter((name) => Math.abs(name.length - plain.length) <= limit);
  const near = nearest(plain, alike, limit);
  const docs = near.flatMap((name) => findKey(kind, name) ?? []);
  return docs.length === near.length ? docs : [];
}

/** Whether xl takes what some lines say for the value of a key, without a warning. */
export function takesValues(doc: KeyDoc, assignments: readonly Assignment[]): boolean {
  return assignments.every(({ operator, value }) => {
    if (value === undefined || value.kind === 'unread') return false;
    if (value.kind === 'list') return doc.shape === 'list' || doc.shape === 'string-or-list';
    const { text } = value.atom;
    if (doc.shape === 'list' || doc.value?.check(text) !== undefined) return false;
    const isNumber = readNumber(text) !== undefined;
    if (isNumber && doc.deprecatedForm?.shape === 'number') return false;
    return doc.shape === 'number' || doc.shape === 'boolean' ? isNumber && operator === '=' : true;
  });
}

/** The name without what is easily mistaken: capitals, `-` for `_`. */
function plainKey(written: string): string {
  return written.replaceAll('-', '_').toLowerCase();
}

/**
 * Whether a line may get this key without being a fault of another kind: xl of the series reads it for this type of guest, it
 * is not deprecated, and no other line sets it.
 *
 * @param isOwn whether the line counts for the key's already, as one does whose key is in quotes
 */
export function mayBeSet({ settings, xenVersion, guest }: XlConfig, doc: KeyDoc, isOwn = false): boolean {
  const lines = settings.get(doc.name)?.assignments.length ?? 0;
  if (lines > (isOwn ? 1 : 0) || doc.deprecated !== undefined || !hasSince(xenVersion, doc.since)) return false;
  return guest === undefined || doc.guests.includes(guest);
}
