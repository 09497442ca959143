import type { XlConfig } from '../../model/xl/config.ts';
import type { DiskUse } from '../../model/xl/devices.ts';
import { disksOf } from '../../model/xl/devices.ts';
import { isUnreadable, stringSetting } from '../../model/xl/direct-boot.ts';
import { atomsOf } from '../../model/xl/values.ts';
import { spanIn } from '../../syntax/xl/atom.ts';
import type { Vdev } from '../../syntax/xl/values/vdev.ts';
import { formatVdev, readVdev } from '../../syntax/xl/values/vdev.ts';
import { enumerate } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const rootWithoutDisk: XlRule = {
  name: 'root-without-disk',
  group: 'xl',
  severity: 'warning',
  summary: 'The kernel is told to take a disk for its root file system that the guest does not have.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    if (config.guest === undefined || config.guest === 'hvm' || isUnreadable(config)) return;
    const disks = disksOf(config);
    const root = rootOf(config);
    if (root === undefined || disks.length === 0 || !disks.every(isKnown)) return;
    if (disks.some(({ spec }) => spec.device === undefined || mayBe(root.device, spec.device))) return;
    const names = disks.flatMap(({ spec }) => spec.vdev ?? []);
    yield {
      location: placeIn(config, root.span),
      message: `The guest has no disk \`${formatVdev(root.device)}\`, only ${enumerate(names)}: its kernel finds no root file system.`,
      related: disks.map(({ value }) => ({ location: placeIn(config, value.span), message: 'A disk of the guest.' })),
      fixes: fixesFor(config, root, disks),
    };
  },
};

interface Root {
  readonly device: Vdev;
  /** Of the name, behind `/dev/`. */
  readonly span: Span;
}

/** The disk that the kernel is told by name, the last one where there are several; `undefined` for LVM, a UUID, NFS and all else. */
function rootOf(config: XlConfig): Root | undefined {
  const places = stringSetting(config, 'cmdline') === undefined ? ['extra', 'root'] : ['cmdline'];
  for (const key of places) {
    const [atom, ...more] = atomsOf(config.settings, key);
    const pattern = key === 'root' ? /^()([^ ]*)/ : /^(.*(?:^| )root=)([^ ]*)/s;
    const found = atom === undefined ? null : pattern.exec(atom.text);
    if (atom === undefined || found === null) continue;
    const [, before = '', path = ''] = found;
    const name = /^\/dev\/((?:xvd|sd|hd)[a-z]+[0-9]*)$/.exec(path)?.[1];
    const device = name === undefined ? undefined : readVdev(name);
    if (name === undefined || device === undefined || more.length > 0) return undefined;
    const start = before.length + '/dev/'.length;
    return { device, span: spanIn(atom, start, start + name.length) };
  }
  return undefined;
}

/** Whether it can be told by which name the guest sees the disk. */
function isKnown({ spec }: DiskUse): boolean {
  const kind = spec.device?.kind;
  return (
    (kind === 'xvd' || kind === 'sd' || kind === 'hd') && spec.problems.every(({ effect }) => effect === 'dropped')
  );
}

/** Whether a name in the guest may be that of a disk: Linux shows `sda` and `hda` as some `xvd`, too. */
function mayBe(name: Vdev, disk: Vdev): boolean {
  if (disk.kind !== 'xvd' && name.kind === 'xvd') return true;
  if (disk.kind !== name.kind || disk.disk !== name.disk) return false;
  return disk.partition === undefined || disk.partition === name.partition;
}

/** Disks at the same place, such as xvda1 for sda1. */
function fixesFor(config: XlConfig, { device, span }: Root, disks: readonly DiskUse[]): readonly Fix[] {
  const names = disks
    .flatMap(({ spec }) => spec.device ?? [])
    .filter((disk) => mayBe({ ...device, kind: disk.kind }, disk))
    .map((disk) => formatVdev({ ...device, kind: disk.kind }));
  return names.map((name) => ({
    title: `Write \`/dev/${name}\``,
    safety: 'unsafe',
    edits: [replaceIn(config, span, name)],
  }));
}
