import type { ParameterDoc } from '../parameter-doc.ts';
import { backendDomain } from './values.ts';

/** The parameters of `pvcalls`. */
export const pvcallsParameters: readonly ParameterDoc[] = [
  {
    name: 'backend',
    value: backendDomain,
    default: '0',
    summary: "The domain that carries out the guest's calls on sockets.",
    source: 'xl.cfg(5), pvcalls; tools/xl/xl_parse.c, parse_config_data',
  },
];
