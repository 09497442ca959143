import { disksOf } from '../../model/xl/devices.ts';
import type { VdevPicker } from '../../model/xl/emulated-disks.ts';
import { vdevPicker } from '../../model/xl/emulated-disks.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { DeviceFault } from '../device-fault.ts';
import { faultsIn, replacing, reportOf } from '../device-fault.ts';
import type { Fix, XlRule } from '../rule.ts';

export const unknownVdev: XlRule = {
  name: 'unknown-vdev',
  group: 'xl',
  severity: 'error',
  summary: 'A vdev is no name of a virtual disk, so that libxl fails at start.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    const pick = vdevPicker(config);
    const taken = new Set(disksOf(config).flatMap(({ spec }) => spec.vdev ?? []));
    for (const fault of faultsIn(config, 'disk')) {
      if (fault.kind === 'unknown-vdev') {
        yield reportOf(fault, {
          message:
            `${inlineCode(fault.text)} is no virtual disk: ${reasonFor(fault.text)} libxl says \`Invalid or unsupported virtual ` +
            'disk identifier`, and the guest does not start.',
          fixes: fixesFor(fault, taken, pick),
        });
      } else if (fault.kind === 'incomplete-vdev') {
        const what = fault.text === '' ? 'An empty vdev is' : `A vdev ${inlineCode(fault.text)} without a letter is`;
        yield reportOf(fault, {
          message: `${what} taken by libxl for a device that no guest has a name for.`,
          severity: 'warning',
          fixes: fixesFor(fault, taken, pick),
        });
      }
    }
  },
};

function reasonFor(text: string): string {
  if (text.startsWith('/')) return 'a vdev is a bare name, without a folder.';
  if (/[A-Z]/.test(text)) return 'its letters are lower-case ones.';
  const [, kind, , partition] = /^(xvd|hd|sd)([a-z]*)(.*)$/.exec(text) ?? [];
  if (partition?.startsWith('0')) return 'a partition has no leading zero.';
  switch (kind) {
    case 'hd':
      return '`hd` goes from `hda` to `hdd`, with partitions up to 63.';
    case 'sd':
      return '`sd` goes from `sda` to `sdp`, with partitions up to 15.';
    case 'xvd':
      return 'behind `xvd` stand letters and a partition up to 255.';
    default:
      return 'the names are `xvda`, `hda`, `sda` and the like, `d0p1`, or a number.';
  }
}

function fixesFor(fault: DeviceFault, taken: ReadonlySet<string>, pick: VdevPicker): readonly Fix[] {
  // A free disk in the place of a partition would be another device to the guest.
  const isPartition = /^(?:\/dev\/)?(?:xvd|hd|sd)[a-z]+[1-9][0-9]*$/i.test(fault.text);
  const free = isPartition ? undefined : pick(likeness(fault.text, taken));
  const names = new Set<string | undefined>([plainName(fault.text), free]);
  return [...names].flatMap((name) =>
    name === undefined || taken.has(name) ? [] : [replacing(fault.config, fault.span, name)],
  );
}

/** The name in the form that a vdev has, where it is one then. */
function plainName(text: string): string | undefined {
  const plain = text
    .toLowerCase()
    .replace(/^\/dev\//, '')
    .replace(/^vd(?=[a-z])/, 'xvd');
  return plain !== text && /^(?:xvd[a-z]|hd[a-d]|sd[a-p])(?:[1-9])?$/.test(plain) ? plain : undefined;
}

/** A vdev that the new one shall resemble. */
function likeness(text: string, taken: ReadonlySet<string>): string {
  const kind = /^(?:\/dev\/)?(xvd|hd|sd)/i.exec(text)?.[1]?.toLowerCase();
  return kind === undefined ? ([...taken].find((name) => name !== text) ?? 'xvda') : `${kind}a`;
}
