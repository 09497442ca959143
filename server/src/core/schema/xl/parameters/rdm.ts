import type { ParameterDoc } from '../parameter-doc.ts';
import { words } from './values.ts';

const source = 'xl.cfg(5), rdm; tools/libs/util/libxlu_pci.c, xlu_rdm_parse';

/** The parameters of `rdm`. */
export const rdmParameters: readonly ParameterDoc[] = [
  {
    name: 'strategy',
    value: words([{ label: 'host', detail: 'All that the firmware of the host reserves, for later hotplug as well.' }]),
    summary: 'Which reserved memory of devices is kept free in the guest.',
    details: 'Without it only that of the devices in `pci`.',
    source,
  },
  {
    name: 'policy',
    value: words(
      [
        { label: 'strict', detail: 'The guest does not start.' },
        { label: 'relaxed', detail: 'There is only a warning.' },
      ],
      true,
    ),
    default: 'relaxed',
    summary: 'What to do where the memory cannot be kept free.',
    details:
      'By a slip, xl drops all of `rdm` when it reads a right policy here, without a word. Set `rdm_policy` in the `pci` entry instead.',
    source,
  },
];
