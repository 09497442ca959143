import type { ValueType } from '../../schema/values/value-type.ts';
import type { KeyDoc } from '../../schema/xl/key-doc.ts';
import type { XenVersion } from '../../schema/xl/xen-version.ts';
import { compareVersions, hasSince } from '../../schema/xl/xen-version.ts';
import { nearest } from '../../text/edit-distance.ts';
import { switchMeant } from './value-meant.ts';

/** A word that may be meant. */
interface MeantValue {
  readonly word: string;
  /** Whether only capitals, blanks, or `-` for `_` are different. */
  readonly isSame: boolean;
}

/** What people write for words that are quite different: xm's, libvirt's, a shell's. */
const otherWords: Readonly<Record<string, string>> = {
  reboot: 'restart',
  shutdown: 'destroy',
  poweroff: 'destroy',
  halt: 'destroy',
  ignore: 'preserve',
  std: 'stdvga',
  vesa: 'stdvga',
  sata: 'ahci',
  uefi: 'ovmf',
  efi: 'ovmf',
  qemu: 'qemu-xen',
};

/** The values of a kind that whoever wrote this one meant, nearest first; of those that a series knows. */
export function valuesMeant(
  type: ValueType,
  written: string,
  version: XenVersion,
  { valuesSince = {}, valuesRemovedIn = {} }: Pick<KeyDoc, 'valuesSince' | 'valuesRemovedIn'>,
): readonly MeantValue[] {
  const words = type
    .complete()
    .map(({ label }) => label)
    .filter((word) => hasSince(version, valuesSince[word]))
    .filter((word) => valuesRemovedIn[word] === undefined || compareVersions(version, valuesRemovedIn[word]) < 0);
  const plain = plainWord(written);
  const same = words.filter((word) => plainWord(word) === plain);
  if (same.length > 0) return same.map((word) => ({ word, isSame: true }));
  const other = otherWords[plain] ?? switchMeant(plain);
  if (other !== undefined && words.includes(other)) return [{ word: other, isSame: false }];
  if (plain.length < 3) return [];
  return nearest(plain, words, plain.length < 6 ? 1 : 2).map((word) => ({ word, isSame: false }));
}

function plainWord(word: string): string {
  return word.trim().toLowerCase().replaceAll(/[_ ]/g, '-');
}
