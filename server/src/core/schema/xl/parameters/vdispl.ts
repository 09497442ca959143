import { text } from '../../values/text.ts';
import type { ParameterDoc } from '../parameter-doc.ts';
import { backendDomain, zeroOrOne } from './values.ts';

const source = 'xl.cfg(5), vdispl; tools/xl/xl_parse.c, parse_vdispl_config';

/** The parameters of `vdispl`. */
export const vdisplParameters: readonly ParameterDoc[] = [
  {
    name: 'connectors',
    value: text('connectors, `ID:WIDTHxHEIGHT`, with `;` between them'),
    required: true,
    summary: 'The screens of the display: their names and sizes in pixels.',
    details:
      'For example `connectors=id0:1920x1080;id1:800x600`. An ID has no blank and no comma. xl exits where a size is half a size; where it is none at all, xl takes 0x0 and drops the connectors behind it.',
    source,
  },
  {
    name: 'be-alloc',
    value: zeroOrOne('The guest provides the buffers.', 'The backend provides the buffers.'),
    default: '0',
    summary: 'Whether the backend may provide the buffers of pictures.',
    source,
  },
  {
    name: 'backend',
    value: backendDomain,
    default: '0',
    summary: 'The domain that shows the pictures.',
    source,
  },
];
