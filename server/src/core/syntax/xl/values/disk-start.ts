import type { Span } from '../../../text/span.ts';
import { spanIn } from '../atom.ts';
import type { Disk, DiskProblemKind } from './disk-type.ts';
import type { SpecEffect, SpecProblem } from './spec.ts';
import { fieldOf } from './spec.ts';
import { readVdev } from './vdev.ts';

type Problem = SpecProblem<DiskProblemKind>;

/** What xl misses when it has read all of a disk without complaint, and what it took for another thing. */
export function missingParts(disk: Disk): readonly Problem[] {
  const swallowed = swallowedParameters(disk);
  if (disk.vdev === undefined) {
    const span = swallowed ?? disk.atom.span;
    return [problem(swallowed === undefined ? 'disk-without-vdev' : 'parameters-behind-target', span, 'refused')];
  }
  if (disk.target === undefined && !disk.isCdrom) return [problem('disk-without-target', disk.atom.span, 'refused')];
  const found: Problem[] = [];
  // What a script makes of its target is its own affair.
  if (swallowed !== undefined && disk.script === undefined)
    found.push(problem('parameters-behind-target', swallowed, 'misread'));
  const access = fieldOf(disk, 'access')?.value;
  if (disk.isCdrom && access?.text.includes('w')) found.push(problem('writable-cdrom', access.span, 'dropped'));
  return found;
}

/** What libxl refuses when the guest starts (libxl_disk.c, libxl_device.c), as far as the string alone tells. */
export function startProblems(disk: Disk): readonly Problem[] {
  if (disk.problems.some(({ effect }) => effect === 'fails-at-start')) return [];
  return [...vdevProblems(disk), ...contentProblems(disk)];
}

function problem(kind: DiskProblemKind, span: Span, effect: SpecEffect = 'fails-at-start'): Problem {
  return { kind, span, effect };
}

const parameterInTarget = /^(?:format|vdev|access|devtype|backend|backendtype|specification|script)=/;
const words: readonly string[] = [
  ...['raw', 'qcow', 'qcow2', 'vhd', 'qed', 'empty', 'r', 'ro', 'w', 'rw'],
  ...['cdrom', 'discard', 'no-discard', 'direct-io-safe', 'trusted', 'untrusted'],
];

/** What stands behind a comma in the value of `target=`, where one of the parts looks like a parameter. */
function swallowedParameters(disk: Disk): Span | undefined {
  const target = disk.fields.find(({ name, nameSpan }) => name === 'target' && nameSpan !== undefined)?.value;
  if (target === undefined) return undefined;
  const parts = target.text.split(',').slice(1);
  const isParameter = (part: string): boolean =>
    parameterInTarget.test(part) || words.includes(part) || /^(?:xvd|hd|sd)[a-z]{1,2}[0-9]*$/.test(part);
  if (!parts.some((part) => isParameter(part.trim()))) return undefined;
  return spanIn(target, target.text.indexOf(',') + 1, target.text.length);
}

function vdevProblems(disk: Disk): readonly Problem[] {
  const { vdev = '', device } = disk;
  const span = fieldOf(disk, 'vdev')?.value?.span ?? disk.atom.span;
  if (device === undefined) {
    const hasBlank = readVdev(vdev.trimEnd()) !== undefined;
    return [problem(hasBlank ? 'blank-behind-disk-field' : 'unknown-vdev', span)];
  }
  const isIncomplete = vdev === '' || (device.kind !== 'number' && device.disk === undefined);
  return isIncomplete ? [problem('incomplete-vdev', span, 'misread')] : [];
}

function contentProblems(disk: Disk): readonly Problem[] {
  const { format, isCdrom, target, backend, backendType, script } = disk;
  const spanOf = (name: string): Span => fieldOf(disk, name)?.value?.span ?? disk.atom.span;
  if (format === 'empty') {
    if (!isCdrom) return [problem('empty-disk-not-cdrom', spanOf('format'))];
    // The file that libxl itself puts there for a stub domain.
    if (target && !target.includes('/empty-cdrom')) return [problem('empty-disk-with-target', spanOf('target'))];
  }
  const looksAtTarget = [undefined, 'phy', 'standalone'].includes(backendType) && backend === undefined;
  if (format !== 'empty' && target === '' && looksAtTarget && script === undefined)
    return [problem('empty-disk-target', spanOf('target'))];
  const types = backendType === undefined ? ['phy', 'qdisk', 'tap', 'standalone'] : [backendType];
  if (types.some((type) => mayServe(disk, type))) return [];
  const culprit = ['backendtype', 'specification', 'script', 'format'].find(
    (name) => fieldOf(disk, name) !== undefined,
  );
  return [problem('no-backend-for-disk', culprit === undefined ? disk.atom.span : spanOf(culprit))];
}

/** Whether a backend of this type could serve the disk, whatever its target is (libxl_device.c, disk_try_backend). */
function mayServe(disk: Disk, type: string): boolean {
  const { format, isCdrom, script, specification, flags } = disk;
  const isVirtio = specification === 'virtio';
  const hasColo = flags.has('colo');
  if (isVirtio !== (type === 'standalone')) return false;
  if (type === 'qdisk') return script === undefined;
  if (hasColo) return false;
  if (type === 'tap') return format === 'raw' || format === 'vhd';
  if (type === 'phy') return format === 'raw' || (isCdrom && format === 'empty');
  return format === 'raw' && script === undefined;
}
