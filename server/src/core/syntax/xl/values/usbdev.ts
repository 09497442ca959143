import type { Atom } from '../atom.ts';
import { readInt, readUnsigned } from './c-number.ts';
import type { KeyValueLanguage, KeyValueProblemKind, ValueReader } from './key-values.ts';
import { readKeyValues } from './key-values.ts';
import type { Spec, SpecProblem } from './spec.ts';
import { fieldOf, fieldText } from './spec.ts';
import type { AnyBaseProblemKind, WordProblemKind } from './value-readers.ts';
import { anyBase, decimal, oneOfAnyCase } from './value-readers.ts';

/** What can be wrong with a USB device of the host. xl exits for a parameter or a type that it does not know. */
export type UsbdevProblemKind =
  | KeyValueProblemKind
  | ValueKind
  /** No bus, or bus 0; libxl finds no such device at start (libxl_usb.c, usbdev_busaddr_to_busid). */
  | 'missing-hostbus'
  /** No device number on the bus, or 0; libxl finds no such device at start. */
  | 'missing-hostaddr'
  /** A port without the controller that has it; libxl fails at start (libxl_usb.c, libxl__device_usbdev_setdefault). */
  | 'port-without-controller';

type ValueKind =
  | AnyBaseProblemKind
  | WordProblemKind
  /** A bus or device number above 255: libxl keeps the lowest 8 bits alone. */
  | 'number-above-255';

const byte: ValueReader<ValueKind> = (value) => {
  const number = readUnsigned(value.text, 0);
  if (number === undefined || number.value <= 255n) return anyBase(value);
  return { kind: 'number-above-255', span: value.span, effect: 'misread' };
};

const language: KeyValueLanguage<ValueKind> = {
  withoutSign: 'refused',
  unknown: 'refused',
  parameters: new Map<string, ValueReader<ValueKind>>([
    ['type', oneOfAnyCase(['hostdev'])],
    ['hostbus', byte],
    ['hostaddr', byte],
    ['controller', decimal],
    ['port', decimal],
  ]),
};

/** A string of `usbdev`, as xl reads it (xl_parse.c, parse_usbdev_config). */
export function parseUsbdev(atom: Atom): Spec<UsbdevProblemKind> {
  const { fields, problems } = readKeyValues(atom, language);
  const spec = { atom, fields, problems };
  return { ...spec, problems: [...problems, ...missingNumbers(spec), ...loosePort(spec)] };
}

function missingNumbers(spec: Spec): readonly SpecProblem<UsbdevProblemKind>[] {
  const isMissing = (name: string) =>
    BigInt.asUintN(8, readUnsigned(fieldText(spec, name) ?? '', 0)?.value ?? 0n) === 0n;
  return (['hostbus', 'hostaddr'] as const).filter(isMissing).map((name) => ({
    kind: `missing-${name}`,
    span: fieldOf(spec, name)?.span ?? spec.atom.span,
    effect: 'fails-at-start',
  }));
}

function loosePort(spec: Spec): readonly SpecProblem<UsbdevProblemKind>[] {
  const port = fieldOf(spec, 'port');
  const controller = fieldText(spec, 'controller');
  const isLoose = readInt(port?.value?.text ?? '') !== 0 && (controller === undefined || readInt(controller) === -1);
  return isLoose && port ? [{ kind: 'port-without-controller', span: port.span, effect: 'fails-at-start' }] : [];
}
