import { text } from '../../values/text.ts';
import type { ParameterDoc } from '../parameter-doc.ts';
import { backendDomain, words, zeroOrOne } from './values.ts';

const source = 'xl.cfg(5), virtio; tools/xl/xl_parse.c, parse_virtio_list; tools/libs/light/libxl_arm.c';

/** The parameters of `virtio`. */
export const virtioParameters: readonly ParameterDoc[] = [
  {
    name: 'type',
    value: {
      ...text('`virtio,device` with the number of the kind of device in hexadecimal'),
      complete: () => [
        { label: 'virtio,device22', detail: 'An I2C adapter.' },
        { label: 'virtio,device29', detail: 'A GPIO controller.' },
        { label: 'virtio,device1a', detail: 'A file system.' },
        { label: 'virtio,device', detail: 'Another device; the guest asks it what it is.' },
      ],
    },
    required: true,
    summary: 'What device it is, as in the device tree.',
    details:
      'The comma belongs to the value: behind a type that begins with `virtio`, xl takes the next part for the rest of the type, whatever it is.',
    since: '4.18',
    source,
  },
  {
    name: 'transport',
    value: words([{ label: 'mmio', detail: 'Registers in memory; the guest finds them in its device tree.' }], true),
    required: true,
    summary: 'How the guest reaches the device; there is only `mmio`.',
    details: 'Without it the device gets no address, and the guest does not see it.',
    since: '4.18',
    source,
  },
  {
    name: 'backend',
    value: backendDomain,
    default: '0',
    summary: 'The domain that provides the device.',
    since: '4.18',
    source,
  },
  {
    name: 'grant_usage',
    value: zeroOrOne('The backend sees all memory of the guest.', 'The backend sees what the guest grants it.'),
    default: '1 where the backend is not dom0',
    summary: 'Whether the guest grants the backend each page that it may use.',
    since: '4.18',
    source,
  },
];
