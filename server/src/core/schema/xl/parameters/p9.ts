import { text } from '../../values/text.ts';
import type { ParameterDoc } from '../parameter-doc.ts';
import { backendDomain, wholeNumber, words, zeroOrOne } from './values.ts';

const source = 'xl.cfg(5), p9; tools/libs/light/libxl_9pfs.c, libxl__device_p9_setdefault';

const onlyXen9pfsd = 'Only with `type=xen_9pfsd`; with QEMU, libxl refuses it when the guest starts.';

/** The parameters of `p9`. */
export const p9Parameters: readonly ParameterDoc[] = [
  {
    name: 'tag',
    value: text('a name'),
    required: true,
    summary: 'The name by which the guest mounts the share: `mount -t 9p -o trans=xen TAG /mnt`.',
    details: 'With `type=xen_9pfsd` it is `Xen` where it is left out.',
    source,
  },
  {
    name: 'path',
    value: text('the path of a folder in the backend domain'),
    required: true,
    summary: 'The folder that the guest gets.',
    details: 'With `type=xen_9pfsd` it is `/var/log/xen/guests/NAME` where it is left out, with the name of the guest.',
    source,
  },
  {
    name: 'security_model',
    value: words([{ label: 'none', detail: 'Files have the owners and rights that the guest gives them.' }]),
    required: true,
    summary: 'How owners and rights of files are kept; there is only `none`.',
    source,
  },
  {
    name: 'backend',
    value: backendDomain,
    default: '0',
    summary: 'The domain that has the folder.',
    source,
  },
  {
    name: 'type',
    value: words(
      [
        { label: 'qemu', detail: 'QEMU serves the folder.' },
        {
          label: 'xen_9pfsd',
          detail: 'The small daemon xen-9pfsd serves the folder, and can limit what the guest puts there.',
        },
      ],
      true,
    ),
    default: 'qemu',
    summary: 'Which program serves the folder.',
    since: '4.19',
    source,
  },
  {
    name: 'max-files',
    value: wholeNumber('a number of files'),
    default: '0, which is no limit',
    summary: 'How many files there may be below `path`.',
    details: onlyXen9pfsd,
    since: '4.19',
    source,
  },
  {
    name: 'max-open-files',
    value: wholeNumber('a number of files'),
    default: '5',
    summary: 'How many files may be open at a time; one that is opened twice counts twice.',
    details: onlyXen9pfsd,
    since: '4.19',
    source,
  },
  {
    name: 'max-space',
    value: wholeNumber('a number of MiB'),
    unit: 'MiB',
    default: '0, which is no limit',
    summary: 'How much room the files below `path` may take.',
    details: onlyXen9pfsd,
    since: '4.19',
    source,
  },
  {
    name: 'auto-delete',
    value: zeroOrOne(
      'The guest gets an error when a limit is reached.',
      'The oldest file that is not open makes room.',
    ),
    default: '0',
    summary: 'Whether the oldest file is deleted when `max-files` or `max-space` is reached.',
    details: onlyXen9pfsd,
    since: '4.19',
    source,
  },
];
