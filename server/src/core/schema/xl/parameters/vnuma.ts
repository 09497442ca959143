import { text } from '../../values/text.ts';
import type { ParameterDoc } from '../parameter-doc.ts';
import { wholeNumber } from './values.ts';

const source = 'xl.cfg(5), vnuma; tools/xl/xl_parse.c, parse_vnuma_config; tools/libs/light/libxl_vnuma.c';

/** The parameters of `vnuma`; each stands in a string of its own. */
export const vnumaParameters: readonly ParameterDoc[] = [
  {
    name: 'pnode',
    value: wholeNumber("the number of one of the host's NUMA nodes, from 0"),
    required: true,
    default: '0',
    summary: 'The node of the host that the virtual node lies on.',
    details: 'xl exits where the host has no such node. `xl info -n` shows them.',
    source,
  },
  {
    name: 'size',
    value: wholeNumber('a number of MiB'),
    required: true,
    unit: 'MiB',
    summary: 'The memory of the virtual node.',
    details: 'The sizes of all nodes together become `maxmem`; xl exits where that is set to something else.',
    source,
  },
  {
    name: 'vcpus',
    value: text('vCPUs and ranges of them with commas between, such as `0-3,8`'),
    required: true,
    summary: 'The vCPUs of the virtual node.',
    details:
      'Each vCPU belongs to exactly one node. All together become `maxvcpus`; xl exits where that is set to something else. xl does not look whether it can read a range: `x` counts as vCPU 0, and `-1` keeps xl counting forever.',
    source,
  },
  {
    name: 'vdistances',
    value: text('a number for each virtual node, with commas between'),
    required: true,
    summary: 'How far it is from this node to each node, itself included; 10 is the node itself.',
    details: 'One number for each virtual node, in their order. With more, xl writes past its memory.',
    source,
  },
];
