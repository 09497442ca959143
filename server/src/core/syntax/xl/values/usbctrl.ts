import type { Atom } from '../atom.ts';
import { readInt } from './c-number.ts';
import type { KeyValueLanguage, KeyValueProblemKind, ValueReader } from './key-values.ts';
import { readKeyValues } from './key-values.ts';
import type { Spec, SpecProblem } from './spec.ts';
import { fieldOf, fieldText } from './spec.ts';
import type { NumberProblemKind, WordProblemKind } from './value-readers.ts';
import { asciiLower, decimal, oneOfAnyCase } from './value-readers.ts';

/** What a type of USB controller does not have; libxl fails at start (libxl_usb.c, libxl__device_usbctrl_setdefault). */
export type UsbctrlLimitKind = 'unsupported-version' | 'unsupported-ports';

/** What can be wrong with a USB controller. xl exits for a parameter or a type that it does not know. */
export type UsbctrlProblemKind = KeyValueProblemKind | NumberProblemKind | WordProblemKind | UsbctrlLimitKind;

/** The types of controllers as libxl names them (libxl_types.idl, usbctrl_type). */
const types = ['auto', 'pv', 'devicemodel', 'qusb'];

const language: KeyValueLanguage<NumberProblemKind | WordProblemKind> = {
  withoutSign: 'refused',
  unknown: 'refused',
  parameters: new Map<string, ValueReader<NumberProblemKind | WordProblemKind>>([
    ['type', oneOfAnyCase(types)],
    ['version', decimal],
    ['ports', decimal],
  ]),
};

/** A string of `usbctrl`, as xl reads it (xl_parse.c, parse_usbctrl_config). */
export function parseUsbctrl(atom: Atom): Spec<UsbctrlProblemKind> {
  const { fields, problems } = readKeyValues(atom, language);
  const spec = { atom, fields, problems };
  return { ...spec, problems: [...problems, ...usbctrlLimits(spec, undefined)] };
}

/**
 * What libxl refuses at start about version and ports.
 *
 * @param isHvm whether the guest is HVM, on which the type `auto` depends; where it is `undefined`, only what fails in any guest
 */
export function usbctrlLimits(spec: Spec, isHvm: boolean | undefined): readonly SpecProblem<UsbctrlLimitKind>[] {
  const type = asciiLower(fieldText(spec, 'type') ?? 'auto');
  const version = readInt(fieldText(spec, 'version') ?? '');
  const ports = readInt(fieldText(spec, 'ports') ?? '');
  const kinds = kindsOf(type, isHvm).map((check) => check(version, ports));
  // Where the type is open, a controller of any type may do.
  if (kinds.length === 0 || kinds.includes(undefined)) return [];
  const [first] = kinds;
  const kind = first !== undefined && kinds.every((other) => other === first) ? first : 'unsupported-version';
  const field = fieldOf(spec, kind === 'unsupported-ports' ? 'ports' : 'version') ?? fieldOf(spec, 'ports');
  return [{ kind, span: field?.value?.span ?? spec.atom.span, effect: 'fails-at-start' }];
}

type Check = (version: number, ports: number) => UsbctrlLimitKind | undefined;

function kindsOf(type: string, isHvm: boolean | undefined): readonly Check[] {
  if (type === 'pv' || type === 'qusb') return [checkParavirtual];
  if (type === 'devicemodel') return [checkEmulated];
  if (type !== 'auto') return [];
  if (isHvm === undefined) return [checkParavirtual, checkEmulated];
  return [isHvm ? checkEmulated : checkParavirtual];
}

/** Version 1 or 2 and up to 31 ports; 0 stands for the default. */
function checkParavirtual(version: number, ports: number): UsbctrlLimitKind | undefined {
  if (version < 0 || version > 2) return 'unsupported-version';
  return ports < 0 || ports > 31 ? 'unsupported-ports' : undefined;
}

/** QEMU's controllers: UHCI has 2 ports, EHCI 6, XHCI up to 15; 0 stands for the default. */
function checkEmulated(version: number, ports: number): UsbctrlLimitKind | undefined {
  if (version < 0 || version > 3) return 'unsupported-version';
  if (version === 3) return ports > 15 ? 'unsupported-ports' : undefined;
  return ports === 0 || ports === (version === 1 ? 2 : 6) ? undefined : 'unsupported-ports';
}
