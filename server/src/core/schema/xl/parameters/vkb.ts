import { text } from '../../values/text.ts';
import type { ParameterDoc } from '../parameter-doc.ts';
import { backendDomain, wholeNumber, words, zeroOrOne } from './values.ts';

const source = 'xl.cfg(5), vkb; tools/xl/xl_parse.c, parse_vkb_config; xen/include/public/io/kbdif.h';

function feature(name: string, off: string, on: string, summary: string): ParameterDoc {
  return { name, value: zeroOrOne(off, on), default: '0', summary, source };
}

function size(name: string, describe: string, summary: string): ParameterDoc {
  return { name, value: wholeNumber(describe), summary, source };
}

/** The parameters of `vkb`. */
export const vkbParameters: readonly ParameterDoc[] = [
  {
    name: 'backend-type',
    value: words(
      [
        { label: 'qemu', detail: 'QEMU provides the device.' },
        { label: 'linux', detail: 'A program in a Linux backend domain provides the device.' },
      ],
      true,
    ),
    required: true,
    summary: 'What provides the device.',
    details: 'xl exits where it is missing.',
    source,
  },
  { name: 'backend', value: backendDomain, default: '0', summary: 'The domain that provides the device.', source },
  {
    name: 'unique-id',
    value: text('a name'),
    summary: 'By this name the backend finds the device that is meant.',
    source,
  },
  feature(
    'feature-disable-keyboard',
    'The device has a keyboard.',
    'The device has no keyboard.',
    'Whether the keyboard is left out.',
  ),
  feature(
    'feature-disable-pointer',
    'The device has a pointer.',
    'The device has no pointer.',
    'Whether the pointer is left out.',
  ),
  feature(
    'feature-abs-pointer',
    'The pointer tells how far it moves.',
    'The pointer can tell where it is.',
    'Whether the pointer can tell where it is on the screen.',
  ),
  feature(
    'feature-raw-pointer',
    'Places are scaled to the screen.',
    'Places can be told unscaled.',
    'Whether the pointer can tell places that are not scaled to the screen.',
  ),
  feature(
    'feature-multi-touch',
    'No multi-touch.',
    'The device has multi-touch.',
    'Whether the device has multi-touch; one of the sizes below has to be set, too, or xl exits.',
  ),
  size('multi-touch-width', 'a width', 'The width of the multi-touch surface; switches multi-touch on.'),
  size('multi-touch-height', 'a height', 'The height of the multi-touch surface; switches multi-touch on.'),
  size('multi-touch-num-contacts', 'a number of fingers', 'How many fingers are told apart; switches multi-touch on.'),
  size('width', 'a width', "The largest place of the pointer from the screen's left side."),
  size('height', 'a height', "The largest place of the pointer from the screen's top."),
];
