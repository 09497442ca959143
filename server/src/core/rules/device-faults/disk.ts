/** What is said about the faults of a disk that have no rule of their own. */
import { disksOf } from '../../model/xl/devices.ts';
import { vdevPicker } from '../../model/xl/emulated-disks.ts';
import type { DiskProblemKind } from '../../syntax/xl/values/disk-type.ts';
import type { SpecField } from '../../syntax/xl/values/spec.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { DeviceFault, FaultReport, FaultTable } from '../device-fault.ts';
import { fieldAt, meantBy, oneOfThese, removing, replacing, respellings } from '../device-fault.ts';
import type { Fix } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

type WithOwnRule =
  | 'disk-without-format'
  | 'unknown-disk-format'
  | 'unknown-disk-access'
  | 'unknown-disk-prefix'
  | 'blank-behind-disk-field'
  | 'parameters-behind-target'
  | 'writable-cdrom'
  | 'unknown-vdev'
  | 'incomplete-vdev';

const parameters: readonly string[] = [
  ...['target', 'format', 'vdev', 'access', 'devtype', 'backend', 'backendtype', 'script', 'specification'],
  ...['grant_usage', 'colo-host', 'colo-port', 'colo-export', 'active-disk', 'hidden-disk'],
];

/** What people write for a parameter that has another name. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['file', 'target'],
  ['path', 'target'],
  ['dev', 'vdev'],
  ['device', 'vdev'],
  ['mode', 'access'],
  ['type', 'devtype'],
]);

/** By kind of fault; xl refuses the file for most of them. */
export const diskFaults: FaultTable<Exclude<DiskProblemKind, WithOwnRule>> = {
  'unknown-disk-type': (fault) => wordFault(fault, '`devtype=`', ['cdrom', 'disk']),
  'unknown-vdev-suffix': (fault) => wordFault(fault, 'The colon behind a vdev', ['cdrom', 'disk']),
  'unknown-disk-backend-type': (fault) => wordFault(fault, '`backendtype=`', ['phy', 'qdisk', 'tap', 'standalone']),
  'unknown-disk-specification': (fault) => wordFault(fault, '`specification=`', ['xen', 'virtio']),
  'disk-port-not-a-number': ({ text }) => ({
    message: `\`colo-port=\` takes the number of a port, not ${inlineCode(text)}.`,
  }),
  'unknown-disk-parameter': unknownParameter,
  'bad-disk-syntax': ({ text }) => ({
    message: `xl can make nothing of ${inlineCode(text)} in a disk and says \`bad disk syntax\`.`,
  }),
  'disk-parameter-twice': parameterTwice,
  'too-many-disk-fields': ({ text }) => ({
    message: `${inlineCode(text)} has no name and no place: without names a disk has target, format, vdev and access.`,
  }),
  'disk-without-vdev': withoutVdev,
  'disk-without-target': () => ({
    message: 'This disk has no target; only a CD-ROM drive, with `cdrom`, may be without one.',
  }),
  'disk-format-behind-prefix': formatBehindPrefix,
  'empty-disk-not-cdrom': () => ({
    message:
      'The format `empty` is for a CD-ROM drive without a disc: libxl says `is empty but not cdrom` of any other disk.',
  }),
  'empty-disk-with-target': () => ({
    message:
      'The format `empty` is for a drive without a disc, but this one has a target: libxl says `is empty but an image has been ' +
      'provided`.',
  }),
  'empty-disk-target': () => ({ message: 'The target of this disk is empty: libxl says `failed to stat`.' }),
  'no-backend-for-disk': ({ text }) => ({
    message:
      `${inlineCode(text)} does not go with the rest of this disk: no backend of libxl serves such a combination of format, ` +
      '`backendtype`, `script` and `specification`.',
  }),
  'stray-equals-sign': (fault) => ({
    message: 'xl overlooks this `=` at the very end of the disk.',
    severity: 'hint',
    fixes: [replacing(fault.config, fault.span, '', 'safe')],
  }),
  'disk-parameter-overridden': (fault) => ({
    message: `${inlineCode(fault.text)} has no effect: what stands behind it in this disk says the opposite, and xl takes that.`,
    severity: 'warning',
    fixes: [withoutOverridden(fault)],
  }),
};

function wordFault(fault: DeviceFault, where: string, words: readonly string[]): FaultReport {
  return {
    message: `${where} takes ${oneOfThese(words)}, not ${inlineCode(fault.text)}.`,
    fixes: respellings(fault, words),
  };
}

/** Takes out the parameter, or only the suffix of a vdev. */
function withoutOverridden(fault: DeviceFault): Fix {
  const title = 'Remove what has no effect';
  const field = fieldAt(fault);
  if (field?.name !== 'vdev' || field.value === undefined)
    return removing(fault, field?.span ?? fault.span, title, 'safe');
  const span = { start: field.value.span.end, end: field.span.end };
  const { fields } = fault.use.spec;
  const hasEmptyTarget = fields.some(({ name, value }) => name === 'target' && value?.text === '');
  // Behind an empty target the colon is what makes xl read a vdev, and no format (libxlu_disk_l.l).
  if (hasEmptyTarget && !fields.some(({ name }) => name === 'format'))
    return replacing(fault.config, span, fault.text.endsWith(':cdrom') ? ':disk' : ':cdrom', 'safe');
  return { title, safety: 'safe', edits: [{ file: fault.config.file, span, text: '' }] };
}

function unknownParameter(fault: DeviceFault): FaultReport {
  const field = fieldAt(fault);
  const name = field?.name ?? fault.text;
  // To xl it is a parameter only with one of these.
  if (name.trim() === 'grant_usage')
    return { message: '`grant_usage` takes `0` or `1`, right behind its equals sign.' };
  const other = otherNames.get(name.toLowerCase().trim());
  const { fields } = fault.use.spec;
  const meant = (other === undefined ? meantBy(name, parameters) : [other]).filter(
    (one) => !fields.some((given) => given.name === one),
  );
  const span = field?.nameSpan ?? fault.span;
  return {
    message: `xl knows no parameter ${inlineCode(name)} of a disk.`,
    fixes: meant.map((one) => replacing(fault.config, span, one)),
  };
}

function parameterTwice(fault: DeviceFault): FaultReport {
  const field = fieldAt(fault);
  const name = field?.name ?? '';
  const earlier = fault.use.spec.fields.find((one) => one.name === name && one !== field);
  return {
    message: `This disk has a ${name} already: xl takes one only and says \`${name} respecified\`.`,
    related:
      earlier === undefined ? [] : [{ location: placeIn(fault.config, earlier.span), message: 'The first one.' }],
    fixes:
      field === undefined
        ? []
        : [removing(fault, field.span, `Remove ${inlineCode(writtenIn(fault, field))}`, 'unsafe')],
  };
}

function withoutVdev(fault: DeviceFault): FaultReport {
  const like = disksOf(fault.config).find(({ spec }) => spec.vdev !== undefined)?.spec.vdev ?? 'xvda';
  const vdev = vdevPicker(fault.config)(like);
  const at = { start: fault.use.value.atom.span.start, end: fault.use.value.atom.span.start };
  const edit = { file: fault.config.file, span: at, text: `vdev=${vdev}, ` };
  return {
    message: 'This disk has no vdev, the name under which the guest sees it.',
    fixes:
      // A word alone is no disk that only lacks its vdev.
      vdev === undefined || !fault.text.includes('/')
        ? []
        : [{ title: `Add \`vdev=${vdev}\``, safety: 'unsafe', edits: [edit] }],
  };
}

function formatBehindPrefix(fault: DeviceFault): FaultReport {
  const { atom } = fault.use.value;
  const prefix = /^[ \t]*(?:phy|file|tap|tap2|tapdisk|aio):/.exec(atom.text)?.[0];
  const written = fault.config.tree.text.slice(atom.span.start, atom.span.start + (prefix?.length ?? 0));
  const cut = { start: atom.span.start, end: atom.span.start + written.length };
  // Where xl takes it for the vdev, there is no other vdev.
  const isMendable = prefix !== undefined && prefix === written && fault.effect === 'refused';
  const fix = { title: `Remove ${inlineCode(written)}`, edits: [{ file: fault.config.file, span: cut, text: '' }] };
  return {
    message: `Behind an old prefix such as \`phy:\` there is no place for a format, so xl takes ${inlineCode(fault.text)} for the vdev.`,
    // The prefix has no effect but that no format may stand behind it.
    fixes: isMendable ? [{ ...fix, safety: 'safe' }] : [],
  };
}

function writtenIn({ config }: DeviceFault, { span }: SpecField): string {
  return config.tree.text.slice(span.start, span.end);
}
