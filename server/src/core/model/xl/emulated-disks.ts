/** Where QEMU puts the disks of an HVM guest, which sees them there until its own drivers take over. */
import { fieldText } from '../../syntax/xl/values/spec.ts';
import { nextFreeVdev } from '../../syntax/xl/values/vdev.ts';
import type { XlConfig } from './config.ts';
import type { DiskUse } from './devices.ts';
import { disksOf } from './devices.ts';
import { stringOf } from './values.ts';

/** A place on one of QEMU's buses. */
export interface EmulatedPlace {
  readonly bus: 'IDE' | 'AHCI' | 'SCSI';
  /** From 0. */
  readonly unit: number;
}

/**
 * The place that libxl asks QEMU to put a disk in (libxl_dm.c, libxl__build_device_model_args_new): by the letter of the vdev
 * alone, so that `hda`, `xvda` and `xvda1` are the same. `undefined`: none, in no HVM guest, beyond the places that there are, or where
 * dom0 has no path to the disk for certain.
 */
export function emulatedPlace(config: XlConfig, { spec }: DiskUse): EmulatedPlace | undefined {
  const { device, backend, script, vdev = '', isCdrom, backendType } = spec;
  if (!isEmulating(config) || device?.disk === undefined) return undefined;
  if (backend !== undefined || script !== undefined || backendType === 'tap' || backendType === 'standalone')
    return undefined;
  const unit = device.disk;
  if (isCdrom) return unit < 4 ? { bus: 'IDE', unit } : undefined;
  if (vdev.startsWith('sd')) return { bus: 'SCSI', unit };
  if (fieldText(spec, 'specification') === 'virtio') return undefined;
  if (unit < 6 && stringOf(config.settings, 'hdtype')?.toLowerCase() === 'ahci') return { bus: 'AHCI', unit };
  return unit < 4 ? { bus: 'IDE', unit } : undefined;
}

/** Whether it is an HVM guest and upstream's QEMU its device model. */
export function isEmulating({ guest, settings }: XlConfig): boolean {
  return guest === 'hvm' && stringOf(settings, 'device_model_version') !== 'qemu-xen-traditional';
}

/** Finds the name for one more disk in the manner of another; `undefined` where no name of that kind is left. */
export type VdevPicker = (like: string) => string | undefined;

/** Picks names of which neither the device nor the place that QEMU would give it is taken in the file; always the same one for a kind. */
export function vdevPicker(config: XlConfig): VdevPicker {
  const taken = disksOf(config).flatMap(({ spec }) => (spec.vdev === undefined ? [] : [spec.vdev]));
  const aliases = isEmulating(config)
    ? taken.flatMap((name) => {
        const letter = /^(?:xvd|hd)([a-d])[0-9]*$/.exec(name)?.[1];
        return letter === undefined ? [] : [`xvd${letter}`, `hd${letter}`];
      })
    : [];
  const picked = new Map<string, string | undefined>();
  return (name) => {
    // Which whole disk it is does not matter, only of which kind.
    const like = name.replace(/^(xvd|hd|sd)[a-z]+$/, '$1a');
    if (!picked.has(like)) picked.set(like, nextFreeVdev([...taken, ...aliases], like));
    return picked.get(like);
  };
}
