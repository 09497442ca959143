import { isTemplate } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueProblem, ValueType } from './value-type.ts';

const devices: Readonly<Record<string, string>> = {
  a: 'floppy disk',
  b: 'floppy disk',
  c: 'first hard disk',
  d: 'CD-ROM',
  n: 'network',
};

/** More letters than an emulated PC can keep. */
const mostDevices = 3;

const consequence = 'QEMU refuses it and the guest does not start';

const choice = {
  takes: 'single letters, `c` for the first hard disk, `d` for the CD-ROM and `n` for the network',
  consequence,
} as const;

/**
 * The order in which an HVM guest tries its devices, a letter each. xl passes it on; what QEMU refuses stands in its
 * system/bootdevice.c (validate_bootdevices) and hw/i386/pc.c (set_boot_dev).
 */
export const xlBootOrder: ValueType = {
  kind: 'xl-boot-order',
  describe: 'up to three of the letters a, c, d and n, in the order to try',
  check: (text) => (isTemplate(text) ? undefined : checkLetters(text)),
  explain(text) {
    const names = Array.from(text, (letter) => devices[letter]);
    return names.length === 0 || names.includes(undefined) ? undefined : names.join(', then ');
  },
  complete: () => [
    { label: 'c', detail: 'first hard disk' },
    { label: 'd', detail: 'CD-ROM' },
    { label: 'n', detail: 'network' },
    { label: 'dc', detail: 'CD-ROM, then first hard disk: to install from a CD-ROM' },
    { label: 'cd', detail: 'first hard disk, then CD-ROM' },
    { label: 'nc', detail: 'network, then first hard disk' },
  ],
};

function checkLetters(text: string): ValueProblem | undefined {
  const letters = Array.from(text);
  const fault = (at: number, message: string) =>
    problemIn(text, 'fails', `${message}; ${consequence}.`, { start: at, end: at + 1 });
  for (const [at, letter] of letters.entries()) {
    if (!(letter in devices)) return { ...fault(at, `"${letter}" is no boot device`), choice };
    if (letters.indexOf(letter) < at) return fault(at, `"${letter}" stands there twice`);
  }
  return letters.length > mostDevices ? fault(mostDevices, `A guest tries ${mostDevices} devices at most`) : undefined;
}
