import { text } from '../../values/text.ts';
import type { ParameterDoc } from '../parameter-doc.ts';
import { words, zeroOrOne } from './values.ts';

const source = 'xl-pci-configuration(5); tools/libs/util/libxlu_pci.c';

/** The parameters of `pci`. */
export const pciParameters: readonly ParameterDoc[] = [
  {
    name: 'bdf',
    value: text('a PCI address such as 01:00.0 or 0000:01:00.0, as lspci prints it'),
    position: 0,
    summary: 'The device on the host: domain, bus, slot and function, all hexadecimal.',
    details:
      'The domain may be left out where it is 0. `*` for the function hands over all functions of the device. The function has to be there: without it xl 4.17 crashes and later ones exit. The device must be assignable (`xl pci-assignable-add`), or `seize=1` has to make it so.',
    source,
  },
  {
    name: 'vslot',
    value: text('a hexadecimal number up to 1f'),
    position: 1,
    default: 'any that is free',
    summary: 'The slot in which the guest sees the device.',
    details: 'Without its name it stands behind `@`: `01:00.0@8`. It is always read as hexadecimal.',
    source,
  },
  {
    name: 'name',
    value: text('a name given by xl pci-assignable-add'),
    since: '4.15',
    summary: 'The device by its name, instead of its address.',
    details: 'Either this or an address; both, or none, make xl exit.',
    source,
  },
  {
    name: 'permissive',
    value: zeroOrOne('Only registers known to be harmless.', 'All of the configuration space.'),
    default: '0, or what `pci_permissive` says',
    summary: "Whether the guest may write to all of the device's configuration space.",
    details:
      'It gives the guest much power over the device and with it over the host: only for guests that you trust. A word instead of a number is 0.',
    source,
  },
  {
    name: 'seize',
    value: zeroOrOne('The device has to be assignable already.', 'xl takes it away from dom0.'),
    default: '0, or what `pci_seize` says',
    summary: 'Whether xl makes the device assignable by itself.',
    details: "It asks nobody: dom0's own network card or disk controller is gone at once.",
    source,
  },
  {
    name: 'msitranslate',
    value: zeroOrOne('Off.', 'The device works with MSI whatever the guest uses.'),
    default: '0, or what `pci_msitranslate` says',
    summary: 'Whether interrupts by MSI are turned into INTx for the guest.',
    source,
  },
  {
    name: 'power_mgmt',
    value: zeroOrOne('Off.', 'The guest may put the device to sleep.'),
    default: '0, or what `pci_power_mgmt` says',
    summary: 'Whether an HVM guest may set the power states D0 to D3hot.',
    source,
  },
  {
    name: 'rdm_policy',
    value: words(
      [
        { label: 'strict', detail: 'The guest does not start where the memory cannot be kept free.' },
        { label: 'relaxed', detail: 'There is only a warning.' },
      ],
      true,
    ),
    default: 'strict',
    summary:
      "What to do where the memory that the device's firmware reserves cannot be kept free. Only for HVM guests.",
    source,
  },
];
