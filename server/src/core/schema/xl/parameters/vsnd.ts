import { text } from '../../values/text.ts';
import type { ParameterDoc } from '../parameter-doc.ts';
import { backendDomain, wholeNumber, words } from './values.ts';

const source = 'xl.cfg(5), vsnd; tools/xl/xl_parse.c, parse_vsnd_item; xen/include/public/io/sndif.h';

const inherited = 'Given for a card or a PCM device, it holds for what stands below it as well.';

function item(name: string, summary: string): ParameterDoc {
  return { name, value: undefined, position: 0, summary, source };
}

/** The parameters of `vsnd`; the first part of each string is the item that it describes. */
export const vsndParameters: readonly ParameterDoc[] = [
  item('card', 'The string describes the sound card as a whole.'),
  item('pcm', 'The string describes a PCM device of the card; streams behind it belong to it.'),
  item('stream', 'The string describes a stream of the PCM device before it.'),
  {
    name: 'backend',
    value: backendDomain,
    default: '0',
    summary: 'Of a card: the domain that plays and records.',
    source,
  },
  { name: 'short-name', value: text('a name'), summary: 'Of a card: its short name.', source },
  { name: 'long-name', value: text('a name'), summary: 'Of a card: its long name.', source },
  { name: 'name', value: text('a name'), summary: 'Of a PCM device: its name.', source },
  {
    name: 'unique-id',
    value: text('a name'),
    summary: 'Of a stream: by this name the backend finds what plays or records it.',
    details: 'Older patches called it `id`; xl exits for that.',
    source,
  },
  {
    name: 'type',
    value: words(
      [
        { label: 'p', detail: 'Playback.' },
        { label: 'c', detail: 'Capture.' },
      ],
      true,
    ),
    summary: 'Of a stream: whether it plays or records.',
    source,
  },
  {
    name: 'sample-rates',
    value: text('rates in Hz, with `;` between them'),
    unit: 'Hz',
    summary: 'The sample rates that can be had, such as `8000;44100;48000`.',
    details: inherited,
    source,
  },
  {
    name: 'sample-formats',
    value: text('names of formats, with `;` between them'),
    summary: 'The formats of samples that can be had, such as `s16_le;s8`.',
    details: `${inherited} Floating point is \`f32_le\`, \`f32_be\`, \`f64_le\` and \`f64_be\`: xl does not know \`float_le\`, as the manual page has it. xl exits for a format that it does not know.`,
    source,
  },
  {
    name: 'channels-min',
    value: wholeNumber('a number of channels'),
    summary: 'The smallest number of channels.',
    details: inherited,
    source,
  },
  {
    name: 'channels-max',
    value: wholeNumber('a number of channels'),
    summary: 'The largest number of channels.',
    details: inherited,
    source,
  },
  {
    name: 'buffer-size',
    value: wholeNumber('a number of bytes'),
    unit: 'bytes',
    summary: 'The largest buffer of a stream.',
    details: inherited,
    source,
  },
];
