/** A disk whose parts stand as strings of their own in the list, as in `["/dev/vg/a", "raw", "xvda", "w"]`. */
import type { XlConfig } from './config.ts';
import type { DiskUse } from './devices.ts';
import { disksOf } from './devices.ts';

const vdev = /^[ \t]*(?:xvd|hd|sd)[a-z]{1,2}[0-9]*(?::cdrom)?[ \t]*$/;
const word = /^[ \t]*(?:raw|qcow2?|vhd|qed|r|ro|w|rw|cdrom)[ \t]*$/;

/** The strings that are surely meant for one disk, in their order: a path, and behind it formats, accesses and a vdev. */
export function cutDisks(config: XlConfig): readonly (readonly DiskUse[])[] {
  const runs: DiskUse[][] = [];
  for (const disk of disksOf(config)) {
    const { text } = disk.spec.atom;
    const run = runs.at(-1);
    const isNext = run?.at(-1)?.lists[0] === disk.lists[0] && run?.at(-1)?.index === disk.index - 1;
    if (isNext && (vdev.test(text) || word.test(text))) run?.push(disk);
    else if (text.includes('/') && !/[,=]/.test(text)) runs.push([disk]);
    // What follows belongs to no disk before it.
    else runs.push([]);
  }
  return runs.filter((run) => run.slice(1).filter(({ spec }) => vdev.test(spec.atom.text)).length === 1);
}
