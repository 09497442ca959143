import { compareVersions } from '../../schema/xl/xen-version.ts';
import type { XlConfig } from './config.ts';
import { numberOf } from './values.ts';

/**
 * How many vCPUs xl knows of when it reads `cpus` and `cpus_soft`: `maxvcpus`, else `vcpus` (xl_parse.c, parse_vcpu_affinity). 0 where
 * neither is set, since xl before 4.22 has no default there; `undefined` where `vnuma` says how many, or a number is not one.
 */
export function vcpuCount(config: XlConfig): bigint | undefined {
  const { settings, xenVersion } = config;
  if (settings.has('vnuma')) return undefined;
  for (const key of ['maxvcpus', 'vcpus']) {
    if (!settings.has(key)) continue;
    const number = numberOf(settings, key)?.value;
    if (number === undefined || number !== 0n) return number;
  }
  return compareVersions(xenVersion, '4.22') < 0 ? 0n : 1n;
}
