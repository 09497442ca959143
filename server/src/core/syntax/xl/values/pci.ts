import type { Atom } from '../atom.ts';
import { cutAtom, spanIn } from '../atom.ts';
import { readInt, scanHex } from './c-number.ts';
import type { Spec, SpecEffect, SpecField, SpecProblem } from './spec.ts';

/** What can be wrong with a PCI device. */
export type PciProblemKind =
  /** No `.` and function behind the slot, as in `01:00`. xl 4.17 crashes; others say "unable to parse PCI_SPEC_STRING", or read what stands in memory. */
  | 'pci-without-function'
  /** What is no address. xl: "unable to parse PCI_SPEC_STRING". */
  | 'unreadable-pci-address'
  /** A domain over ffff, a bus over ff, a slot over 1f or a function over 7. xl: "unable to parse PCI_SPEC_STRING". */
  | 'pci-address-out-of-range'
  /** No hexadecimal number up to 1f behind `@` or `vslot=`. xl: "unable to parse PCI_SPEC_STRING". */
  | 'unreadable-pci-slot'
  /** Something between the address and the next comma, or behind the address or slot that `bdf=` or `vslot=` gives. */
  | 'text-behind-pci-address'
  /** xl: "Unknown PCI_SPEC_STRING option". */
  | 'unknown-pci-parameter'
  /** A part without `=`. xl: "unable to parse PCI_SPEC_STRING". */
  | 'pci-parameter-without-value'
  /** xl: "Unknown RDM policy". */
  | 'unknown-rdm-policy'
  /** A switch with a word, which xl reads as a number and so as 0. */
  | 'pci-switch-not-a-number'
  /** Neither an address nor a name. xl: "unable to parse PCI_SPEC_STRING". */
  | 'pci-without-address'
  /** An address and a name. xl: "unable to parse PCI_SPEC_STRING". */
  | 'pci-address-and-name'
  /** A parameter that is given again; the last one counts. */
  | 'pci-parameter-twice';

/** Where a PCI device is on the host. */
export interface PciAddress {
  readonly domain: number;
  readonly bus: number;
  readonly slot: number;
  /** `*`: all functions of the device. */
  readonly function: number | '*';
}

/** A PCI device that is handed to a guest, as xl reads it (libxlu_pci.c). */
export interface Pci extends Spec<PciProblemKind> {
  /** `undefined` where a name says which, or where xl refuses it. */
  readonly address: PciAddress | undefined;
  /** The name under which the device was made assignable. */
  readonly name: string | undefined;
  /** The slot that the guest sees. */
  readonly virtualSlot: number | undefined;
  readonly isPermissive: boolean;
  readonly translatesMsi: boolean;
  readonly isSeized: boolean;
  readonly hasPowerManagement: boolean;
  readonly rdmPolicy: 'strict' | 'relaxed' | undefined;
}

type Problem = SpecProblem<PciProblemKind>;

interface Reading {
  readonly atom: Atom;
  readonly fields: SpecField[];
  readonly problems: Problem[];
  address: PciAddress | undefined;
  virtualSlot: number | undefined;
  hasAddress: boolean;
}

/** An address at a place of a text, or what is wrong with it. */
type AddressReading = { readonly address: PciAddress; readonly end: number } | { readonly kind: PciProblemKind };

/** A PCI device's string as libxlutil of Xen 4.15 and later reads it. */
export function parsePci(atom: Atom): Pci {
  const reading: Reading = {
    atom,
    fields: [],
    problems: [],
    address: undefined,
    virtualSlot: undefined,
    hasAddress: false,
  };
  readParameters(reading, readLeadingAddress(reading));
  const { fields, problems } = reading;
  const text = (name: string): string | undefined => fields.findLast((field) => field.name === name)?.value?.text;
  const isOn = (name: string): boolean => readInt(text(name) ?? '') !== 0;
  const name = text('name');
  if (!isRefused(reading) && (name !== undefined) === reading.hasAddress)
    report(reading, name === undefined ? 'pci-without-address' : 'pci-address-and-name', atom);
  return {
    atom,
    fields,
    problems: [...problems, ...twice(fields)],
    name,
    address: isRefused(reading) ? undefined : reading.address,
    virtualSlot: reading.virtualSlot,
    isPermissive: isOn('permissive'),
    translatesMsi: isOn('msitranslate'),
    isSeized: isOn('seize'),
    hasPowerManagement: isOn('power_mgmt'),
    rdmPolicy: policies.find((policy) => policy === text('rdm_policy')?.toLowerCase()),
  };
}

const policies = ['strict', 'relaxed'] as const;

function isRefused({ problems }: Reading): boolean {
  return problems.some(({ effect }) => effect === 'refused');
}

function report(
  reading: Reading,
  kind: PciProblemKind,
  at: { readonly span: Problem['span'] },
  effect: SpecEffect = 'refused',
): void {
  reading.problems.push({ kind, span: at.span, effect });
}

/** Reads an address without its name, and a slot behind it. Gives where the parameters begin. */
function readLeadingAddress(reading: Reading): number {
  const { atom } = reading;
  const { text } = atom;
  const comma = text.indexOf(',');
  const first = cutAtom(atom, 0, comma < 0 ? text.length : comma);
  const found = readAddress(text, 0);
  if ('kind' in found) {
    // Without an address in front, all is parameters to xl.
    if (text === '' || first.text.includes('=')) return 0;
    reading.fields.push({ name: 'bdf', nameSpan: undefined, value: first, span: first.span });
    report(reading, found.kind, first);
    return first.text.length + 1;
  }
  reading.hasAddress = true;
  reading.address = found.address;
  const address = cutAtom(atom, 0, found.end);
  reading.fields.push({ name: 'bdf', nameSpan: undefined, value: address, span: address.span });
  let end = found.end;
  if (text.charAt(end) === '@') end = readSlotBehind(reading, end + 1, first.text.length);
  if (end < first.text.length && !isRefused(reading))
    report(reading, 'text-behind-pci-address', { span: spanIn(atom, end, first.text.length) });
  return first.text.length + 1;
}

function readSlotBehind(reading: Reading, start: number, end: number): number {
  const { atom } = reading;
  const slot = readHex(atom.text, start);
  const value = cutAtom(atom, start, Math.max(slot === undefined || slot.end > end ? end : slot.end, start));
  reading.fields.push({ name: 'vslot', nameSpan: undefined, value, span: value.span });
  setSlot(reading, value);
  return start + value.text.length;
}

function readParameters(reading: Reading, start: number): void {
  const { atom } = reading;
  let at = start;
  while (at < atom.text.length && !isRefused(reading)) {
    const equals = atom.text.indexOf('=', at);
    const comma = atom.text.indexOf(',', Math.max(equals, at));
    const end = comma < 0 ? atom.text.length : comma;
    if (equals < 0) {
      report(reading, 'pci-parameter-without-value', cutAtom(atom, at, end));
      return;
    }
    readParameter(reading, at, equals, end);
    at = end + 1;
  }
}

const switches: readonly string[] = ['permissive', 'msitranslate', 'seize', 'power_mgmt'];

function readParameter(reading: Reading, start: number, equals: number, end: number): void {
  const { atom } = reading;
  const name = cutAtom(atom, start, equals);
  const value = cutAtom(atom, equals + 1, end);
  const field = { name: name.text, nameSpan: name.span, value, span: spanIn(atom, start, end) };
  reading.fields.push(field);
  if (name.text === 'bdf') setAddress(reading, value);
  else if (name.text === 'vslot') setSlot(reading, value);
  else if (switches.includes(name.text)) {
    if (!/^\s*[+-]?[0-9]+$/.test(value.text)) report(reading, 'pci-switch-not-a-number', value, 'misread');
  } else if (name.text === 'rdm_policy') {
    if (!['invalid', ...policies].includes(value.text.toLowerCase())) report(reading, 'unknown-rdm-policy', value);
  } else if (name.text !== 'name') {
    // A flag in front is taken for the beginning of the next name.
    const comma = name.text.indexOf(',');
    if (comma < 0) report(reading, 'unknown-pci-parameter', field);
    else report(reading, 'pci-parameter-without-value', cutAtom(name, 0, comma));
  }
}

function setAddress(reading: Reading, value: Atom): void {
  const found = readAddress(value.text, 0);
  if ('kind' in found) {
    report(reading, found.kind, value);
    return;
  }
  reading.hasAddress = true;
  reading.address = found.address;
  if (found.end < value.text.length) report(reading, 'text-behind-pci-address', cutAtom(value, found.end), 'misread');
}

function setSlot(reading: Reading, value: Atom): void {
  const slot = readHex(value.text, 0);
  if (slot === undefined || slot.value > 0x1fn) {
    report(reading, 'unreadable-pci-slot', value);
    return;
  }
  reading.virtualSlot = Number(slot.value);
  if (slot.end < value.text.length) report(reading, 'text-behind-pci-address', cutAtom(value, slot.end), 'misread');
}

function twice(fields: readonly SpecField[]): readonly Problem[] {
  return fields
    .filter((field, index) => fields.slice(index + 1).some(({ name }) => name === field.name))
    .map(({ span }) => ({ kind: 'pci-parameter-twice', span, effect: 'dropped' }));
}

/** A number of 32 bits as C's scanf("%x") reads it. */
function readHex(text: string, at: number): { readonly value: bigint; readonly end: number } | undefined {
  const found = scanHex(text, at);
  return found && { value: BigInt.asUintN(32, found.value), end: found.end };
}

/** An address that begins at a place of a text: `[DDDD:]BB:SS.F`. */
function readAddress(text: string, start: number): AddressReading {
  const colons = (/^[0-9a-fA-F:]*/.exec(text.slice(start))?.[0].match(/:/g) ?? []).length;
  if (colons !== 1 && colons !== 2) return { kind: 'unreadable-pci-address' };
  const numbers: bigint[] = [];
  let at = start;
  for (let index = 0; index <= colons; index += 1) {
    const found = readHex(text, at);
    if (found === undefined || (index < colons && text.charAt(found.end) !== ':'))
      return { kind: 'unreadable-pci-address' };
    numbers.push(found.value);
    at = found.end + (index < colons ? 1 : 0);
  }
  const [slot = 0n, bus = 0n, domain = 0n] = numbers.toReversed();
  if (text.charAt(at) !== '.') return { kind: 'pci-without-function' };
  if (domain > 0xffffn || bus > 0xffn || slot > 0x1fn) return { kind: 'pci-address-out-of-range' };
  const place = { domain: Number(domain), bus: Number(bus), slot: Number(slot) };
  if (text.charAt(at + 1) === '*') return { address: { ...place, function: '*' }, end: at + 2 };
  const found = readHex(text, at + 1);
  if (found === undefined) return { kind: 'unreadable-pci-address' };
  if (found.value > 7n) return { kind: 'pci-address-out-of-range' };
  return { address: { ...place, function: Number(found.value) }, end: found.end };
}
