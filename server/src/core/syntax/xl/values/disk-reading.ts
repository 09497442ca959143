import type { Span } from '../../../text/span.ts';
import type { Atom } from '../atom.ts';
import { readInt } from './c-number.ts';
import type { DeprecatedDiskForm, DiskProblemKind } from './disk-type.ts';
import { diskFormats } from './disk-type.ts';
import type { SpecEffect, SpecField, SpecProblem } from './spec.ts';

/** What has been read of a disk so far. */
export interface DiskReading {
  readonly atom: Atom;
  readonly fields: SpecField[];
  readonly problems: SpecProblem<DiskProblemKind>[];
  readonly deprecated: DeprecatedDiskForm[];
  /** Values by parameter. */
  readonly values: Map<string, string>;
  readonly flags: Map<string, SpecField>;
  isCdrom: boolean;
  /** The field that made or unmade it a CD-ROM drive. */
  typeField: SpecField | undefined;
  accessField: SpecField | undefined;
  /** Whether an old prefix was there, behind which no format may stand. */
  hasPrefix: boolean;
  /** Whether the unnamed field for access was used, be it by a value that is none. */
  hasAccess: boolean;
  /** Whether xl reads no further. */
  isDone: boolean;
}

/** Sets what a field says; gives what xl has against its value. */
export type DiskSetter = (reading: DiskReading, field: SpecField, value: Atom) => DiskProblemKind | undefined;

export function startReading(atom: Atom): DiskReading {
  return {
    atom,
    fields: [],
    problems: [],
    deprecated: [],
    values: new Map(),
    flags: new Map(),
    isCdrom: false,
    typeField: undefined,
    accessField: undefined,
    hasPrefix: false,
    hasAccess: false,
    isDone: false,
  };
}

/** Whether xl has found a fault; it then passes over what has no name. */
export function isRefused(reading: DiskReading): boolean {
  return reading.problems.some(({ effect }) => effect === 'refused');
}

/** Notes a problem at a place; without a kind, none. */
export function report(
  reading: DiskReading,
  kind: DiskProblemKind | undefined,
  at: { readonly span: Span },
  effect: SpecEffect = 'refused',
): void {
  if (kind !== undefined) reading.problems.push({ kind, span: at.span, effect });
}

/** Notes a field with its value. */
export function addField(reading: DiskReading, field: SpecField, set: DiskSetter): void {
  reading.fields.push(field);
  if (field.value !== undefined) report(reading, set(reading, field, field.value), field.value);
}

/** What is set by this parameter. */
export function setterOf(name: string): DiskSetter {
  return setters.get(name) ?? setString;
}

/** What has one of a few values, which may be given again, but no other one. */
function wordSetter(words: readonly string[], unknown: DiskProblemKind): DiskSetter {
  return ({ values }, { name }, { text }) => {
    const word = name === 'format' && text.trimEnd() === '' ? text.replace('', 'raw') : text;
    if (!words.includes(word)) return words.includes(word.trimEnd()) ? 'blank-behind-disk-field' : unknown;
    const before = values.get(name);
    if (before !== undefined && before !== word) return 'disk-parameter-twice';
    values.set(name, word);
    return undefined;
  };
}

/** What has any value, but only one, unless that was empty. */
export const setString: DiskSetter = ({ values }, { name }, { text }) => {
  if (values.get(name)) return 'disk-parameter-twice';
  values.set(name, text);
  return undefined;
};

/** What may be set again. */
const setAgain: DiskSetter = ({ values }, { name }, { text }) => {
  values.set(name, text);
  return undefined;
};

/** The words for access; none means `w`. */
export const diskAccesses: ReadonlyMap<string, 'r' | 'w'> = new Map([
  ['r', 'r'],
  ['ro', 'r'],
  ['w', 'w'],
  ['rw', 'w'],
  ['', 'w'],
]);

const setAccess: DiskSetter = (reading, field, { text }) => {
  const access = diskAccesses.get(text);
  if (access === undefined) return diskAccesses.has(text.trimEnd()) ? 'blank-behind-disk-field' : 'unknown-disk-access';
  const { accessField, values } = reading;
  if (accessField !== undefined && values.get('access') !== access)
    report(reading, 'disk-parameter-overridden', accessField, 'dropped');
  reading.accessField = field;
  values.set('access', access);
  return undefined;
};

const setType: DiskSetter = (reading, field, { text }) => {
  if (text !== 'cdrom' && text !== 'disk') return 'unknown-disk-type';
  setCdrom(reading, field, text === 'cdrom');
  return undefined;
};

/** Makes it a CD-ROM drive, or none. */
export function setCdrom(reading: DiskReading, field: SpecField, isCdrom: boolean): void {
  const { typeField } = reading;
  if (typeField !== undefined && reading.isCdrom !== isCdrom)
    report(reading, 'disk-parameter-overridden', typeField, 'dropped');
  reading.isCdrom = isCdrom;
  reading.typeField = field;
}

const setters: ReadonlyMap<string, DiskSetter> = new Map<string, DiskSetter>([
  ['format', wordSetter(diskFormats, 'unknown-disk-format')],
  ['backendtype', wordSetter(['phy', 'tap', 'qdisk', 'standalone'], 'unknown-disk-backend-type')],
  ['specification', wordSetter(['xen', 'virtio'], 'unknown-disk-specification')],
  ['access', setAccess],
  ['devtype', setType],
  ['grant_usage', setAgain],
  ['colo-port', (...given) => (readInt(given[2].text) === 0 ? 'disk-port-not-a-number' : setAgain(...given))],
]);
