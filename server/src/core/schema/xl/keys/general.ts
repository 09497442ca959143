/** xl.cfg(5): the name, the type, and what stands under "Other Options". */
import { filePath, text } from '../../values/text.ts';
import { xlUuid } from '../../values/xl-uuid.ts';
import type { KeyDoc } from '../key-doc.ts';
import { xenstoreQuota } from '../xenstore-quota.ts';
import { oneOf } from './choice.ts';
import { section } from './key-draft.ts';

const largestInt = 2_147_483_647;

export const generalKeys: readonly KeyDoc[] = [
  ...section({ heading: 'Mandatory Configuration Items' }, [
    {
      name: 'name',
      shape: 'string',
      required: true,
      value: text('a name'),
      summary: 'The name of the domU, by which `xl` and `xendomains` know it.',
      details:
        'Must be unique on the host: a second domU of that name does not start. A list counts as no name; an empty string is taken by the dry run.',
      onWrongShape: 'refused',
    },
  ]),
  ...section({ heading: 'Selecting Guest Type' }, [
    {
      name: 'type',
      shape: 'string',
      ...oneOf(
        {
          hvm: 'a whole emulated computer with firmware, run by QEMU; for unmodified systems such as Windows',
          pv: 'paravirtual: a kernel that knows Xen, no emulated hardware',
          pvh: "a kernel that knows Xen, run with the hardware's virtualisation but without QEMU",
        },
        { unknown: 'refused', matchesPrefix: true },
      ),
      default: 'pv',
      since: '4.10',
      summary: 'How the domU is virtualised; many other keys are read for one type only.',
      details:
        'Without it xl takes PV, on Arm PVH. xl compares only as many letters as are written: `p` is PV and an empty string HVM. Upper case is refused.',
    },
  ]),
  ...section({ heading: 'Deprecated guest type selection', guests: ['pv', 'hvm'] }, [
    {
      name: 'builder',
      shape: 'string',
      isReadForAll: true,
      ...oneOf(
        { hvm: 'the same as `type = "hvm"`', generic: 'the same as `type = "pv"`' },
        { unknown: 'refused', matchesPrefix: true },
      ),
      deprecated: 'write `type = "hvm"` or `type = "pv"`',
      summary: 'The type of the domU as it was written before Xen 4.10.',
      details: '`linux`, which xm took, is refused; so is a value that contradicts `type`.',
    },
  ]),
  ...section({ heading: 'Other Options' }, [
    {
      name: 'uuid',
      shape: 'string',
      value: xlUuid,
      onUnknownValue: 'refused',
      default: 'a new one at each start',
      summary: 'The 128-bit identifier of the domU.',
      details:
        'xl does not look whether another domU has it. Give one when something outside, such as a licence, knows the domU by it.',
    },
    {
      name: 'seclabel',
      shape: 'string',
      value: text('a security label'),
      since: '4.2',
      summary: 'The XSM label that the domU runs with.',
      details: 'Only a hypervisor with a FLASK policy knows labels; elsewhere it is ignored with a warning at start.',
    },
    {
      name: 'init_seclabel',
      shape: 'string',
      value: text('a security label'),
      since: '4.3',
      summary: 'The XSM label that the domU has only while it is built.',
      details: '`seclabel` takes its place before the domU runs.',
    },
    {
      name: 'max_grant_frames',
      shape: 'number',
      isSilent: true,
      minimum: 0,
      maximum: largestInt,
      onWrongShape: 'refused',
      onOutOfRange: 'refused',
      default: 'that of xl.conf',
      since: '4.10',
      summary: 'How many frames of grant entries the domU may have, and so how many pages it can share.',
      details:
        'A domU with many disks or network interfaces may need more than the 64 that Xen gives by itself. For a wrong value xl exits without a message.',
    },
    {
      name: 'max_maptrack_frames',
      shape: 'number',
      isSilent: true,
      minimum: 0,
      maximum: largestInt,
      onWrongShape: 'refused',
      onOutOfRange: 'refused',
      default: 'that of xl.conf',
      since: '4.10',
      summary: 'How many frames the domU may use to keep track of pages that it maps from others.',
      details: 'Counts for driver domains. For a wrong value xl exits without a message.',
    },
    {
      name: 'max_grant_version',
      shape: 'number',
      isSilent: true,
      minimum: 0,
      maximum: largestInt,
      onWrongShape: 'refused',
      onOutOfRange: 'refused',
      ...oneOf(
        { 1: 'the first layout of grant tables', 2: 'the second layout; needed above 16 TiB of memory' },
        { unknown: undefined, describe: '1 or 2' },
      ),
      default: 'that of xl.conf',
      since: '4.16',
      summary: 'The highest version of grant tables that the domU may use.',
      details: 'For a word xl exits without a message.',
    },
    {
      name: 'nomigrate',
      shape: 'boolean',
      default: '0',
      summary: 'Forbids that the domU is migrated or saved.',
      details: 'The guest may then see an invariant TSC.',
    },
    {
      name: 'driver_domain',
      shape: 'boolean',
      default: '0',
      since: '4.4',
      summary: 'Says that the domU drives devices for others, as a back end.',
    },
    {
      name: 'device_tree',
      shape: 'string',
      value: filePath('the path of a compiled device tree'),
      isPath: true,
      architecture: 'arm',
      since: '4.6',
      summary: 'A partial device tree for devices that are passed through.',
      details:
        "What stands under `/passthrough` and `/aliases` is copied into the guest's tree. Nobody checks it: use trusted ones only.",
    },
    {
      name: 'passthrough',
      shape: 'string',
      ...oneOf(
        {
          default: 'enabled when devices are passed through, else disabled',
          disabled: 'no IOMMU mappings: nothing can be passed through',
          enabled: 'IOMMU mappings; Xen chooses between the two ways',
          sync_pt: "IOMMU page tables of their own, kept like the guest's memory; not on Arm",
          share_pt: "the IOMMU uses the guest's page tables; not for PV, and not on all hardware",
        },
        { unknown: 'refused', ignoresCase: true },
      ),
      default: 'default',
      since: '4.13',
      summary: 'Whether and how the IOMMU maps the memory of the domU for devices that are passed through.',
      details: '`disabled` beside `pci` or `dtdev` lets the start fail.',
    },
    {
      name: 'xend_suspend_evtchn_compat',
      shape: 'boolean',
      default: '0',
      since: '4.14',
      summary: 'Behaves like xend towards very old PV drivers when the domU is suspended.',
      details:
        'The whole `device` part of XenStore becomes writable for the guest. Old Red Hat drivers for Windows need it.',
    },
    {
      name: 'vmtrace_buf_kb',
      shape: 'number',
      isSilent: true,
      unit: 'KiB',
      default: '0',
      since: '4.15',
      summary: 'The size of the buffer for processor traces that each vCPU gets; 0 is none.',
      details: 'For Intel Processor Trace a power of 2 from 4 to 16384.',
    },
    {
      name: 'vpmu',
      shape: 'boolean',
      default: '0',
      since: '4.16',
      summary: 'Lets the guest use the performance counters of the processor directly.',
      details: 'Arm only. The counters say much about the whole host: for trusted guests.',
    },
  ]),
  ...section({ heading: 'Xenstore related settings' }, [
    {
      name: 'xenstore_feature_mask',
      shape: 'number',
      default: '0xffffffff',
      since: '4.21',
      summary: 'Which abilities of XenStore the guest sees, as a sum of bits.',
      details:
        '`1`: it can reconnect to a guest; `2`: it says why it disconnects; `4`: watches of a limited depth; `8`: node access for all domains. For guests that are to migrate to a host with an older XenStore.',
    },
    {
      name: 'xenstore_quota',
      shape: 'list',
      value: xenstoreQuota,
      onUnknownValue: 'refused',
      since: '4.22',
      summary: "Limits of XenStore for this domU, other than the host's.",
      details: '`xl xenstore-quota-get -g` lists the names. An entry without `=` is refused.',
    },
  ]),
];
