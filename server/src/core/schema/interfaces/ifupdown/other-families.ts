import type { OptionDoc } from '../../option-doc.ts';
import { integer } from '../../values/integer.ts';
import { onOff } from '../../values/switch.ts';
import { text } from '../../values/text.ts';
import type { FamilyDoc } from '../method-doc.ts';
import { coreOption } from './common.ts';

const canSource = 'interfaces(5); ifupdown 0.8.41, can.defn';
const ipxSource = 'interfaces(5); ifupdown 0.8.41, ipx.defn';

const canOption = { ...coreOption, source: canSource } as const;

const canOptions: readonly OptionDoc[] = [
  {
    ...canOption,
    name: 'bitrate',
    value: integer({ describe: 'a bit rate', minimum: 0, effect: 'fails', consequence: 'ip refuses it' }),
    unit: 'bits per second',
    required: true,
    summary: 'The speed of the bus; all its nodes must have the same.',
  },
  {
    ...canOption,
    name: 'samplepoint',
    value: text('a number from 0.000 to 0.999'),
    repeat: 'unused',
    summary: 'Where in a bit it is sampled.',
    details: 'ifupdown lists this option and never uses it; `up ip link set $IFACE type can …` does.',
  },
  { ...canOption, name: 'loopback', value: onOff, summary: 'Whether own messages come back.' },
  { ...canOption, name: 'listenonly', value: onOff, summary: 'Whether to listen only and never send.' },
  { ...canOption, name: 'triple', value: onOff, summary: 'Whether each bit is sampled three times.' },
  { ...canOption, name: 'oneshot', value: onOff, summary: 'Whether a message that failed is not sent again.' },
  { ...canOption, name: 'berr', value: onOff, summary: 'Whether errors on the bus are reported.' },
  {
    ...canOption,
    name: 'restart-ms',
    value: integer({ describe: 'a time in milliseconds', minimum: 0, effect: 'fails', consequence: 'ip refuses it' }),
    unit: 'milliseconds',
    summary: 'When to start again after the controller left the bus because of errors; 0 means never.',
    since: 'documented since ifupdown 0.8.37 (Debian 12)',
  },
];

const frame: OptionDoc = {
  ...coreOption,
  name: 'frame',
  value: text('a frame type such as 802.2'),
  summary: 'The kind of Ethernet frames.',
  source: ipxSource,
};

const ipxDetails =
  'Needs `ipx_interface`, which Debian no longer has, so it cannot work there. Without one of its options ifup reports a missing variable.';

/** Controller Area Network. */
export const can: FamilyDoc = {
  name: 'can',
  summary: 'CAN bus.',
  methods: [
    {
      name: 'static',
      family: 'can',
      summary: 'A CAN interface with a fixed bit rate.',
      options: canOptions,
      source: canSource,
    },
  ],
};

/** IPX, kept by ifupdown although nothing serves it any more. */
export const ipx: FamilyDoc = {
  name: 'ipx',
  summary: 'IPX; its tools are gone from Debian.',
  methods: [
    {
      name: 'static',
      family: 'ipx',
      summary: 'An IPX interface with a fixed network number.',
      details: ipxDetails,
      options: [
        frame,
        {
          ...coreOption,
          name: 'netnum',
          value: text('a network number'),
          summary: 'The number of the network.',
          source: ipxSource,
        },
      ],
      source: ipxSource,
    },
    {
      name: 'dynamic',
      family: 'ipx',
      summary: 'An IPX interface whose network number is found out.',
      details: ipxDetails,
      options: [frame],
      source: ipxSource,
    },
  ],
};

/** The family that ifupdown uses for itself. */
export const meta: FamilyDoc = {
  name: 'meta',
  summary: "ifupdown's own family, used for hooks around `ifup -a`; the parser takes it, no file needs it.",
  methods: [
    { name: 'none', family: 'meta', summary: 'Does nothing.', options: [], source: 'ifupdown 0.8.41, meta.defn' },
  ],
};
