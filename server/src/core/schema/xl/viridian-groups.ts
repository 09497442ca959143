import type { ValueCandidate, ValueType } from '../values/value-type.ts';
import { xlChoice } from '../values/xl-choice.ts';
import type { KeyDoc } from './key-doc.ts';
import type { XenVersion } from './xen-version.ts';

/** The groups of Hyper-V's interfaces (xl.cfg(5), `viridian`; libxl_types.idl, viridian_enlightenment). */
const groups: readonly ValueCandidate[] = [
  { label: 'base', detail: 'hypercalls, the number of the vCPU, the APIC; all others need it' },
  { label: 'freq', detail: 'the frequencies of TSC and APIC' },
  { label: 'time_ref_count', detail: 'a counter of time since the start' },
  { label: 'reference_tsc', detail: 'a page by which the TSC gives the time' },
  { label: 'hcall_remote_tlb_flush', detail: 'TLBs of other vCPUs are flushed by hypercall; for busy hosts' },
  { label: 'apic_assist', detail: 'fewer accesses to the local APIC' },
  { label: 'crash_ctl', detail: 'Windows tells Xen why it crashed' },
  { label: 'synic', detail: 'synthetic interrupts' },
  { label: 'stimer', detail: 'synthetic timers, with synthetic interrupts' },
  { label: 'hcall_ipi', detail: 'interrupts between vCPUs by hypercall' },
  { label: 'ex_processor_masks', detail: 'sets of more than 64 vCPUs' },
  { label: 'no_vp_limit', detail: 'no limit on the number of vCPUs is shown' },
  { label: 'cpu_hotplug', detail: 'vCPUs may come and go' },
];

/** Words that stand for several groups; unlike those, they must be in lower case, and cannot be left out. */
const sums: readonly ValueCandidate[] = [
  { label: 'defaults', detail: 'the usual groups: what 1 means' },
  { label: 'all', detail: 'every group' },
];

const known = xlChoice({
  kind: 'viridian-group',
  describe: 'a group of Hyper-V interfaces',
  candidates: groups,
  otherwise: { effect: 'fails', consequence: 'xl exits with an error' },
  ignoresCase: true,
});

/** A group, or with `!` before it one that is left out. */
const group: ValueType = {
  ...known,
  check(text) {
    if (sums.some((sum) => sum.label === text)) return undefined;
    const negated = text.startsWith('!') ? 1 : 0;
    const problem = known.check(text.slice(negated));
    return problem && { ...problem, span: { start: negated, end: text.length } };
  },
  explain(text) {
    const sum = sums.find(({ label }) => label === text);
    const meaning = sum?.detail ?? known.explain(text.replace(/^!/, ''));
    return text.startsWith('!') && meaning !== undefined ? `left out: ${meaning}` : meaning;
  },
  complete: () => [...groups, ...sums],
};

/** What `viridian` takes: a list of groups, or one number. */
export const viridianGroups: Pick<KeyDoc, 'value' | 'single' | 'ignoresCase' | 'onUnknownValue'> = {
  value: group,
  single: xlChoice({
    kind: 'xl-boolean',
    describe: '0, 1 or a list of groups',
    candidates: [
      { label: '1', detail: 'the usual groups' },
      { label: '0', detail: 'none' },
    ],
    numbers: {},
    otherwise: { effect: 'dropped', consequence: 'xl drops it without a message' },
  }),
  ignoresCase: true,
  onUnknownValue: 'refused',
};

/** The series that came with a group (libxl_types.idl of the stable branches). */
export const viridianGroupsSince: Readonly<Record<string, XenVersion>> = {
  synic: '4.13',
  stimer: '4.13',
  hcall_ipi: '4.13',
  ex_processor_masks: '4.15',
  no_vp_limit: '4.15',
  cpu_hotplug: '4.15',
};
