import type { Atom } from '../atom.ts';
import { cutAtom, spanIn } from '../atom.ts';
import { readPositional } from './disk-positional.ts';
import type { DiskReading } from './disk-reading.ts';
import { addField, isRefused, report, setCdrom, setString, setterOf, startReading } from './disk-reading.ts';
import type { DiskPiece } from './disk-scan.ts';
import { scanDisk } from './disk-scan.ts';
import { missingParts, startProblems } from './disk-start.ts';
import type { DeprecatedDiskForm, Disk, DiskFormat } from './disk-type.ts';
import { diskFormats } from './disk-type.ts';
import type { SpecField } from './spec.ts';
import { readVdev } from './vdev.ts';

/** So many pieces behind one may say what is meant by it. */
const lookedAt = 64;

/** A disk's string as xl reads it (libxlu_disk_l.l, libxlu_disk.c). */
export function parseDisk(atom: Atom): Disk {
  const reading = startReading(atom);
  const pieces = scanDisk(atom.text);
  for (const [index, piece] of pieces.entries()) {
    readPiece(reading, piece, pieces.slice(index + 1, index + 1 + lookedAt));
    if (reading.isDone) break;
  }
  const disk = factsOf(reading);
  if (!isRefused(reading)) reading.problems.push(...missingParts(disk));
  if (!isRefused(reading)) reading.problems.push(...startProblems(disk));
  return disk;
}

function readPiece(reading: DiskReading, piece: DiskPiece, later: readonly DiskPiece[]): void {
  const { atom } = reading;
  const whole = cutAtom(atom, piece.start, piece.end);
  const field = fieldOf(atom, piece);
  switch (piece.kind) {
    case 'blank':
      return;
    case 'parameter':
      addField(reading, field, setterOf(piece.name));
      return;
    case 'flag':
      readFlag(reading, field);
      return;
    case 'unknown-parameter':
      addField(reading, field, () => undefined);
      report(reading, 'unknown-disk-parameter', field);
      return;
    case 'prefix':
      readPrefix(reading, piece.name, whole);
      return;
    case 'unknown-prefix':
      report(reading, 'unknown-disk-prefix', whole);
      return;
    case 'stray':
      readStray(reading, whole, piece);
      return;
    case 'positional':
      if (isName(atom, piece, later[0])) readUnknownName(reading, whole, piece);
      else readPositional(reading, whole, later);
  }
}

function fieldOf(atom: Atom, { kind, name, start, end, value }: DiskPiece): SpecField {
  const nameSpan = spanIn(atom, start, start + name.length);
  return {
    name,
    nameSpan,
    value: kind === 'flag' ? undefined : cutAtom(atom, value, end),
    span: spanIn(atom, start, end),
  };
}

const opposites = [
  ['discard', 'no-discard'],
  ['colo', 'no-colo'],
  ['trusted', 'untrusted'],
] as const;

function readFlag(reading: DiskReading, field: SpecField): void {
  reading.fields.push(field);
  if (field.name === 'cdrom') {
    setCdrom(reading, field, true);
    return;
  }
  const pair = opposites.find(([one, other]) => one === field.name || other === field.name);
  const opposite = pair?.find((name) => name !== field.name) ?? '';
  const earlier = reading.flags.get(opposite);
  if (earlier !== undefined) report(reading, 'disk-parameter-overridden', earlier, 'dropped');
  reading.flags.delete(opposite);
  reading.flags.set(field.name, field);
}

const scripts: readonly string[] = ['iscsi', 'nbd', 'enbd', 'drbd'];

function readPrefix(reading: DiskReading, name: string, whole: Atom): void {
  reading.hasPrefix = true;
  const field = (parameter: string): SpecField => ({
    name: parameter,
    nameSpan: undefined,
    value: whole,
    span: whole.span,
  });
  let form: DeprecatedDiskForm['form'] = 'empty-prefix';
  if ((diskFormats as readonly string[]).includes(name)) {
    form = 'format-prefix';
    report(reading, setterOf('format')(reading, field('format'), { ...whole, text: name }), whole);
  } else if (scripts.includes(name)) {
    form = 'script-prefix';
    report(reading, setString(reading, field('script'), { ...whole, text: `block-${name}` }), whole);
  }
  reading.deprecated.push({ form, text: name, span: whole.span });
}

function readStray(reading: DiskReading, whole: Atom, { end }: DiskPiece): void {
  const isOverlooked = whole.text === '=' && end === reading.atom.text.length;
  if (isOverlooked) report(reading, 'stray-equals-sign', whole, 'dropped');
  else report(reading, 'bad-disk-syntax', whole);
}

/** Whether the piece is a name before an equals sign, in letters that xl has no parameter for. */
function isName({ text }: Atom, { end }: DiskPiece, next: DiskPiece | undefined): boolean {
  return next?.kind === 'stray' && next.start === end && end < text.length - 1;
}

function readUnknownName(reading: DiskReading, name: Atom, { start, end }: DiskPiece): void {
  const { atom } = reading;
  const comma = atom.text.indexOf(',', end);
  const valueEnd = comma < 0 ? atom.text.length : comma;
  const value = cutAtom(atom, end + 1, valueEnd);
  const field = { name: name.text, nameSpan: name.span, value, span: spanIn(atom, start, valueEnd) };
  reading.fields.push(field);
  reading.isDone = true;
  report(reading, 'unknown-disk-parameter', field);
}

function factsOf({ atom, fields, problems, deprecated, values, flags, isCdrom }: DiskReading): Disk {
  const target = values.get('target');
  const vdev = values.get('vdev');
  return {
    atom,
    fields,
    problems,
    deprecated,
    isCdrom,
    target,
    vdev,
    format: isCdrom && !target ? 'empty' : ((values.get('format') ?? 'raw') as DiskFormat),
    device: vdev === undefined ? undefined : readVdev(vdev),
    access: isCdrom || values.get('access') === 'r' ? 'r' : 'w',
    backend: values.get('backend') || undefined,
    backendType: values.get('backendtype'),
    script: values.get('script'),
    specification: values.get('specification'),
    flags: new Set(flags.keys()),
  };
}
