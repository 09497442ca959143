import type { Span } from '../../../text/span.ts';
import type { Spec } from './spec.ts';
import type { Vdev } from './vdev.ts';

/** What can be wrong with a disk. */
export type DiskProblemKind =
  /** What stands where the format belongs is a vdev, as in `/dev/vg/a,xvda,w`. xl: "unknown value for format". */
  | 'disk-without-format'
  /** A format behind an old prefix, as in `phy:/dev/vg/a,raw,xvda,w`. With a prefix the field is not there, and xl takes the word for the vdev. */
  | 'disk-format-behind-prefix'
  /** xl: "unknown value for format". */
  | 'unknown-disk-format'
  /** Such as xm's `w!`. xl: "unknown value for access". */
  | 'unknown-disk-access'
  /** Neither `cdrom` nor `disk` behind `devtype=`. xl: "unknown value for type". */
  | 'unknown-disk-type'
  /** Neither `cdrom` nor `disk` behind the colon of a vdev. xl: "unknown deprecated type". */
  | 'unknown-vdev-suffix'
  /** xl: "unknown value for backendtype". */
  | 'unknown-disk-backend-type'
  /** xl: "unknown value for specification". */
  | 'unknown-disk-specification'
  /** No number behind `colo-port=`. xl: "unknown value for colo_port". */
  | 'disk-port-not-a-number'
  /** A word and a colon in front of the target that is none of the old prefixes, as in a URL. xl: "unknown deprecated disk prefix". */
  | 'unknown-disk-prefix'
  /** A name before `=` that xl does not know. xl: "unknown parameter", or "bad disk syntax" for a name with capitals or `_`. */
  | 'unknown-disk-parameter'
  /** xl can make nothing of the rest: "bad disk syntax". */
  | 'bad-disk-syntax'
  /** A lone `=` at the very end, which xl overlooks. */
  | 'stray-equals-sign'
  /** A parameter that has a value already. xl: "respecified". */
  | 'disk-parameter-twice'
  /** A parameter that a later one overrides without a word: access, or one of two opposite flags. */
  | 'disk-parameter-overridden'
  /** More than target, format, vdev and access. xl: "too many positional parameters". */
  | 'too-many-disk-fields'
  /** xl: "no vdev specified". */
  | 'disk-without-vdev'
  /** xl: "no target specified (and device not removable)". */
  | 'disk-without-target'
  /** A format, access or vdev that would be one but for blanks behind it; xl cuts them off in front only. */
  | 'blank-behind-disk-field'
  /** Parameters behind `target=`, which takes all the rest of the string. */
  | 'parameters-behind-target'
  /** `w` for a CD-ROM drive, which xl always makes read-only. */
  | 'writable-cdrom'
  /** libxl: "Invalid or unsupported virtual disk identifier". */
  | 'unknown-vdev'
  /** A vdev that is empty, or a kind without a letter, such as `xvd`: libxl takes it for a device that nobody means. */
  | 'incomplete-vdev'
  /** Format `empty` for what is no CD-ROM drive. libxl: "is empty but not cdrom". */
  | 'empty-disk-not-cdrom'
  /** Format `empty` and a target. libxl: "is empty but an image has been provided". */
  | 'empty-disk-with-target'
  /** No target, and nothing that needs none. libxl: "failed to stat". */
  | 'empty-disk-target'
  /** A backend type, format, script and specification that do not go together. libxl: "no suitable backend for disk". */
  | 'no-backend-for-disk';

/** The formats that xl knows; `empty` is a CD-ROM drive without a disc. */
export const diskFormats = ['raw', 'qcow', 'qcow2', 'vhd', 'qed', 'empty'] as const;

export type DiskFormat = (typeof diskFormats)[number];

/** An old way to write something, which xl still takes. */
export interface DeprecatedDiskForm {
  /**
   * `format-prefix`: `qcow2:`, now `format=`; `script-prefix`: `drbd:`, now `script=block-drbd`; `empty-prefix`: `phy:`, which
   * has no effect but that no format may stand behind it; `type-suffix`: `hdc:cdrom`, now `devtype=`.
   */
  readonly form: 'format-prefix' | 'script-prefix' | 'empty-prefix' | 'type-suffix';
  /** The word without its colon. */
  readonly text: string;
  /** With the colon. */
  readonly span: Span;
}

/** A disk as xl reads it (libxlu_disk_l.l, libxlu_disk.c). Where it is refused, the facts are those that seem meant. */
export interface Disk extends Spec<DiskProblemKind> {
  /** Path, or what the script makes of it; `undefined`: none is given, which goes for a CD-ROM drive. */
  readonly target: string | undefined;
  readonly format: DiskFormat;
  /** As written; `undefined`: none is given. */
  readonly vdev: string | undefined;
  /** What libxl makes of the vdev; `undefined` where it refuses it. */
  readonly device: Vdev | undefined;
  readonly access: 'r' | 'w';
  readonly isCdrom: boolean;
  /** The driver domain's name; `undefined`: dom0. */
  readonly backend: string | undefined;
  /** `undefined`: libxl chooses. */
  readonly backendType: string | undefined;
  /** File name, or path, of the hotplug script; `undefined`: the usual one. */
  readonly script: string | undefined;
  readonly specification: string | undefined;
  /** The flags that count, such as `discard`, by name. */
  readonly flags: ReadonlySet<string>;
  readonly deprecated: readonly DeprecatedDiskForm[];
}
