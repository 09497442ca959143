import type { Atom } from '../atom.ts';
import { cutAtom, spanIn } from '../atom.ts';
import type { DiskReading } from './disk-reading.ts';
import { addField, diskAccesses, isRefused, report, setCdrom, setString, setterOf } from './disk-reading.ts';
import type { DiskPiece } from './disk-scan.ts';
import { diskFormats } from './disk-type.ts';
import type { SpecField } from './spec.ts';

/**
 * Reads what has no name: target, format, vdev and access, each if it is not there yet.
 *
 * @param later the pieces behind it
 */
export function readPositional(reading: DiskReading, whole: Atom, later: readonly DiskPiece[]): void {
  const problems = isRefused(reading) ? reading.problems.length : undefined;
  readNext(reading, whole, later);
  // xl passes over these once it has refused something.
  if (problems !== undefined) reading.problems.length = problems;
}

function readNext(reading: DiskReading, whole: Atom, later: readonly DiskPiece[]): void {
  const { values, hasPrefix } = reading;
  if (!values.has('target')) addField(reading, unnamed('target', whole), setString);
  else if (!hasPrefix && !values.has('format')) readFormat(reading, whole);
  else if (!values.has('vdev') && hasPrefix && isFormat(whole.text)) readFormatBehindPrefix(reading, whole, later);
  else if (!values.has('vdev')) readVdevField(reading, whole);
  else readAccess(reading, whole);
}

function unnamed(name: string, value: Atom, span = value.span): SpecField {
  return { name, nameSpan: undefined, value, span };
}

function isFormat(text: string): boolean {
  return (diskFormats as readonly string[]).includes(text);
}

/** A name that is surely meant for the vdev. */
const vdevName = /^(?:xvd|hd|sd)[a-z]+[0-9]*(?::|$)/;

function readFormat(reading: DiskReading, whole: Atom): void {
  const { values } = reading;
  if (values.get('target') === '' && whole.text.includes(':')) {
    // xend's way to write an empty drive: `,hdc:cdrom,r`
    values.set('format', 'empty');
    readVdevField(reading, whole);
  } else if (vdevName.test(whole.text)) {
    report(reading, 'disk-without-format', whole);
    values.set('format', 'raw');
    readPositional(reading, whole, []);
  } else {
    addField(reading, unnamed('format', whole), setterOf('format'));
  }
}

function readVdevField(reading: DiskReading, whole: Atom): void {
  const colon = whole.text.lastIndexOf(':');
  const vdev = colon < 0 ? whole : cutAtom(whole, 0, colon);
  const field = unnamed('vdev', vdev, whole.span);
  addField(reading, field, setString);
  if (colon < 0) return;
  const type = cutAtom(whole, colon + 1);
  reading.deprecated.push({ form: 'type-suffix', text: type.text, span: spanIn(whole, colon, whole.text.length) });
  if (type.text === 'cdrom' || type.text === 'disk') setCdrom(reading, field, type.text === 'cdrom');
  else report(reading, 'unknown-vdev-suffix', type);
}

/** xl takes the format for the vdev, and what follows for the access. */
function readFormatBehindPrefix(reading: DiskReading, whole: Atom, later: readonly DiskPiece[]): void {
  const next = later.find(({ kind }) => kind === 'positional');
  const access = next && reading.atom.text.slice(next.start, next.end);
  if (access === undefined || diskAccesses.has(access)) {
    addField(reading, unnamed('vdev', whole), setString);
    report(reading, 'disk-format-behind-prefix', whole, 'fails-at-start');
  } else {
    reading.fields.push(unnamed('format', whole));
    report(reading, 'disk-format-behind-prefix', whole);
  }
}

function readAccess(reading: DiskReading, whole: Atom): void {
  if (reading.hasAccess) {
    reading.isDone = true;
    report(reading, 'too-many-disk-fields', whole);
    return;
  }
  reading.hasAccess = true;
  addField(reading, unnamed('access', whole), setterOf('access'));
}
