/** What is said about the faults of a vif that have no rule of their own. */
import type { VifProblemKind } from '../../syntax/xl/values/vif-type.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { FaultTable } from '../device-fault.ts';
import { fieldAt, removing, respellings } from '../device-fault.ts';
import { parameterName } from './common.ts';

type WithoutRule =
  | 'vif-parameter-twice'
  | 'unknown-vif-type'
  | 'unreadable-vif-number'
  | 'misread-vif-number'
  | 'empty-vif-bridge'
  | 'empty-vif-script'
  | 'unreadable-vif-ip';

/** By kind of fault. */
export const vifFaults: FaultTable<Extract<VifProblemKind, WithoutRule>> = {
  'vif-parameter-twice': (fault) => ({
    message: `${inlineCode(fault.text)} has no effect: the parameter is given again later in this vif, and xl takes the last one.`,
    severity: 'warning',
    tag: 'unnecessary',
    fixes: [removing(fault, fieldAt(fault)?.span ?? fault.span, 'Remove what has no effect', 'safe')],
  }),
  'unknown-vif-type': (fault) => ({
    message: `\`type\` of a vif is \`vif\` or \`ioemu\`: xl says \`Invalid parameter 'type'\` for ${inlineCode(fault.text)} and goes on without it.`,
    fixes: respellings(fault, ['vif', 'ioemu']),
  }),
  'unreadable-vif-number': (fault) => ({
    message: `${parameterName(fault)} takes a whole number, not ${inlineCode(fault.text)}: xl says \`failed to convert to number\`.`,
  }),
  'misread-vif-number': (fault) => ({
    message: `xl reads another number than ${inlineCode(fault.text)} says: ${parameterName(fault)} takes digits only, up to 2147483647.`,
  }),
  'empty-vif-bridge': () => ({
    message: 'The bridge is empty: vif-bridge takes the first one that it finds in dom0.',
    severity: 'warning',
  }),
  'empty-vif-script': () => ({
    message: 'The script is empty: libxl tries to run the folder of the scripts.',
  }),
  'unreadable-vif-ip': ({ text }) => ({
    message: `${inlineCode(text)} is no IPv4 address, and no other goes here: vif-bridge and vif-route set no rule for it.`,
    severity: 'warning',
  }),
};
