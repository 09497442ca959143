/** The strings of a file's devices, with what reading them found. */
import type { Disk } from '../../syntax/xl/values/disk-type.ts';
import type { SpecUse, XlConfig } from './config.ts';

/** A disk, where it is written. */
export interface DiskUse extends SpecUse {
  readonly language: 'disk';
  readonly spec: Disk;
}

/** The disks that xl reads from a file, those that it refuses included, in their order. */
export function disksOf({ specs }: XlConfig): readonly DiskUse[] {
  return specs.filter((use): use is DiskUse => use.language === 'disk');
}
