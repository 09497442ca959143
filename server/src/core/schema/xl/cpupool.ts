/** Keys of a CPU pool's file, as `xl cpupool-create` reads it. */
import { text } from '../values/text.ts';
import type { KeyDoc } from './key-doc.ts';
import { oneOf } from './keys/choice.ts';
import { section } from './keys/key-draft.ts';

export const cpupoolKeys: readonly KeyDoc[] = section(
  { page: 'xlcpupool.cfg(5)', file: 'tools/xl/xl_cpupool.c', heading: 'Options' },
  [
    {
      name: 'name',
      shape: 'string',
      value: text('a name'),
      default: 'the name of the file',
      summary: 'The name of the pool, which a domU gives as its `pool`.',
      details: "The man page calls it a must; xl takes the file's name without it.",
    },
    {
      name: 'sched',
      shape: 'string',
      ...oneOf(
        {
          credit: 'fair shares',
          credit2: "fair shares, and quicker to answer; Xen's default since 4.12",
          rtds: 'real time: a budget in each period',
          arinc653: 'fixed time slots, for avionics',
          null: 'each virtual CPU has a CPU for itself',
        },
        { unknown: 'refused', ignoresCase: true, alsoAccepted: ['unknown', 'sedf'] },
      ),
      default: "that of Xen's command line",
      summary: 'The scheduler of the pool.',
    },
    {
      name: 'nodes',
      shape: 'list',
      value: text('the number of a NUMA node'),
      summary: 'NUMA nodes whose free CPUs the pool gets.',
      details:
        'A single number is dropped with a warning, although the man page shows it. `cpus` is ignored beside it.',
    },
    {
      name: 'cpus',
      shape: 'string-or-list',
      spec: 'cpu-list',
      onUnknownValue: 'refused',
      summary: 'The CPUs of the pool: `"0-3,^1"`, or a list of numbers.',
      details:
        'They must be free: taken out of Pool-0 by `xl cpupool-cpu-remove`. In a list only the number at the start of an entry counts. Without `cpus` and `nodes` the pool gets one CPU.',
    },
  ],
);
