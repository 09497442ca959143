import type { ParameterDoc } from '../parameter-doc.ts';
import { wholeNumber, words } from './values.ts';

const source = 'xl.cfg(5), usbctrl; tools/libs/light/libxl_usb.c, libxl__device_usbctrl_setdefault';

/** The parameters of `usbctrl`. */
export const usbctrlParameters: readonly ParameterDoc[] = [
  {
    name: 'type',
    value: words(
      [
        { label: 'auto', detail: 'What fits the guest: emulated for HVM, else paravirtual.' },
        { label: 'pv', detail: 'Paravirtual, by the xen-usbback driver of dom0.' },
        { label: 'qusb', detail: 'Paravirtual, by QEMU in dom0.' },
        { label: 'devicemodel', detail: 'Emulated by QEMU; for HVM guests.' },
      ],
      true,
    ),
    default: 'auto',
    summary: 'How the USB controller is provided.',
    details: 'Another word makes xl exit. Upper and lower case are the same.',
    source,
  },
  {
    name: 'version',
    value: wholeNumber('a USB version, 1 to 3', [
      { label: '1', detail: 'USB 1.1; an emulated one has 2 ports.' },
      { label: '2', detail: 'USB 2.0; an emulated one has 6 ports.' },
      { label: '3', detail: 'USB 3.0, emulated only; up to 15 ports.' },
    ]),
    default: '2',
    summary: 'The USB version of the controller.',
    details: 'Paravirtual controllers have 1 or 2. libxl refuses another one when the guest starts.',
    source,
  },
  {
    name: 'ports',
    value: wholeNumber('a number of ports'),
    default: '8 where the number is free',
    summary: 'How many ports the controller has.',
    details:
      'Paravirtual: 1 to 31. Emulated: exactly 2 with version 1, exactly 6 with version 2, up to 15 with version 3. libxl refuses another number when the guest starts.',
    source,
  },
];
