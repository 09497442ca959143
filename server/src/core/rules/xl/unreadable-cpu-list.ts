import { vcpuCount } from '../../model/xl/vcpu-count.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { DeviceFault } from '../device-fault.ts';
import { faultsIn, replacing, reportOf } from '../device-fault.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, xlRefusal } from '../xl-refusal.ts';

export const unreadableCpuList: XlRule = {
  ...xlRefusal,
  name: 'unreadable-cpu-list',
  kinds: ['domain', 'xl.conf', 'cpupool'],
  summary: 'A list of CPUs has a part that xl cannot read, or comes to no CPU.',
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const found of faultsIn(config, 'cpu-list')) {
      const fault = withoutBlanks(found);
      const reason = reasons.get(fault.kind);
      if (reason === undefined || !isRead(fault) || isOtherRules(fault)) continue;
      const refuses = fault.effect === 'refused' && config.kind !== 'xl.conf';
      const after = refuses ? afterXlRefusal(config) : 'xl goes on without what it cannot read.';
      yield {
        ...reportOf(fault, { message: `${reason(inlineCode(fault.text))} ${after}`, fixes: fixesFor(fault) }),
        refuses,
      };
    }
  },
};

const form = 'a list of CPUs has parts such as `0`, `2-5`, `^3`, `nodes:0` and `all`, with commas between';

const reasons: ReadonlyMap<string, (text: string) => string> = new Map<string, (text: string) => string>([
  ['unreadable-cpu-range', (text) => `${text} is no range of CPUs: ${form}.`],
  ['blank-in-cpu-range', (text) => `A blank stands in ${text}, and xl skips none in a list of CPUs.`],
  ['backward-cpu-range', (text) => `The range ${text} ends before it begins.`],
  ['all-cpus-excluded', (text) => `${text} is nothing that xl can take out: it says \`Can't combine "^" and "all"\`.`],
  ['impossible-cpu', (text) => `No machine has a CPU of the number in ${text}.`],
  [
    'empty-cpu-list',
    () => 'This list comes to no CPU, so that the vCPU could run nowhere: xl says `vcpu hard affinity map is empty`.',
  ],
]);

/** A list for `cpus_soft` that comes to nothing, which xl takes (dropped-device-parameter). */
function isOtherRules({ kind, effect }: DeviceFault): boolean {
  return kind === 'empty-cpu-list' && effect !== 'refused';
}

/** Whether xl looks at it: at an entry of a list only where there is a vCPU for it, and at whether it is empty only then. */
function isRead({ config, use, kind }: DeviceFault): boolean {
  if (config.kind !== 'domain') return kind !== 'empty-cpu-list' && use.lists.length === 0;
  const count = vcpuCount(config);
  if (kind === 'empty-cpu-list' && count === 0n) return false;
  return use.lists.length === 0 || count === undefined || BigInt(use.index) < count;
}

function fixesFor(fault: DeviceFault): readonly Fix[] {
  const { config, kind, span, text } = fault;
  if (kind === 'blank-in-cpu-range') {
    return [{ ...replacing(config, span, text.replace(/\s/g, ''), 'safe'), title: 'Remove the blanks' }];
  }
  const [, before, first, last] = /^(\^?(?:nodes?:)?)(\d+)-(\d+)$/.exec(text) ?? [];
  if (kind !== 'backward-cpu-range' || before === undefined) return [];
  return [replacing(config, span, `${before}${last}-${first}`)];
}

/** xl skips the blanks before a number. */
function withoutBlanks(fault: DeviceFault): DeviceFault {
  if (fault.kind === 'blank-in-cpu-range') return fault;
  const text = fault.text.trimStart();
  return { ...fault, text, span: { start: fault.span.end - text.length, end: fault.span.end } };
}
