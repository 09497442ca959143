/** A whole domU in libxl's JSON: as xl prints it, and as we read it. */
import type { XlConfig } from '../../server/src/core/index.ts';
import { disksOf, vifsOf } from '../../server/src/core/model/xl/devices.ts';
import { flagOf, numberOf, stringOf } from '../../server/src/core/model/xl/values.ts';
import { vcpuCount } from '../../server/src/core/model/xl/vcpu-count.ts';
import type { CpuList } from '../../server/src/core/syntax/xl/values/cpu-list.ts';
import { cpusOf } from '../../server/src/core/syntax/xl/values/cpu-list.ts';
import type { Pci } from '../../server/src/core/syntax/xl/values/pci.ts';
import { fieldOf } from '../../server/src/core/syntax/xl/values/spec.ts';
import { fakeHost, libxlDisk, libxlNic, pciJson } from './xl-json.ts';

type Json = Readonly<Record<string, unknown>>;

/** What is compared of a domU; what one side cannot know is not. */
export interface DomainJson {
  readonly name: unknown;
  readonly type: unknown;
  /** In KiB. */
  readonly memory: unknown;
  readonly vcpus: unknown;
  readonly disks: readonly unknown[];
  readonly nics: readonly unknown[];
  readonly pci: readonly unknown[];
  /** The CPUs for each virtual CPU; not known beside `vnuma`. */
  readonly cpus: unknown;
  readonly softCpus: unknown;
}

/** What xl printed, without what it makes up. */
export function domainJsonOfXl(output: string): DomainJson {
  const { c_info, b_info, disks = [], nics = [], pcidevs = [] } = JSON.parse(output);
  return {
    name: c_info.name,
    type: c_info.type,
    memory: b_info.target_memkb,
    vcpus: b_info.avail_vcpus?.length,
    disks,
    nics,
    pci: pcidevs.map(({ rdm_policy: _, ...device }: Json) => device),
    cpus: b_info.vcpu_hard_affinity,
    softCpus: b_info.vcpu_soft_affinity,
  };
}

/** What we read of a domU that xl accepts. */
export function domainJsonOf(config: XlConfig): DomainJson {
  const { settings, guest } = config;
  const memory = numberOf(settings, 'memory');
  const vcpus = numberOf(settings, 'vcpus');
  return {
    name: stringOf(settings, 'name'),
    type: guest,
    memory: memory && memory.value !== 0n ? Number(BigInt.asUintN(64, memory.value * 1024n)) : undefined,
    vcpus: vcpus && vcpus.value !== 0n ? Number(vcpus.value) : undefined,
    disks: disksOf(config).map(({ spec }) => libxlDisk(spec)),
    nics: vifsOf(config).map(({ spec }, index) => ({ devid: spec.devid ?? index, ...libxlNic(spec) })),
    pci: devicesOf(config),
    cpus: affinityOf(config, 'cpus'),
    softCpus: affinityOf(config, 'cpus_soft'),
  };
}

/** The devices, with what holds for those that do not say otherwise (xl_parse.c, parse_config_data). */
function devicesOf({ specs, settings }: XlConfig): readonly unknown[] {
  const names = { permissive: 'permissive', msitranslate: 'msitranslate', seize: 'seize', power_mgmt: 'power_mgmt' };
  return specs.flatMap(({ language, spec }) => {
    if (language !== 'pci') return [];
    const { rdm_policy: _, ...own } = pciJson(spec as Pci) as Json;
    const unsaid = Object.values(names).filter((name) => fieldOf(spec, name) === undefined);
    const common = unsaid.filter((name) => flagOf(settings, `pci_${name}`) === true);
    return [{ ...own, ...Object.fromEntries(common.map((name) => [name, true])) }];
  });
}

/** One string counts for all virtual CPUs, of a list each for one of them, and no more of them than there are. */
function affinityOf(config: XlConfig, key: string): readonly (readonly number[])[] | undefined {
  const count = Number(vcpuCount(config) ?? 0n);
  const uses = config.specs.filter((use) => use.key === key);
  if (uses.length === 0 || count === 0) return undefined;
  const lists = uses.map(({ spec }) => cpusOf(spec as CpuList, fakeHost));
  if (uses[0]?.lists.length !== 0) return lists.slice(0, count);
  return Array.from({ length: count }, () => lists[0] ?? []);
}
