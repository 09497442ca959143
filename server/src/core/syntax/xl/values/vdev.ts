import { readSigned, readUnsigned } from './c-number.ts';

/** How a virtual disk may be named to libxl: the letters in front, `d` for `d0p1`, or a device number. */
export type VdevKind = 'xvd' | 'hd' | 'sd' | 'd' | 'number';

/** A virtual disk's name as libxl reads it (libxl_device.c, libxl__device_disk_dev_number). */
export interface Vdev {
  readonly kind: VdevKind;
  /** The disk's place among those of its kind, from 0: `xvdb` is 1. `undefined` for a device number, and for a name without letters. */
  readonly disk: number | undefined;
  /** From 1; `undefined` for the whole disk. Odd texts, such as `xvda-5`, give odd numbers. */
  readonly partition: number | undefined;
  /** What libxl makes of the name. Two disks of one guest with the same number do not start together. */
  readonly number: number;
}

const lettersKinds = [
  { kind: 'xvd', disks: 1 << 20, partitions: 255 },
  { kind: 'hd', disks: 4, partitions: 63 },
  { kind: 'sd', disks: 16, partitions: 15 },
] as const;

type LettersKind = (typeof lettersKinds)[number];

/** What libxl makes of a virtual disk's name; `undefined` where it refuses it when the guest starts. */
export function readVdev(text: string): Vdev | undefined {
  const found = readNumbered(text) ?? readLetters(text, lettersKinds[0]) ?? readDeviceNumber(text);
  const vdev = found ?? readLetters(text, lettersKinds[1]) ?? readLetters(text, lettersKinds[2]);
  // The number that stands for a failure.
  return vdev?.number === -1 ? undefined : vdev;
}

/** How such a disk is written: `xvda`, `hdb1`, `d0p3`; its number where it has no name. */
export function formatVdev({ kind, disk, partition, number }: Vdev): string {
  if (kind === 'number' || disk === undefined) return String(number);
  if (kind === 'd') return `d${disk}p${partition ?? 0}`;
  return `${kind}${lettersOf(disk)}${partition ?? ''}`;
}

/**
 * The name for one more disk in the manner of `like`: the first disk of that kind whose device is not taken, neither the
 * whole nor a part of it; the next partition where `like` is one.
 *
 * @param taken the names in use, in any spelling
 * @param like the name that it shall resemble; `xvda` where it is none
 * @returns `undefined` where no name of that kind is left
 */
export function nextFreeVdev(taken: readonly string[], like: string): string | undefined {
  const pattern = readVdev(like);
  const kind = lettersKinds.find((one) => one.kind === pattern?.kind) ?? lettersKinds[0];
  const used = taken.flatMap((name) => readVdev(name) ?? []);
  if (pattern?.partition !== undefined && pattern.disk !== undefined) {
    const free = nextPartition(used, kind, pattern.disk, pattern.partition);
    if (free !== undefined) return free;
  }
  for (let disk = 0; disk < kind.disks; disk += 1) {
    const partition = pattern?.partition === undefined ? 0 : 1;
    const candidate = vdevOf(kind.kind, disk, partition);
    if (!used.some((one) => one.number === candidate.number || isSameDisk(one, candidate)))
      return formatVdev(candidate);
  }
  return undefined;
}

function isSameDisk(one: Vdev, other: Vdev): boolean {
  const family = ({ kind }: Vdev): VdevKind => (kind === 'd' ? 'xvd' : kind);
  return one.disk !== undefined && one.disk === other.disk && family(one) === family(other);
}

function nextPartition(used: readonly Vdev[], kind: LettersKind, disk: number, from: number): string | undefined {
  const numbers = new Set(used.map(({ number }) => number));
  for (let partition = Math.max(from, 1); partition <= kind.partitions; partition += 1) {
    const { number } = vdevOf(kind.kind, disk, partition);
    if (!numbers.has(number)) return `${kind.kind}${lettersOf(disk)}${partition}`;
  }
  return undefined;
}

/** `d0p1`, in any base that C's scanf("%i") reads. */
function readNumbered(text: string): Vdev | undefined {
  if (!text.startsWith('d')) return undefined;
  const disk = readSigned(text, 0, 1);
  if (disk === undefined || text[disk.end] !== 'p') return undefined;
  const partition = readSigned(text, 0, disk.end + 1);
  if (partition?.end !== text.length) return undefined;
  const [diskNumber, partitionNumber] = [disk, partition].map(({ value }) => Number(BigInt.asIntN(32, value)));
  if (diskNumber === undefined || partitionNumber === undefined) return undefined;
  return diskNumber < 1 << 20 && partitionNumber < 256 ? vdevOf('d', diskNumber, partitionNumber) : undefined;
}

function readLetters(text: string, { kind, disks, partitions }: LettersKind): Vdev | undefined {
  if (!text.startsWith(kind)) return undefined;
  const letters = /[a-z]*/y;
  letters.lastIndex = kind.length;
  const disk = diskOf(letters.exec(text)?.[0] ?? '', disks);
  const rest = text.slice(letters.lastIndex);
  if (disk === undefined || rest.startsWith('0')) return undefined;
  if (rest === '') return vdevOf(kind, disk, 0);
  const partition = readUnsigned(rest, 10);
  if (partition?.end !== rest.length) return undefined;
  // The C code compares a signed number, so that a negative one is not too large for it.
  const signed = BigInt.asIntN(64, partition.value);
  return signed > BigInt(partitions) ? undefined : vdevOf(kind, disk, Number(BigInt.asIntN(32, signed)));
}

/** The place of a disk by its letters, from 0; −1 without any, `undefined` where there are not so many disks. */
function diskOf(letters: string, disks: number): number | undefined {
  let disk = -1;
  for (const letter of letters) {
    disk = (disk + 1) * 26 + letter.charCodeAt(0) - 97;
    if (disk >= disks) return undefined;
  }
  return disk;
}

function lettersOf(disk: number): string {
  const last = String.fromCharCode(97 + (disk % 26));
  return disk < 26 ? last : lettersOf(Math.floor(disk / 26) - 1) + last;
}

function readDeviceNumber(text: string): Vdev | undefined {
  const found = text === '' ? { value: 0n, end: 0, overflows: false } : readUnsigned(text, 0);
  if (found === undefined || found.end !== text.length || found.overflows || found.value > 0x7fffffffn)
    return undefined;
  return { kind: 'number', disk: undefined, partition: undefined, number: Number(found.value) };
}

function vdevOf(kind: 'xvd' | 'hd' | 'sd' | 'd', disk: number, partition: number): Vdev {
  return {
    kind,
    disk: disk < 0 && kind !== 'd' ? undefined : disk,
    partition: partition === 0 ? undefined : partition,
    number: numberOf(kind, disk, partition),
  };
}

function numberOf(kind: 'xvd' | 'hd' | 'sd' | 'd', disk: number, partition: number): number {
  if (kind === 'hd') return ((disk < 2 ? 3 : 22) << 8) | ((disk & 1) << 6) | partition;
  if (kind === 'sd') return (8 << 8) | (disk << 4) | partition;
  const isSmall = disk <= 15 && partition <= 15;
  return isSmall ? (202 << 8) | (disk << 4) | partition : (1 << 28) | (disk << 8) | partition;
}
