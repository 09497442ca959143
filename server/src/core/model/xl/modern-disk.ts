/** How a disk is written without the old forms. */
import { indexIn, plainAtom } from '../../syntax/xl/atom.ts';
import { parseDisk } from '../../syntax/xl/values/disk.ts';
import type { Disk, DiskFormat } from '../../syntax/xl/values/disk-type.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import type { TextEdit } from '../../text/edits.ts';
import { applyEdits } from '../../text/edits.ts';
import type { Span } from '../../text/span.ts';

type Edit = Omit<TextEdit, 'file'>;

/**
 * The edits, in places of the file, that take the old prefixes and suffixes out of a disk: `phy:/dev/vg/a,xvda,w` becomes
 * `/dev/vg/a,raw,xvda,w`. `undefined` where there are none, or where xl would then read something else.
 *
 * @param format the format that it shall have; its own where it is left out
 */
export function modernEdits(disk: Disk, format: DiskFormat = disk.format): readonly Edit[] | undefined {
  const edits = editsOf(disk, format);
  if (edits.length === 0) return undefined;
  const { atom } = disk;
  const own = edits.map(({ span, text }) => ({
    span: { start: indexIn(atom, span.start), end: indexIn(atom, span.end) },
    text,
  }));
  const after = parseDisk(plainAtom(applyEdits(atom.text, own)));
  return isSame(disk, { ...after, format: format === disk.format ? after.format : disk.format }) ? edits : undefined;
}

function editsOf(disk: Disk, format: DiskFormat): readonly Edit[] {
  const { deprecated, atom } = disk;
  const target = fieldOf(disk, 'target');
  const prefixes = deprecated.filter(({ form }) => form !== 'type-suffix');
  const named = fieldOf(disk, 'format') !== undefined;
  const script = prefixes.find(({ form }) => form === 'script-prefix');
  const edits: Edit[] = prefixes.map((prefix) => ({
    span: prefix.span,
    text: prefix === script ? `script=block-${script.text},` : '',
  }));
  for (const { form, text, span } of deprecated)
    if (form === 'type-suffix') edits.push({ span, text: text === 'cdrom' ? ',cdrom' : '' });
  // Without the prefix the place of the format is there.
  const needsFormat = target?.value !== undefined && target.nameSpan === undefined && prefixes.length > 0 && !named;
  if (needsFormat) edits.push({ span: endOf(target.span), text: `,${format}` });
  // xend's way to write an empty drive: `,hdc:cdrom,r`
  else if (atom.text.startsWith(',') && prefixes.length === 0 && disk.isCdrom && !named)
    edits.push({ span: { start: atom.span.start, end: atom.span.start }, text: ',' });
  return edits;
}

function endOf({ end }: Span): Span {
  return { start: end, end };
}

function isSame(one: Disk, other: Disk): boolean {
  const facts = (disk: Disk): string =>
    JSON.stringify([
      ...[disk.target ?? '', disk.format, disk.vdev, disk.access, disk.isCdrom, disk.backend, disk.backendType],
      ...[disk.script, disk.specification, [...disk.flags], disk.deprecated.length > 0 ? 'old' : ''],
      ...disk.problems.map(({ kind }) => kind),
    ]);
  return facts({ ...one, deprecated: [] }) === facts(other);
}
