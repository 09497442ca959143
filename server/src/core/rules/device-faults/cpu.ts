/** What is said about the faults of CPUID settings, lists of CPUs and virtual NUMA nodes. */
import { specLanguages } from '../../model/xl/spec-languages.ts';
import type { CpuListProblemKind } from '../../syntax/xl/values/cpu-list.ts';
import type { CpuidLeafProblemKind, CpuidProblemKind } from '../../syntax/xl/values/cpuid.ts';
import type { VnumaProblemKind } from '../../syntax/xl/values/vnuma.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { FaultTable } from '../device-fault.ts';
import { meantBy, oneOfThese, removing, replacing } from '../device-fault.ts';
import type { CommonFaultKind } from './common.ts';

type OwnOfCpuid = Exclude<CpuidProblemKind, 'repeated-parameter' | 'blank-at-name'> | CpuidLeafProblemKind;

/** By kind of fault, in either form of `cpuid`; for these xl has one line on standard error at most. */
export const cpuidFaults: FaultTable<OwnOfCpuid> = {
  'missing-host': (fault) => ({
    message: `A string of \`cpuid\` begins with \`host\`, not with ${inlineCode(fault.text)}: xl drops all of it.`,
  }),
  'missing-equals-sign': ({ text }) => ({
    message: `${inlineCode(text)} is no \`NAME=VALUE\`: xl says so and drops it.`,
  }),
  'unknown-parameter': (fault) => {
    const names = specLanguages.cpuid.parameters.map(({ name }) => name);
    const meant = meantBy(fault.text, names);
    return {
      message: `xl ${fault.config.xenVersion} knows no CPUID flag ${inlineCode(fault.text)}${meant.length > 0 ? `; ${oneOfThese(meant)} may be meant` : ''}. It says so and drops it.`,
      fixes: meant.map((name) => replacing(fault.config, fault.span, name)),
    };
  },
  'illegal-value': ({ text }) => ({
    message: `${inlineCode(text)} is no value of a CPUID flag: a number, \`x\`, \`k\` or \`s\`. xl says so and drops it.`,
  }),
  'illegal-msr-value': ({ text }) => ({
    message: `${inlineCode(text)} is no value of this flag, which is \`0\`, \`1\`, \`x\`, \`k\` or \`s\`. xl says so and drops it.`,
  }),
  'number-too-large': ({ text }) => ({
    message: `${inlineCode(text)} has more bits than there are; xl cuts them off.`,
  }),
  'text-behind-value': ({ text }) => ({ message: `xl looks at nothing behind the value in ${inlineCode(text)}.` }),
  'illegal-leaf': ({ text }) => ({
    message: `${inlineCode(text)} does not begin with the number of a leaf: xl says so and drops it.`,
  }),
  'illegal-subleaf': ({ text }) => ({
    message: `Behind the comma in ${inlineCode(text)} stands no number of a subleaf: xl says so and drops the string.`,
  }),
  'missing-colon': () => ({
    message: 'A colon has to stand between the leaf and its registers: xl says so and drops the string.',
  }),
  'unknown-register': ({ text }) => ({
    message: `${inlineCode(text)} is none of \`eax=\`, \`ebx=\`, \`ecx=\` and \`edx=\`: xl says so and drops the rest of the string.`,
  }),
  'wrong-length': ({ text }) => ({
    message: `A register has 32 characters, one a bit, but here are ${text.length}: xl says so and drops the rest of the string.`,
  }),
  'unknown-bit': ({ text }) => ({
    message: `${inlineCode(text)} is no value of a bit, which is \`0\`, \`1\`, \`x\`, \`k\` or \`s\`.`,
  }),
  'text-behind-register': ({ text }) => ({
    message: `xl takes the first three letters of ${inlineCode(text)} for the register and does not look at the others.`,
  }),
};

/** By kind of fault; those for which xl refuses the file have a rule of their own. */
export const cpuListFaults: FaultTable<Extract<CpuListProblemKind, 'cpu-exclusion-without-effect' | 'empty-cpu-list'>> =
  {
    'empty-cpu-list': () => ({ message: 'This list comes to no CPU and has no effect.', severity: 'warning' }),
    'cpu-exclusion-without-effect': (fault) => ({
      message: `${inlineCode(fault.text)} has no effect: xl reads from left to right, and nothing before it puts these CPUs in.`,
      severity: 'warning',
      tag: 'unnecessary',
      fixes: [removing(fault, fault.span, 'Remove what has no effect', 'safe')],
    }),
  };

/** By kind of fault. */
export const vnumaFaultTexts: FaultTable<Exclude<VnumaProblemKind, CommonFaultKind>> = {
  'negative-number': ({ text }) => ({ message: `${inlineCode(text)} is no number of a virtual NUMA node.` }),
  'empty-range': ({ text }) => ({
    message: `The range ${inlineCode(text)} ends before it begins: the node has none of these vCPUs.`,
  }),
  'endless-range': ({ text }) => ({ message: `xl counts ${inlineCode(text)} up to 2^64 and comes to no end.` }),
};
