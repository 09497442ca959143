import type { ParameterDoc } from '../parameter-doc.ts';
import { wholeNumber, words } from './values.ts';

const source = 'xl.cfg(5), usbdev; tools/libs/light/libxl_usb.c, libxl__device_usbdev_setdefault';

/** The parameters of `usbdev`. */
export const usbdevParameters: readonly ParameterDoc[] = [
  {
    name: 'type',
    value: words([{ label: 'hostdev', detail: 'A device that is plugged into the host.' }], true),
    default: 'hostdev',
    summary: 'What kind of device it is; there is only one.',
    source,
  },
  {
    name: 'hostbus',
    value: wholeNumber('the number of a USB bus, 1 to 255'),
    required: true,
    summary: 'The bus of the host that the device is on.',
    details: '`lsusb` shows it as `Bus 001`; leave the zeros out here, since a leading zero makes a number octal.',
    source,
  },
  {
    name: 'hostaddr',
    value: wholeNumber('the number of a device on its bus, 1 to 255'),
    required: true,
    summary: 'The number of the device on its bus.',
    details: '`lsusb` shows it as `Device 003`. It changes when the device is plugged in anew.',
    source,
  },
  {
    name: 'controller',
    value: wholeNumber('the number of a controller, counted from 0'),
    default: 'the first with a free port; a new one where there is none',
    summary: 'The controller of the guest that the device is plugged into.',
    details: 'Controllers are counted as they stand in `usbctrl`, from 0.',
    source,
  },
  {
    name: 'port',
    value: wholeNumber('the number of a port, counted from 1'),
    default: 'the first free one',
    summary: 'The port of the controller that the device is plugged into.',
    details: 'Only together with `controller`; libxl refuses it alone when the guest starts.',
    source,
  },
];
