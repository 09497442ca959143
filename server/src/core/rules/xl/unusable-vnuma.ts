import type { XlConfig } from '../../model/xl/config.ts';
import { listOf, numberOf } from '../../model/xl/values.ts';
import type { ListValue } from '../../syntax/xl/ast.ts';
import type { VnumaFault } from '../../syntax/xl/values/vnuma-nodes.ts';
import { readVnumaNode, vnumaFaults, vnumaTotals } from '../../syntax/xl/values/vnuma-nodes.ts';
import type { Span } from '../../text/span.ts';
import type { Report, XlRule } from '../rule.ts';
import { afterXlRefusal, placeIn } from '../xl-refusal.ts';
import { replaceIn } from '../xl-wording.ts';

export const unusableVnuma: XlRule = {
  name: 'unusable-vnuma',
  group: 'xl',
  severity: 'error',
  summary: 'The virtual NUMA nodes do not fit the guest, or each other.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    const nodes = nodesOf(config);
    const key = config.settings.get('vnuma')?.effective[0]?.key;
    if (nodes.length === 0 || key === undefined) return;
    const { size, vcpus } = vnumaTotals(nodes.map(({ node }) => node));
    yield* mismatches(config, key.span, size, vcpus);
    if (config.guest === 'pv') {
      yield {
        location: placeIn(config, key.span),
        message:
          'A PV guest has no NUMA nodes: libxl says `PV vNUMA is not yet supported`, and the guest does not start.',
      };
    }
    for (const fault of vnumaFaults(nodes.map(({ node }) => node))) {
      const list = nodes[fault.node]?.list;
      if (list !== undefined) yield { location: placeIn(config, list.span), message: faultMessage(fault) };
    }
  },
};

/** The nodes, where xl can read them all. */
function nodesOf(config: XlConfig) {
  const items = listOf(config.settings, 'vnuma') ?? [];
  const lists = items.filter((item): item is ListValue => item.kind === 'list');
  const specs = config.specs.filter(({ language }) => language === 'vnuma');
  const isRefused = specs.some(({ spec }) => spec.problems.some(({ effect }) => effect === 'refused'));
  if (lists.length < items.length || isRefused) return [];
  return lists.map((list) => ({
    list,
    node: readVnumaNode(specs.filter((use) => use.lists.includes(list)).map(({ spec }) => spec)),
  }));
}

/** What does not go with the sums over all nodes (xl_parse.c, parse_vnuma_config; libxl_create.c). */
function* mismatches(config: XlConfig, span: Span, size: bigint, vcpus: bigint): Iterable<Report> {
  const sums = [
    { key: 'maxvcpus', sum: vcpus, unit: 'vCPUs', isWrong: (given: bigint) => given !== 0n && given !== vcpus },
    {
      key: 'vcpus',
      sum: vcpus,
      unit: 'vCPUs',
      // Nodes without vCPUs leave the largest number unset, and xl then takes that of `vcpus`.
      isWrong: (given: bigint) =>
        vcpus > 0n && given > vcpus && (numberOf(config.settings, 'maxvcpus')?.value ?? 0n) === 0n,
    },
    { key: 'maxmem', sum: size, unit: 'MiB', isWrong: (given: bigint) => given !== size },
  ];
  for (const { key, sum, unit, isWrong } of sums) {
    const given = numberOf(config.settings, key);
    if (given === undefined || !isWrong(given.value)) continue;
    yield {
      location: placeIn(config, given.span),
      refuses: true,
      message: `\`${key}\` is ${given.value}, but the virtual NUMA nodes have ${sum} ${unit} together. ${afterXlRefusal(config)}`,
      related: [{ location: placeIn(config, span), message: 'The nodes.' }],
      fixes: [{ title: `Write \`${sum}\``, safety: 'unsafe', edits: [replaceIn(config, given.span, String(sum))] }],
    };
  }
  const memory = numberOf(config.settings, 'memory');
  if (config.guest === 'pv' || memory === undefined || memory.value <= 0n || memory.value >= size) return;
  yield {
    location: placeIn(config, memory.span),
    message:
      `The virtual NUMA nodes have ${size} MiB, and the guest is to start with less: libxl says \`Cannot enable PoD and vNUMA at the ` +
      'same time`, and the guest does not start.',
    related: [{ location: placeIn(config, span), message: 'The nodes.' }],
    fixes: [{ title: `Write \`${size}\``, safety: 'unsafe', edits: [replaceIn(config, memory.span, String(size))] }],
  };
}

function faultMessage({ kind, number }: VnumaFault): string {
  switch (kind) {
    case 'too-many-distances':
      return `This node has ${number} distances, which is more than there are nodes: xl writes past its memory, and may crash.`;
    case 'repeated-vcpu':
      return `vCPU ${number} is in an earlier node, too: libxl refuses it, and the guest does not start.`;
    case 'distance-below-local':
      return `This node is nearer to node ${number} than to itself: libxl refuses it, and the guest does not start.`;
  }
}
