/** xl.cfg(5): the device model, and keys of one architecture. */
import { filePath, text } from '../../values/text.ts';
import { xlMebibytes } from '../../values/xl-mebibytes.ts';
import { armSci } from '../arm-sci.ts';
import type { KeyDoc } from '../key-doc.ts';
import { oneOf } from './choice.ts';
import { section } from './key-draft.ts';

const sveLengths = Array.from({ length: 16 }, (_, step) => String(128 * (step + 1)));

export const deviceModelKeys: readonly KeyDoc[] = [
  ...section({ heading: 'Device-Model Options' }, [
    {
      name: 'device_model_version',
      shape: 'string',
      ...oneOf(
        {
          'qemu-xen': 'QEMU as its project makes it',
          'qemu-xen-traditional': 'the old fork of QEMU; refused since Xen 4.21',
        },
        { unknown: 'refused' },
      ),
      valuesRemovedIn: { 'qemu-xen-traditional': '4.21' },
      default: 'qemu-xen',
      since: '4.2',
      summary: 'Which QEMU emulates the devices.',
    },
    {
      name: 'device_model_override',
      shape: 'string',
      value: filePath('the path of a device model'),
      isPath: true,
      since: '4.2',
      summary: "Another program than Xen's own QEMU.",
      details: 'Without `device_model_version`, xl warns.',
    },
    {
      name: 'device_model_user',
      shape: 'string',
      value: text('a user of dom0'),
      since: '4.7',
      summary: 'The user of dom0 that QEMU runs as, instead of root.',
      details: 'The start fails where there is none of that name. Under `dm_restrict`, each domU needs one of its own.',
    },
    {
      name: 'device_model_args',
      shape: 'list',
      value: text('an argument of QEMU'),
      onWrongShape: 'refused',
      default: '[]',
      summary: 'More arguments for QEMU, an entry each.',
      details: 'A string instead of a list is refused.',
    },
    {
      name: 'device_model_args_pv',
      shape: 'list',
      isReadForAll: true,
      guests: ['pv'],
      value: text('an argument of QEMU'),
      onWrongShape: 'refused',
      default: '[]',
      since: '4.2',
      summary: 'More arguments for QEMU where the guest is PV.',
    },
    {
      name: 'device_model_args_hvm',
      shape: 'list',
      isReadForAll: true,
      guests: ['hvm'],
      value: text('an argument of QEMU'),
      onWrongShape: 'refused',
      default: '[]',
      since: '4.2',
      summary: 'More arguments for QEMU where the guest is HVM.',
    },
  ]),
  ...section({ heading: 'Device-Model Options', guests: ['hvm'] }, [
    {
      name: 'device_model_stubdomain_override',
      shape: 'boolean',
      isReadForAll: true,
      default: '0',
      since: '4.2',
      summary: 'Runs QEMU in a domain of its own instead of dom0.',
    },
    {
      name: 'device_model_stubdomain_seclabel',
      shape: 'string',
      isReadForAll: true,
      value: text('a security label'),
      since: '4.2',
      summary: 'The XSM label of that domain.',
    },
    {
      name: 'stubdomain_kernel',
      shape: 'string',
      isReadForAll: true,
      value: filePath('the path of a kernel'),
      isPath: true,
      since: '4.14',
      summary: 'Another kernel for the domain that runs QEMU.',
    },
    {
      name: 'stubdomain_cmdline',
      shape: 'string',
      isReadForAll: true,
      value: text('a kernel command line'),
      since: '4.16',
      summary: 'The command line of that kernel.',
    },
    {
      name: 'stubdomain_ramdisk',
      shape: 'string',
      isReadForAll: true,
      value: filePath('the path of an initial ramdisk'),
      isPath: true,
      since: '4.14',
      summary: 'Another initial ramdisk for the domain that runs QEMU; for a Linux kernel.',
    },
    {
      name: 'stubdomain_memory',
      shape: 'number',
      isReadForAll: true,
      value: xlMebibytes([128, 256]),
      unit: 'MiB',
      default: '28, with Linux 128',
      since: '4.14',
      summary: 'The memory of the domain that runs QEMU.',
    },
  ]),
  ...section({ heading: 'Devices', guests: ['hvm'] }, [
    {
      name: 'dm_restrict',
      shape: 'boolean',
      isReadForAll: true,
      default: '0',
      since: '4.10',
      summary: "Takes root's rights from QEMU once the guest runs.",
      details:
        "A fault in QEMU's emulation then does not open dom0. Some devices cannot be changed at run time any more.",
    },
  ]),
];

export const architectureKeys: readonly KeyDoc[] = [
  ...section({ heading: 'ARM' }, [
    {
      name: 'gic_version',
      shape: 'string',
      isSilent: true,
      ...oneOf(
        { v2: 'GICv2', v3: 'GICv3, without what is compatible to v2', default: 'that of the host' },
        { unknown: 'refused', ignoresCase: true },
      ),
      default: 'default',
      architecture: 'arm',
      since: '4.6',
      summary: "The guest's interrupt controller.",
    },
    {
      name: 'vuart',
      shape: 'string',
      ...oneOf(
        { sbsa_uart: 'a UART as the SBSA describes it' },
        { unknown: 'refused', ignoresCase: true, alsoAccepted: ['unknown'] },
      ),
      architecture: 'arm',
      since: '4.10',
      summary: 'An emulated serial line for the guest.',
    },
    {
      name: 'sve',
      shape: 'string',
      isSilent: true,
      ...oneOf(
        {
          disabled: 'the guest does not see SVE',
          hw: 'the longest vectors that the host can do',
          ...Object.fromEntries(sveLengths.map((length) => [length, `vectors of ${length} bits`])),
        },
        { unknown: 'refused', ignoresCase: true, describe: 'disabled, hw, or a multiple of 128 up to 2048' },
      ),
      default: 'disabled',
      architecture: 'arm',
      since: '4.18',
      summary: 'The longest vectors of the Scalable Vector Extension that the guest may use.',
      details: 'Longer ones than the host has let the start fail.',
    },
    {
      name: 'llc_colors',
      shape: 'list',
      value: text('a colour or a range such as 0-4'),
      onUnknownValue: 'refused',
      architecture: 'arm',
      since: '4.20',
      summary: "The colours of the last-level cache that the guest's memory may have.",
      details: 'Guests without a common colour do not push each other out of the cache.',
    },
    {
      name: 'nr_spis',
      shape: 'number',
      default: 'counted from the configuration',
      architecture: 'arm',
      since: '4.19',
      summary: 'How many shared peripheral interrupts the guest gets, at most 960 (5088 with GICv3.1).',
    },
    {
      name: 'trap_unmapped_accesses',
      shape: 'boolean',
      default: '1',
      architecture: 'arm',
      since: '4.21',
      summary: 'Access to addresses with nothing behind them is a fault; 0: all bits read as 1, writes are lost.',
    },
    {
      name: 'arm_sci',
      shape: 'string',
      isSilent: true,
      value: armSci,
      onUnknownValue: 'refused',
      architecture: 'arm',
      since: '4.21',
      summary: "Whether the guest may talk to the platform's firmware by SCMI.",
    },
  ]),
  ...section({ heading: 'x86', guests: ['hvm'] }, [
    {
      name: 'mca_caps',
      shape: 'list',
      ...oneOf({ lmce: 'machine checks of one CPU only (Intel)' }, { unknown: 'refused' }),
      onWrongShape: 'refused',
      default: '[]',
      architecture: 'x86',
      since: '4.10',
      summary: 'Abilities of machine check reports beyond the usual ones.',
    },
  ]),
  ...section({ heading: 'x86' }, [
    {
      name: 'msr_relaxed',
      shape: 'boolean',
      default: '0',
      architecture: 'x86',
      since: '4.15',
      deprecated: 'leave it out; xl warns that it will go',
      summary: 'Unknown model-specific registers read as 0 instead of a fault, as before Xen 4.15.',
    },
  ]),
];

export const ignoredKeys: readonly KeyDoc[] = section({ heading: undefined, guests: [] }, [
  {
    name: 'vif2',
    shape: 'list',
    isReadForAll: true,
    value: text('a network interface of xm'),
    deprecated: 'use `vif`',
    summary: 'Network interfaces of a kind that xl never had; it warns and ignores them.',
  },
  {
    name: 'device_model',
    shape: 'string',
    isReadForAll: true,
    value: filePath('the path of a device model'),
    deprecated: 'leave it out, or write `device_model_override` and `device_model_version`',
    summary: 'The QEMU of xm; xl warns and ignores it.',
  },
  {
    name: 'vncviewer',
    shape: 'number',
    isReadForAll: true,
    since: '4.2',
    deprecated: 'start the domU by `xl create -V`',
    summary: 'Opened a VNC viewer under xm; xl warns and ignores it.',
  },
]);
