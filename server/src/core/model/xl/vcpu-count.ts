import { compareVersions } from '../../schema/xl/xen-version.ts';
import type { XlConfig } from './config.ts';
import { numberOf } from './values.ts';

/**
 * How many vCPUs xl knows of when it reads `cpus` and `cpus_soft`: `maxvcpus`, else `vcpus` (xl_parse.c, parse_vcpu_affinity). 0 where
 * neither is set, since xl before 4.22 has no default there; `undefined` where `vnuma` says how many, or only what is no number.
 */
export function vcpuCount(config: XlConfig): bigint | undefined {
  const { settings, xenVersion } = config;
  if (settings.has('vnuma')) return undefined;
  const keys = ['maxvcpus', 'vcpus'].filter((key) => settings.has(key));
  const numbers = keys.map((key) => numberOf(settings, key)?.value);
  const first = numbers.find((number) => number !== undefined && number !== 0n);
  if (first !== undefined || numbers.includes(undefined)) return first;
  return compareVersions(xenVersion, '4.22') < 0 ? 0n : 1n;
}
