import { text } from '../../values/text.ts';
import type { ParameterDoc } from '../parameter-doc.ts';

const source = 'xl.cfg(5), vtpm; xen-vtpm(7); tools/xl/xl_parse.c, parse_config_data';

/** The parameters of `vtpm`. */
export const vtpmParameters: readonly ParameterDoc[] = [
  {
    name: 'backend',
    value: text('the name or number of the domain that is the vTPM, or its manager'),
    required: true,
    summary: 'The domain that provides the TPM.',
    details:
      "For a guest it is the guest's vTPM domain, for a vTPM domain the vTPM manager. xl exits where it is missing.",
    source,
  },
  {
    name: 'uuid',
    value: text('a UUID, such as `uuidgen` prints'),
    default: 'a new one at each start',
    summary: 'What the vTPM is known by to its manager.',
    details:
      'A vTPM domain needs one that stays, or it loses what the TPM keeps; a guest does not. xl exits for anything else.',
    source,
  },
];
