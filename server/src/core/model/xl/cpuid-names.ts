import {
  cpuidAliases,
  cpuidNumbers,
  cpuidRegisters,
  newCpuidFlags,
  oldCpuidFlags,
} from '../../schema/xl/cpuid-features.ts';
import type { XenVersion } from '../../schema/xl/xen-version.ts';
import { compareVersions } from '../../schema/xl/xen-version.ts';
import type { CpuidNames } from '../../syntax/xl/values/cpuid.ts';

/** Each name with the first series that has it, and how many bits it takes; 0 for those of a model-specific register. */
const all: readonly { readonly name: string; readonly bits: number; readonly since: XenVersion | undefined }[] = [
  ...[...cpuidRegisters, ...cpuidAliases].flatMap(({ register, flags }) =>
    flags.split(' ').map((flag) => {
      const name = flag.slice(0, flag.lastIndexOf(':'));
      return { name, bits: register === 'msr' ? 0 : 1, since: sinceOf(name) };
    }),
  ),
  ...cpuidNumbers.map(({ name, bits }) => ({ name, bits, since: undefined })),
];

function sinceOf(name: string): XenVersion | undefined {
  return Object.keys(newCpuidFlags).find((version) => newCpuidFlags[version]?.includes(name)) as XenVersion | undefined;
}

/** What xl of a series knows by name in `cpuid`. */
export function cpuidNamesOf(version: XenVersion): CpuidNames {
  const known = all.filter(({ since }) => since === undefined || compareVersions(version, since) >= 0);
  const old = compareVersions(version, '4.15') < 0 ? oldCpuidFlags : [];
  return new Map([...known.map(({ name, bits }) => [name, bits] as const), ...old.map((name) => [name, 1] as const)]);
}
