/** Keys of /etc/xen/xl.conf, as xl reads them before every command. */
import { filePath, text } from '../values/text.ts';
import type { KeyDoc } from './key-doc.ts';
import { oneOf } from './keys/choice.ts';
import { section } from './keys/key-draft.ts';

const largestInt = 2_147_483_647;
const facts = { page: 'xl.conf(5)', file: 'tools/xl/xl.c' } as const;
const bounded = {
  shape: 'number',
  minimum: 0,
  maximum: largestInt,
  onWrongShape: 'refused',
  isSilent: true,
  onOutOfRange: 'refused',
} as const;

export const xlConfKeys: readonly KeyDoc[] = [
  ...section({ ...facts, heading: 'Options' }, [
    {
      name: 'autoballoon',
      shape: 'string',
      ...oneOf(
        {
          auto: "off where Xen's command line has dom0_mem, else on",
          on: 'dom0 gives memory to new domUs',
          off: 'dom0 keeps its memory',
        },
        { unknown: 'dropped', alsoAccepted: ['0', '1'] },
      ),
      default: 'auto',
      summary: 'Whether dom0 gives up memory for a new domU.',
      details:
        "Give dom0 a fixed size (`dom0_mem=2G,max:2G` on Xen's command line) and write `off`: then dom0 never runs out of memory.",
    },
    {
      name: 'run_hotplug_scripts',
      shape: 'boolean',
      default: '1',
      summary: 'Whether xl runs the scripts for disks and interfaces itself; with 0 udev does, as with old Xen.',
    },
    {
      name: 'lockfile',
      shape: 'string',
      value: filePath('the path of a file'),
      default: '/var/lock/xl',
      summary: 'The file by which two xl commands wait for each other.',
    },
    {
      name: 'vif.default.script',
      shape: 'string',
      value: filePath('a script of /etc/xen/scripts, or a path'),
      default: 'vif-bridge',
      since: '4.2',
      summary: 'The script for interfaces that have no `script=` in `vif`.',
      details:
        '`vif-bridge`, `vif-route`, `vif-nat` or `vif-openvswitch`. What `vif` says must fit it: a bridge for vif-bridge, a `gatewaydev` for vif-route.',
    },
    {
      name: 'vif.default.bridge',
      shape: 'string',
      value: text('the name of a bridge'),
      default: 'xenbr0',
      since: '4.2',
      summary: 'The bridge for interfaces that have no `bridge=` in `vif`.',
    },
    {
      name: 'vif.default.gatewaydev',
      shape: 'string',
      value: text('an interface of dom0'),
      since: '4.2',
      summary:
        'The interface of dom0 by which routed domUs reach the network (vif-route), where `vif` has no `gatewaydev=`.',
    },
    {
      name: 'vif.default.backend',
      shape: 'string',
      value: text('the name or number of a domain'),
      default: '0',
      since: '4.3',
      summary: 'The domain that runs the back end of interfaces without `backend=` in `vif`.',
    },
    {
      name: 'remus.default.netbufscript',
      shape: 'string',
      value: filePath('the path of a script'),
      default: '/etc/xen/scripts/remus-netbuf-setup',
      since: '4.5',
      summary: 'The script by which Remus holds back packets until a checkpoint is done.',
    },
    {
      name: 'colo.default.proxyscript',
      shape: 'string',
      value: filePath('the path of a script'),
      default: '/etc/xen/scripts/colo-proxy-setup',
      since: '4.7',
      summary: 'The script that sets up the proxy of COLO.',
    },
    {
      name: 'output_format',
      shape: 'string',
      ...oneOf({ json: 'JSON', sxp: 'the format of xm' }, { unknown: 'dropped' }),
      default: 'json',
      summary: 'How `xl list -l` and others print what programs read.',
    },
    {
      name: 'blkdev_start',
      shape: 'string',
      value: text('a disk name such as xvda'),
      default: 'xvda',
      since: '4.2',
      summary: 'The first name for disks that dom0 attaches to itself, as for pygrub on an image.',
    },
    {
      name: 'claim_mode',
      shape: 'boolean',
      default: '1',
      since: '4.3',
      summary: 'Reserves the memory of a new domU first, so that a start without enough memory fails at once.',
    },
    {
      name: 'max_grant_frames',
      ...bounded,
      default: 'that of Xen',
      since: '4.10',
      summary: 'The `max_grant_frames` of domUs that do not set it.',
    },
    {
      name: 'max_maptrack_frames',
      ...bounded,
      default: 'that of Xen',
      since: '4.10',
      summary: 'The `max_maptrack_frames` of domUs that do not set it.',
    },
    {
      name: 'max_grant_version',
      ...bounded,
      default: 'the highest that Xen has',
      since: '4.16',
      summary: 'The `max_grant_version` of domUs that do not set it.',
    },
    {
      name: 'vm.cpumask',
      shape: 'string',
      spec: 'cpu-list',
      onUnknownValue: 'fails-at-start',
      default: 'all',
      since: '4.10',
      summary: 'The CPUs that any domU may use; `cpus` can only narrow them.',
    },
    {
      name: 'vm.hvm.cpumask',
      shape: 'string',
      spec: 'cpu-list',
      onUnknownValue: 'fails-at-start',
      default: 'all',
      since: '4.10',
      summary: 'The CPUs that HVM and PVH guests may use.',
    },
    {
      name: 'vm.pv.cpumask',
      shape: 'string',
      spec: 'cpu-list',
      onUnknownValue: 'fails-at-start',
      default: 'all',
      since: '4.10',
      summary: 'The CPUs that PV guests may use.',
    },
    {
      name: 'domid_policy',
      shape: 'string',
      ...oneOf({ xen: 'one after the other', random: 'at random' }, { unknown: 'dropped' }),
      default: 'xen',
      since: '4.14',
      summary: 'How a new domU gets its number.',
    },
    {
      name: 'bootloader_restrict',
      shape: 'boolean',
      default: '0',
      since: '4.18',
      summary: "The `bootloader_restrict` of domUs that do not set it: boot loaders run without root's rights.",
    },
  ]),
  ...section({ ...facts, heading: 'Options' }, [
    {
      name: 'vifscript',
      shape: 'string',
      value: filePath('a script of /etc/xen/scripts, or a path'),
      deprecated: 'it is called `vif.default.script` now',
      renamedTo: 'vif.default.script',
      summary: 'The script for interfaces, as it was written before Xen 4.2.',
    },
    {
      name: 'defaultbridge',
      shape: 'string',
      value: text('the name of a bridge'),
      deprecated: 'it is called `vif.default.bridge` now',
      renamedTo: 'vif.default.bridge',
      summary: 'The bridge for interfaces, as it was written before Xen 4.2.',
    },
  ]),
];
