import { text } from '../../values/text.ts';
import type { ValueType } from '../../values/value-type.ts';
import type { CpuidRegister } from '../cpuid-features.ts';
import { cpuidAliases, cpuidNumbers, cpuidRegisters, newCpuidFlags } from '../cpuid-features.ts';
import type { ParameterDoc } from '../parameter-doc.ts';
import type { XenVersion } from '../xen-version.ts';
import { wholeNumber, words } from './values.ts';

const source = 'xl.cfg(5), cpuid; tools/libs/light/libxl_cpuid.c; xen/include/public/arch-x86/cpufeatureset.h';

/** What one bit may be set to. */
const cpuidBit: ValueType = words([
  { label: '0', detail: 'The guest does not see it.' },
  { label: '1', detail: 'The guest sees it, whether the CPU has it or not.' },
  { label: 'x', detail: 'What Xen finds safe for the guest.' },
  { label: 'k', detail: 'What the host has when the guest starts; kept when it moves to another host.' },
  { label: 's', detail: 'The same as k, which is newer.' },
]);

/** What the better known flags stand for. */
const meanings: Readonly<Record<string, string>> = {
  aesni: 'AES instructions',
  avx: '256-bit vector instructions',
  avx2: '256-bit vector instructions for integers',
  avx512f: '512-bit vector instructions, the base set',
  cx16: 'the instruction CMPXCHG16B, which current 64-bit systems need',
  fsgsbase: 'instructions that set the bases of FS and GS',
  hle: 'lock elision (TSX)',
  hypervisor: 'the sign that the system runs under a hypervisor',
  ibrsb: 'IBRS and IBPB against Spectre v2',
  invpcid: 'the instruction INVPCID',
  invtsc:
    'a time stamp counter that runs at one rate in all states; a guest that has it cannot be moved to another host',
  itsc: 'a time stamp counter that runs at one rate in all states; a guest that has it cannot be moved to another host',
  lm: '64-bit mode',
  nx: 'pages that cannot be executed',
  page1gb: 'pages of 1 GiB',
  pcid: 'process context identifiers, which make changing page tables cheaper',
  rdrand: 'the random number generator RDRAND',
  rdseed: 'the random number generator RDSEED',
  rtm: 'transactional memory (TSX)',
  smap: 'protection of the kernel from reading user memory by mistake',
  smep: 'protection of the kernel from running user memory',
  sse3: 'vector instructions, third set',
  'sse4-1': 'vector instructions, set 4.1',
  'sse4-2': 'vector instructions, set 4.2',
  svm: "AMD's virtualisation, for guests that run guests",
  tm: 'the thermal monitor',
  tm1: 'the thermal monitor',
  'tsc-deadline': 'the deadline mode of the APIC timer',
  vmx: "Intel's virtualisation, for guests that run guests",
  x2apic: 'the newer way to the APIC',
  xsave: 'saving the extended state of the CPU, which AVX needs',
};

function flagsOf({ leaf, subleaf, register, flags }: CpuidRegister): readonly ParameterDoc[] {
  return flags.split(' ').map((flag): ParameterDoc => {
    const [name = '', bit] = flag.split(':');
    const inLeaf = `${register.toUpperCase()} in leaf ${leaf}${subleaf === undefined ? '' : `, subleaf ${subleaf}`}`;
    const place = leaf === undefined ? 'MSR 0x10a (ARCH_CAPABILITIES)' : inLeaf;
    const meaning = meanings[name];
    const since = Object.keys(newCpuidFlags).find((version) => newCpuidFlags[version]?.includes(name));
    return {
      name,
      value: cpuidBit,
      summary: meaning === undefined ? `Bit ${bit} of ${place}.` : `Bit ${bit} of ${place}: ${meaning}.`,
      ...(since === undefined ? {} : { since: since as XenVersion }),
      source,
    };
  });
}

function register(name: string): ParameterDoc {
  return {
    name,
    value: text('32 characters, one a bit, the highest one first: each 0, 1, x, k or s'),
    summary: `In a list: the bits of ${name.toUpperCase()} in the leaf.`,
    details: 'xl drops what stands behind a register whose bits are not exactly 32 characters.',
    source,
  };
}

/** What stands in a string of `cpuid` as a list: `LEAF,SUBLEAF:eax=BITS,ebx=BITS`. */
const leafParameters: readonly ParameterDoc[] = [
  {
    name: 'leaf',
    value: wholeNumber('the number of a leaf, such as 0x80000001'),
    summary: 'In a list: the leaf.',
    source,
  },
  { name: 'subleaf', value: wholeNumber('the number of a subleaf'), summary: 'In a list: the subleaf.', source },
  ...['eax', 'ebx', 'ecx', 'edx'].map(register),
];

/** The parameters of `cpuid` as one string, which begins with `host`; those of its strings as a list come last. */
export const cpuidParameters: readonly ParameterDoc[] = [
  {
    name: 'host',
    value: undefined,
    position: 0,
    required: true,
    summary: 'The word with which the string has to begin: all else is as Xen has it for guests.',
    source,
  },
  ...cpuidNumbers.map(({ name, bits, summary }) => ({
    name,
    value: wholeNumber(`a number of ${bits} bits, 0 to ${2 ** bits - 1}`),
    summary,
    source,
  })),
  ...[...cpuidRegisters, ...cpuidAliases].flatMap(flagsOf),
  ...leafParameters,
];
