/** What is said about the faults of a PCI device, and of the memory that is reserved for one. */
import type { PciProblemKind } from '../../syntax/xl/values/pci.ts';
import type { RdmProblemKind } from '../../syntax/xl/values/rdm.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { FaultTable } from '../device-fault.ts';
import { fieldAt, meantBy, removing, replacing, respellings } from '../device-fault.ts';
import { parameterName } from './common.ts';

const parameters = ['bdf', 'name', 'vslot', 'permissive', 'msitranslate', 'seize', 'power_mgmt', 'rdm_policy'];
const form = 'a PCI address is `BUS:SLOT.FUNCTION` in hexadecimal digits, such as `01:00.0`';

/** By kind of fault. */
export const pciFaults: FaultTable<PciProblemKind> = {
  'pci-without-function': (fault) => ({
    message: `${inlineCode(fault.text)} has no function: ${form}.${fault.config.xenVersion === '4.17' ? ' xl 4.17 crashes at it.' : ''}`,
    fixes: /^[0-9a-fA-F:]+$/.test(fault.text) ? [replacing(fault.config, fault.span, `${fault.text}.0`)] : [],
  }),
  'unreadable-pci-address': ({ text }) => ({ message: `${inlineCode(text)} is no address: ${form}.` }),
  'pci-address-out-of-range': ({ text }) => ({
    message: `${inlineCode(text)} is no address: a domain goes up to ffff, a bus to ff, a slot to 1f and a function to 7.`,
  }),
  'unreadable-pci-slot': ({ text }) => ({
    message: `${inlineCode(text)} is no slot that the guest can have: it is a hexadecimal number up to 1f.`,
  }),
  'text-behind-pci-address': (fault) => ({
    message:
      fault.effect === 'refused'
        ? `${inlineCode(fault.text)} stands behind the address, where a comma, or \`@\` and a slot may follow.`
        : `xl does not look at ${inlineCode(fault.text)} behind the number.`,
  }),
  'unknown-pci-parameter': (fault) => {
    const field = fieldAt(fault);
    const meant = meantBy(field?.name ?? fault.text, parameters);
    const span = field?.nameSpan ?? fault.span;
    return {
      message: `xl knows no parameter ${inlineCode(field?.name ?? fault.text)} of a PCI device.`,
      fixes: meant.map((name) => replacing(fault.config, span, name)),
    };
  },
  'pci-parameter-without-value': (fault) => ({
    message: `${inlineCode(fault.text)} has no value: the parameters of a PCI device are \`NAME=VALUE\`.`,
    fixes: ['permissive', 'msitranslate', 'seize', 'power_mgmt'].includes(fault.text)
      ? [replacing(fault.config, fault.span, `${fault.text}=1`)]
      : [],
  }),
  'unknown-rdm-policy': (fault) => ({
    message: `\`rdm_policy\` takes \`strict\` or \`relaxed\`, not ${inlineCode(fault.text)}.`,
    fixes: respellings(fault, ['strict', 'relaxed']),
  }),
  'pci-switch-not-a-number': (fault) => ({
    message: `${parameterName(fault)} takes 0 or 1: xl reads ${inlineCode(fault.text)} as ${Number.parseInt(fault.text, 10) || 0}.`,
    fixes: ['yes', 'on', 'true'].includes(fault.text) ? [replacing(fault.config, fault.span, '1')] : [],
  }),
  'pci-without-address': () => ({ message: `This PCI device has neither an address nor a name: ${form}.` }),
  'pci-address-and-name': () => ({
    message: 'This PCI device has an address and a name; xl takes one of the two only.',
  }),
  'pci-parameter-twice': (fault) => ({
    message: `${inlineCode(fault.text)} has no effect: the parameter is given again later, and xl takes the last one.`,
    severity: 'warning',
    tag: 'unnecessary',
    fixes: [removing(fault, fault.span, 'Remove what has no effect', 'safe')],
  }),
};

/** By kind of fault; xl drops all of `rdm=` for each. */
export const rdmFaults: FaultTable<Exclude<RdmProblemKind, 'rdm-with-policy'>> = {
  'unknown-rdm-parameter': ({ text }) => ({
    message: `${inlineCode(text)} is no parameter of \`rdm\`, which has \`strategy\` and \`policy\`: xl drops all of it.`,
  }),
  'unknown-rdm-strategy': (fault) => ({
    message: `\`strategy\` takes \`host\` only, not ${inlineCode(fault.text)}: xl drops all of \`rdm\`.`,
    fixes: respellings(fault, ['host']),
  }),
  'incomplete-rdm': () => ({ message: '`rdm` is `strategy=host`: xl drops what is here without a word.' }),
  'unknown-rdm-policy': (fault) => ({
    message: `\`policy\` takes \`strict\` or \`relaxed\`: xl says so and goes on without ${inlineCode(fault.text)}.`,
  }),
};
