/** xl.cfg(5): CPU allocation and scheduling, memory, virtual NUMA. */
import { text } from '../../values/text.ts';
import { xlMebibytes } from '../../values/xl-mebibytes.ts';
import type { KeyDoc } from '../key-doc.ts';
import { section } from './key-draft.ts';

export const cpuKeys: readonly KeyDoc[] = [
  ...section({ heading: 'CPU Allocation' }, [
    {
      name: 'pool',
      shape: 'string',
      value: text('the name of a CPU pool'),
      default: 'Pool-0',
      summary: 'The CPU pool that the domU runs in.',
      details: 'The pool must exist when the domU starts (`xl cpupool-list`).',
    },
    {
      name: 'vcpus',
      shape: 'number',
      minimum: 1,
      default: '1',
      summary: 'How many virtual CPUs are online when the domU starts.',
      details:
        'Not more than `maxvcpus`, else xl exits. 0 counts as 1; less is refused, from Xen 4.22 on taken for 1. More than the host has CPUs only cost time.',
    },
    {
      name: 'maxvcpus',
      shape: 'number',
      default: 'vcpus',
      summary: 'How many virtual CPUs the domU can have in all; `xl vcpu-set` brings the others online.',
      details: 'Less than `vcpus` is refused.',
    },
    {
      name: 'cpus',
      shape: 'string-or-list',
      spec: 'cpu-list',
      onUnknownValue: 'refused',
      default: 'all',
      summary: 'On which CPUs of the host the virtual CPUs may run (pinning).',
      details:
        'One string counts for all virtual CPUs; in a list, each entry counts for one of them, the first for vCPU 0. Such as `2-3`, `all,^0`, `node:1`. Without blanks. Before Xen 4.22, xl drops it without a message where neither `vcpus` nor `maxvcpus` is given.',
    },
    {
      name: 'cpus_soft',
      shape: 'string-or-list',
      spec: 'cpu-list',
      onUnknownValue: 'refused',
      default: 'all',
      since: '4.5',
      summary: 'On which CPUs of the host the virtual CPUs should run if possible.',
      details:
        'Written like `cpus`, which binds them; dropped like it, too. Where both are missing, Xen looks for a NUMA node by itself.',
    },
  ]),
  ...section({ heading: 'CPU Scheduling' }, [
    {
      name: 'cpu_weight',
      shape: 'number',
      minimum: 1,
      maximum: 65535,
      onOutOfRange: 'fails-at-start',
      default: '256',
      since: '4.2',
      summary: 'The share of CPU time when the host is busy: 512 gets twice as much as 256.',
      details: 'For the schedulers credit and credit2. Dom0 has 256 too.',
    },
    {
      name: 'cap',
      shape: 'number',
      unit: 'percent of one CPU',
      default: '0',
      since: '4.2',
      summary:
        'The most CPU time that the domU gets, even on an idle host: 50 is half a CPU, 400 are four; 0 is no limit.',
      details:
        'For the schedulers credit and credit2. More than 100 for each virtual CPU, or less than 0, lets the start fail. A capped CPU may also be clocked down by the power management.',
    },
  ]),
  ...section({ heading: undefined }, [
    {
      name: 'period',
      shape: 'number',
      unit: 'microseconds',
      since: '4.2',
      summary: 'The period of the real-time scheduler rtds.',
      details: 'Other schedulers do not look at it. `xl sched-rtds` shows and sets it at run time.',
    },
    {
      name: 'slice',
      shape: 'number',
      since: '4.2',
      summary: 'A parameter of the scheduler sedf, which is gone; no scheduler uses it now.',
    },
    {
      name: 'latency',
      shape: 'number',
      since: '4.2',
      summary: 'A parameter of the scheduler sedf, which is gone; no scheduler uses it now.',
    },
    {
      name: 'extratime',
      shape: 'number',
      since: '4.2',
      summary: 'Whether the scheduler rtds gives the domU time beyond its budget: 1 or 0.',
    },
  ]),
];

export const memoryKeys: readonly KeyDoc[] = [
  ...section({ heading: 'Memory Allocation' }, [
    {
      name: 'memory',
      shape: 'number',
      value: xlMebibytes([512, 1024, 2048, 4096, 8192]),
      unit: 'MiB',
      default: '32',
      summary: 'How much memory the domU has when it starts.',
      details:
        'A whole number of MiB without a unit: for `"512MB"` xl prints a warning, drops the key, and the domU gets 32 MiB. A leading 0 makes the number octal.',
    },
    {
      name: 'maxmem',
      shape: 'number',
      value: xlMebibytes([1024, 2048, 4096, 8192, 16384]),
      unit: 'MiB',
      default: 'memory',
      summary: 'How much memory the domU may ever have; the balloon driver gives back the difference to `memory`.',
      details:
        "More than `memory` makes an HVM or PVH guest start with memory that is filled when it is used: that needs a balloon driver, and is refused beside PCI passthrough and virtual NUMA. The guest's bookkeeping for the rest takes memory too.",
    },
  ]),
  ...section({ heading: 'Guest Virtual NUMA Configuration', guests: ['hvm'] }, [
    {
      name: 'vnuma',
      shape: 'list',
      isReadForAll: true,
      isSilent: true,
      isNested: true,
      spec: 'vnuma',
      onUnknownValue: 'refused',
      since: '4.6',
      summary: 'The NUMA nodes that the guest sees: for each a list of `pnode=`, `size=`, `vcpus=` and `vdistances=`.',
      details:
        'Sizes are in MiB and must add up to `maxmem`, virtual CPUs to `maxvcpus`. Refused for PV. Such a guest cannot be saved or migrated.',
    },
  ]),
];
