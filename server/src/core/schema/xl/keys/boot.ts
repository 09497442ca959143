/** xl.cfg(5): event actions, kernel and firmware, boot loader. */
import { filePath, text } from '../../values/text.ts';
import type { KeyDoc } from '../key-doc.ts';
import { oneOf } from './choice.ts';
import type { KeyDraft } from './key-draft.ts';
import { section } from './key-draft.ts';

const actions = oneOf(
  {
    destroy: 'the domU is gone',
    restart: 'a new domU is made from the same configuration',
    'rename-restart': 'the old domU is kept under another name, a new one is made',
    preserve: 'the domU stays as it is, to be looked at; `xl destroy` frees its memory',
    'coredump-destroy': 'its memory is written to /var/lib/xen/dump/NAME, then it is gone',
    'coredump-restart': 'its memory is written to /var/lib/xen/dump/NAME, then it is started anew',
    'soft-reset': "Xen's interfaces are reset and the guest goes on, as for kexec; HVM guests that know Xen only",
  },
  { unknown: 'refused', kind: 'xl-action', describe: 'an action' },
);

/** The keys that take an action. */
const actionKeys: readonly KeyDraft[] = [
  {
    name: 'on_poweroff',
    shape: 'string',
    ...actions,
    default: 'destroy',
    summary: 'What xl does when the guest has shut itself down.',
  },
  {
    name: 'on_reboot',
    shape: 'string',
    ...actions,
    default: 'restart',
    summary: 'What xl does when the guest wants to reboot.',
    details: 'A restart reads the configuration that Xen has kept since the start, not the file.',
  },
  {
    name: 'on_watchdog',
    shape: 'string',
    ...actions,
    default: 'destroy',
    summary: "What xl does when the guest's Xen watchdog has run out.",
  },
  {
    name: 'on_crash',
    shape: 'string',
    ...actions,
    default: 'destroy',
    summary: 'What xl does when the guest has crashed.',
    details:
      'With `restart`, a guest that crashes while it boots is started again and again. `preserve` lets you read `xl console` first.',
  },
  {
    name: 'on_soft_reset',
    shape: 'string',
    ...actions,
    default: 'soft-reset',
    since: '4.7',
    summary: 'What xl does when the guest resets itself for kexec.',
  },
];

export const bootKeys: readonly KeyDoc[] = [
  ...section({ heading: 'Event Actions' }, actionKeys),
  ...section({ heading: 'Direct Kernel Boot' }, [
    {
      name: 'kernel',
      shape: 'string',
      value: filePath('the path of a kernel'),
      isPath: true,
      summary: 'The kernel that the domU boots, as a file of dom0.',
      details:
        "PV and PVH need it, or `bootloader` or `firmware`; beside `firmware` it is refused. Beside `bootloader` it is a path inside the guest's image. For HVM, `hvmloader` (from xm) is ignored with a warning.",
    },
    {
      name: 'ramdisk',
      shape: 'string',
      value: filePath('the path of an initial ramdisk'),
      isPath: true,
      summary: 'The initial ramdisk for `kernel`, as a file of dom0.',
      details: 'An HVM guest with `ramdisk` but no `kernel` does not start.',
    },
    {
      name: 'cmdline',
      shape: 'string',
      value: text('a kernel command line'),
      since: '4.5',
      summary: 'The whole command line of the kernel.',
      details: '`root` and `extra` are ignored beside it, with a warning.',
    },
    {
      name: 'root',
      shape: 'string',
      value: text('a device, and what else stands behind `root=`'),
      summary: 'The root file system for the kernel: `root=` and this text begin its command line.',
      details: 'Such as `/dev/xvda2 ro`. Ignored beside `cmdline`.',
    },
    {
      name: 'extra',
      shape: 'string',
      value: text('words of a kernel command line'),
      summary: "More words for the kernel's command line, behind those of `root`.",
      details: 'Ignored beside `cmdline`. An HVM guest with `extra` but no `kernel` does not start.',
    },
  ]),
  ...section({ heading: 'Non direct Kernel Boot' }, [
    {
      name: 'firmware',
      shape: 'string',
      ...oneOf(
        {
          pvgrub32: 'PV, PVH: GRUB for a 32-bit guest, run inside the guest',
          pvgrub64: 'PV, PVH: GRUB for a 64-bit guest, run inside the guest',
          bios: 'HVM: the BIOS that fits the device model (SeaBIOS)',
          uefi: 'HVM: the UEFI firmware (OVMF)',
          seabios: 'HVM: SeaBIOS',
          rombios: 'HVM: ROMBIOS; refused at start by qemu-xen',
          ovmf: 'HVM: OVMF, a UEFI firmware',
        },
        {
          unknown: undefined,
          matchesPrefix: true,
          alsoAccepted: ['unknown'],
          describe: 'pvgrub32 or pvgrub64 for PV and PVH; bios, uefi, seabios, rombios, ovmf or a path for HVM',
        },
      ),
      since: '4.10',
      summary: 'What the domU boots first, instead of a kernel from dom0.',
      details:
        'For PV and PVH only `pvgrub32` and `pvgrub64` go, and not beside `kernel`; anything else is refused. For HVM every other word is taken as a path, so a misspelt one fails at start.',
    },
  ]),
  ...section({ heading: undefined, guests: ['hvm'] }, [
    {
      name: 'firmware_override',
      shape: 'string',
      value: filePath('the path of an hvmloader'),
      isPath: true,
      since: '4.2',
      summary: "Another hvmloader than Xen's own.",
      details: '`firmware` does the same with a path.',
    },
  ]),
  ...section({ heading: 'Paravirtualised (PV) Guest Specific Options', guests: ['pv', 'pvh'] }, [
    {
      name: 'bootloader',
      shape: 'string',
      isReadForAll: true,
      ...oneOf(
        {
          pygrub: "reads the GRUB configuration of the guest's first disk in dom0",
          pypxeboot: 'fetches kernel and ramdisk by network',
        },
        { unknown: undefined, describe: 'a program such as pygrub, or its path' },
      ),
      isPath: true,
      summary: "A program that dom0 runs to find kernel and ramdisk on the guest's first disk.",
      details:
        'It runs as root over a file system that the guest writes, unless `bootloader_restrict` is 1. `firmware = "pvgrub64"` does the same inside the guest.',
    },
    {
      name: 'bootloader_args',
      shape: 'string-or-list',
      isReadForAll: true,
      value: text('an argument'),
      deprecatedForm: { shape: 'string', instead: 'write a list, an argument each' },
      default: '[]',
      summary: 'Arguments for the boot loader.',
      details: 'A string is cut at blanks, with a warning; an empty one crashes xl.',
    },
    {
      name: 'bootloader_restrict',
      shape: 'boolean',
      isReadForAll: true,
      default: 'that of xl.conf',
      since: '4.18',
      summary: "Runs the boot loader without root's rights.",
      details: 'Needs a user for it that can read the disk image, and is never interactive.',
    },
    {
      name: 'bootloader_user',
      shape: 'string',
      isReadForAll: true,
      value: text('a user of dom0'),
      since: '4.18',
      summary: 'The user that a restricted boot loader runs as.',
      details: 'Each domU needs one of its own.',
    },
  ]),
  ...section({ heading: 'Paravirtualised (PV) Guest Specific Options', guests: ['pv'] }, [
    {
      name: 'e820_host',
      shape: 'boolean',
      default: '0, with `pci` 1',
      since: '4.2',
      summary: "Lays out the guest's memory map like that of the host, with its holes for PCI.",
      details:
        'Linux needs it for devices that are passed through. Set it when they come later, by `xl pci-attach`; beside `pci` it is 1 whatever stands here.',
    },
  ]),
  ...section({ heading: 'PVH guest options', guests: ['pvh'] }, [
    {
      name: 'pvshim',
      shape: 'boolean',
      default: '0',
      since: '4.10',
      summary: 'Runs a PV kernel in a PVH container, behind a small Xen of its own.',
      details: 'Protects other guests against a PV guest that uses Meltdown.',
    },
    {
      name: 'pvshim_path',
      shape: 'string',
      usedWith: 'pvshim',
      value: filePath('the path of a shim'),
      isPath: true,
      default: "Xen's own",
      since: '4.10',
      summary: 'Another shim for `pvshim`.',
    },
    {
      name: 'pvshim_cmdline',
      shape: 'string',
      usedWith: 'pvshim',
      value: text('a command line'),
      default: 'pv-shim console=xen,pv',
      since: '4.10',
      summary: 'The command line of the shim.',
    },
    {
      name: 'pvshim_extra',
      shape: 'string',
      usedWith: 'pvshim',
      value: text('words of a command line'),
      since: '4.10',
      summary: 'More words for the command line of the shim.',
    },
  ]),
];
