/** The strings of a file's devices, with what reading them found. */
import type { Disk } from '../../syntax/xl/values/disk-type.ts';
import type { Vif } from '../../syntax/xl/values/vif-type.ts';
import type { SpecUse, XlConfig } from './config.ts';

/** A disk, where it is written. */
export interface DiskUse extends SpecUse {
  readonly language: 'disk';
  readonly spec: Disk;
}

/** The disks that xl reads from a file, those that it refuses included, in their order. */
export function disksOf({ specs }: XlConfig): readonly DiskUse[] {
  return specs.filter(isDisk);
}

/** Whether a string is a disk. */
export function isDisk(use: SpecUse): use is DiskUse {
  return use.language === 'disk';
}

/** A network interface, where it is written. */
export interface VifUse extends SpecUse {
  readonly language: 'vif';
  readonly spec: Vif;
}

/** The network interfaces that xl reads from a file, in their order. */
export function vifsOf({ specs }: XlConfig): readonly VifUse[] {
  return specs.filter((use): use is VifUse => use.language === 'vif');
}
