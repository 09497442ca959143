/** What is said about the faults of USB controllers and devices. */
import type { UsbctrlLimitKind } from '../../syntax/xl/values/usbctrl.ts';
import type { UsbdevProblemKind } from '../../syntax/xl/values/usbdev.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { FaultTable } from '../device-fault.ts';
import type { CommonFaultKind } from './common.ts';

/** By kind of fault. */
export const usbctrlFaults: FaultTable<UsbctrlLimitKind> = {
  'unsupported-version': ({ text }) => ({
    message:
      `${inlineCode(text)} is no version that this type of USB controller has: \`pv\` and \`qusb\` have 1 and 2, \`devicemodel\` 1 to ` +
      '3.',
  }),
  'unsupported-ports': ({ text }) => ({
    message:
      `${inlineCode(text)} is no number of ports that this type of USB controller has: \`pv\` and \`qusb\` have up to 31, ` +
      '`devicemodel` 2 in version 1, 6 in version 2 and up to 15 in version 3.',
  }),
};

/** By kind of fault. */
export const usbdevFaults: FaultTable<Exclude<UsbdevProblemKind, CommonFaultKind>> = {
  'missing-hostbus': () => ({ message: 'A USB device has to have `hostbus`, the bus from 1 that `lsusb` shows.' }),
  'missing-hostaddr': () => ({ message: 'A USB device has to have `hostaddr`, the number from 1 that `lsusb` shows.' }),
  'port-without-controller': ({ text }) => ({
    message: `${inlineCode(text)} is a port of no controller: \`controller\` has to say of which.`,
  }),
  'number-above-255': ({ text }) => ({
    message: `libxl keeps 8 bits of ${inlineCode(text)} and takes it for ${Number(text) % 256}.`,
  }),
};
