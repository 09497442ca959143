/** xl.cfg(5): paging, processor and platform, time, memory layout, paravirtual features, boot device: of HVM guests mostly. */
import { filePath } from '../../values/text.ts';
import { xlBootOrder } from '../../values/xl-boot-order.ts';
import { xlMebibytes } from '../../values/xl-mebibytes.ts';
import type { KeyDoc } from '../key-doc.ts';
import { smbiosNames } from '../smbios-names.ts';
import { viridianGroups, viridianGroupsSince } from '../viridian-groups.ts';
import { oneOf } from './choice.ts';
import { section } from './key-draft.ts';

const pagingKeys = section({ heading: 'Paging', guests: ['pvh', 'hvm'] }, [
  {
    name: 'hap',
    shape: 'boolean',
    isReadForAll: true,
    default: '1 where the processor can do it',
    summary: "Lets the processor translate the guest's page tables (EPT, NPT); 0: Xen keeps shadow tables.",
  },
  {
    name: 'oos',
    shape: 'boolean',
    isReadForAll: true,
    default: '1',
    summary: "Lets shadow page tables be out of step with the guest's for a while; without `hap` only.",
  },
  {
    name: 'shadow_memory',
    shape: 'number',
    isReadForAll: true,
    value: xlMebibytes([8, 16, 32]),
    unit: 'MiB',
    default: '1 per vCPU and 8 KiB per MiB of memory',
    summary: 'How much memory Xen sets aside for the page tables of the guest.',
    details: "Counts beside `memory`. On Arm it is the pool of the guest's P2M.",
  },
]);

const platformKeys = section({ heading: 'Processor and Platform Features', guests: ['hvm'] }, [
  {
    name: 'bios',
    shape: 'string',
    ...oneOf(
      {
        seabios: 'a BIOS',
        ovmf: 'a UEFI firmware',
        rombios: 'the BIOS of qemu-xen-traditional; qemu-xen refuses it at start',
      },
      { unknown: 'refused', ignoresCase: true, alsoAccepted: ['unknown'] },
    ),
    default: 'seabios',
    since: '4.2',
    summary: 'The firmware of the guest.',
    details: '`firmware` takes the same words, and its value wins; only its `bios` and a path leave this one standing.',
  },
  {
    name: 'bios_path_override',
    shape: 'string',
    value: filePath('the path of a firmware file'),
    isPath: true,
    since: '4.8',
    summary: 'Another file for the firmware that `bios` names.',
    details: 'Without `bios`, xl warns.',
  },
  {
    name: 'pae',
    shape: 'boolean',
    default: '1',
    summary: 'Physical address extension: more than 4 GiB for 32-bit guests; 64-bit ones need it.',
  },
  {
    name: 'acpi',
    shape: 'boolean',
    guests: ['pv', 'pvh', 'hvm'],
    default: '1, on Arm 0',
    summary: 'ACPI tables for the guest; nearly every system of today needs them.',
  },
  {
    name: 'acpi_s3',
    shape: 'boolean',
    default: '1',
    since: '4.2',
    summary: 'Offers suspend to memory (S3) in the ACPI tables.',
  },
  {
    name: 'acpi_s4',
    shape: 'boolean',
    default: '1',
    since: '4.2',
    summary: 'Offers suspend to disk (S4) in the ACPI tables.',
  },
  {
    name: 'acpi_laptop_slate',
    shape: 'boolean',
    default: '0',
    since: '4.9',
    summary: 'Offers Windows the switch between laptop and tablet.',
  },
  {
    name: 'apic',
    shape: 'boolean',
    default: '1',
    summary: 'Tables about interrupt controllers for a guest with one vCPU; with more they are always there.',
  },
  { name: 'nx', shape: 'boolean', default: '1', summary: 'Shows the guest the no-execute bit; needs `pae`.' },
  { name: 'hpet', shape: 'boolean', default: '1', summary: 'A high-precision event timer for the guest.' },
  {
    name: 'altp2m',
    shape: 'string',
    isReadForAll: true,
    guests: ['pvh', 'hvm'],
    ...oneOf(
      {
        disabled: 'none (0)',
        mixed: 'both the guest and tools in dom0 (1)',
        external: 'tools in dom0 only (2)',
        limited: 'the guest may only switch VMFUNC and #VE (3)',
      },
      { unknown: 'refused', ignoresCase: true, numbers: { minimum: 0, maximum: 3 } },
    ),
    default: 'disabled',
    since: '4.9',
    summary: "Who may use several views of the guest's memory, as tools for introspection do.",
    details: 'A number from 0 to 3 goes too.',
  },
  {
    name: 'altp2m_count',
    shape: 'number',
    isReadForAll: true,
    isSilent: true,
    guests: ['pvh', 'hvm'],
    minimum: 0,
    maximum: 65535,
    onOutOfRange: 'refused',
    default: '10',
    since: '4.21',
    summary: 'How many views of its memory the guest may have.',
    details: 'Without `altp2m` it does nothing. More views need more `shadow_memory`.',
  },
  {
    name: 'altp2mhvm',
    shape: 'boolean',
    default: '0',
    since: '4.6',
    deprecated: 'write `altp2m = "mixed"`',
    summary: 'Switched `altp2m` on before Xen 4.9.',
  },
  {
    name: 'nestedhvm',
    shape: 'boolean',
    isReadForAll: true,
    guests: ['pvh', 'hvm'],

    default: '0',
    since: '4.2',
    summary: 'Lets the guest run virtual machines itself.',
    details: 'Experimental, without security support. Not beside `altp2m`.',
  },
  {
    name: 'cpuid',
    shape: 'string-or-list',
    guests: ['pv', 'pvh', 'hvm'],
    spec: 'cpuid',
    summary: 'What the CPUID instruction tells the guest, so that it can migrate or does without a feature.',
    details:
      'A string `"host,NAME=VALUE"` or a list of registers bit by bit. xl prints what it cannot read, ignores it and goes on.',
  },
  {
    name: 'acpi_firmware',
    shape: 'string',
    value: filePath('the path of ACPI tables'),
    isPath: true,
    since: '4.3',
    summary: 'More ACPI tables for the guest, one behind the other in a file.',
  },
  {
    name: 'smbios_firmware',
    shape: 'string',
    value: filePath('the path of SMBIOS structures'),
    isPath: true,
    since: '4.3',
    summary: 'More SMBIOS structures for the guest, each behind its length as a 32-bit number.',
  },
  {
    name: 'smbios',
    shape: 'list',
    value: smbiosNames,
    onUnknownValue: 'refused',
    ignoresCase: true,
    onWrongShape: 'refused',
    default: '[]',
    since: '4.18',
    summary: 'What the guest reads about its "hardware", such as maker and serial number: strings `NAME=TEXT`.',
    details: 'An unknown name or an empty text is refused; `oem` may stand up to 99 times.',
  },
  {
    name: 'ms_vm_genid',
    shape: 'string',
    ...oneOf({ generate: 'a new number at each start and restore', none: 'no number' }, { unknown: 'refused' }),
    default: 'none',
    since: '4.5',
    summary: 'A number by which Windows sees that it is a copy or was put back to an older state.',
    details: 'Domain controllers since Windows Server 2012 need it.',
  },
]);

const timeKeys = section({ heading: 'Guest Virtual Time Controls' }, [
  {
    name: 'tsc_mode',
    shape: 'string',
    ...oneOf(
      {
        default: 'native where it stays monotonic, else emulated',
        always_emulate: 'always emulated, at 1 GHz',
        native: 'always native where the hardware can',
        native_paravirt: 'gone; was native with help for the guest',
      },
      { unknown: 'refused', ignoresCase: true, numbers: { minimum: 0, maximum: 3 } },
    ),
    deprecatedForm: { shape: 'number', instead: 'write the name of the mode' },
    default: 'default',
    architecture: 'x86',
    summary: 'How the guest reads the time stamp counter.',
    details: 'A number from 0 to 3 is taken with a warning.',
  },
  {
    name: 'localtime',
    shape: 'boolean',
    default: '0',
    summary: "The guest's clock has dom0's local time, not UTC. Windows expects it.",
  },
  {
    name: 'rtc_timeoffset',
    shape: 'number',
    unit: 'seconds',
    default: '0',
    summary: "How far the guest's clock is ahead.",
  },
  {
    name: 'vpt_align',
    shape: 'boolean',
    guests: ['hvm'],
    default: '1',
    summary: 'Lets virtual timers expire together, which saves power.',
  },
  {
    name: 'timer_mode',
    shape: 'string',
    isReadForAll: true,
    guests: ['pvh', 'hvm'],
    refusedFor: ['pv'],
    ...oneOf(
      {
        delay_for_missed_ticks: "missed ticks come later one by one, and the guest's time waits for them",
        no_delay_for_missed_ticks: "missed ticks come later, the guest's time is right",
        no_missed_ticks_pending: 'missed ticks are lost',
        one_missed_tick_pending: "missed ticks come as one, the guest's time is right",
      },
      { unknown: 'refused', ignoresCase: true, alsoAccepted: ['unknown'], numbers: { minimum: 0, maximum: 3 } },
    ),
    deprecatedForm: { shape: 'number', instead: 'write the name of the mode' },
    default: 'no_delay_for_missed_ticks',
    summary: 'What happens to timer ticks that came while the guest did not run.',
    details: 'A number from 0 to 3 is taken with a warning.',
  },
]);

const paravirtualKeys = section({ heading: 'Support for Paravirtualisation of HVM Guests', guests: ['hvm'] }, [
  {
    name: 'xen_platform_pci',
    shape: 'boolean',
    default: '1',
    summary:
      'The device by which the guest finds Xen and replaces emulated disks and network cards by paravirtual ones.',
    details: 'Without it they stay slow, and a disk may show up twice.',
  },
  {
    name: 'xen_platform_pci_bar_uc',
    shape: 'boolean',
    default: '1',
    architecture: 'x86',
    since: '4.21',
    summary: 'The memory of that device is not cached.',
  },
  {
    name: 'viridian',
    shape: 'string-or-list',
    ...viridianGroups,
    valuesSince: viridianGroupsSince,
    default: '0',
    summary: 'Interfaces of Hyper-V that make Windows guests faster: 1 for the usual ones, or a list of groups.',
    details:
      '`"!GROUP"` in the list leaves one out, such as `["all", "!freq"]`. 1 is `["defaults"]`. A single word is no number, and dropped without a message. Some systems other than Windows do not get on with it.',
  },
  {
    name: 'hvm_pirq',
    shape: 'boolean',
    default: '0',
    since: '4.19',
    summary: 'The guest may get interrupts of devices by event channels.',
  },
]);

export const hvmPlatformKeys: readonly KeyDoc[] = [
  ...section({ heading: 'Boot Device', guests: ['hvm'] }, [
    {
      name: 'boot',
      shape: 'string',
      value: xlBootOrder,
      onUnknownValue: 'fails-at-start',
      default: 'cda',
      summary:
        'Where the guest boots from: `c` first disk, `d` CD-ROM, `n` network, `a` floppy; `dc` tries one after the other.',
      details: 'xl does not look at it; QEMU refuses other letters, the same one twice and more than three.',
    },
  ]),
  ...section({ heading: 'Emulated disk controller type', guests: ['hvm'] }, [
    {
      name: 'hdtype',
      shape: 'string',
      ...oneOf(
        { ide: 'an IDE controller, which all systems know', ahci: 'a SATA controller, faster; not for Windows XP' },
        { unknown: 'refused', ignoresCase: true },
      ),
      default: 'ide',
      since: '4.6',
      summary: 'The emulated controller of disks with names such as `hda`.',
    },
  ]),
  ...pagingKeys,
  ...platformKeys,
  ...timeKeys,
  ...section({ heading: 'Memory layout', guests: ['hvm'] }, [
    {
      name: 'mmio_hole',
      shape: 'number',
      value: xlMebibytes([256, 1024, 2048, 3072]),
      unit: 'MiB',
      minimum: 256,
      maximum: 3840,
      onOutOfRange: 'refused',
      default: '256',
      since: '4.5',
      summary: 'How much of the first 4 GiB of addresses is left to devices; large PCI cards need more.',
    },
  ]),
  ...paravirtualKeys,
];
