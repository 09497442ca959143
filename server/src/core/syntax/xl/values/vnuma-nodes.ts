import type { Span } from '../../../text/span.ts';
import type { Atom } from '../atom.ts';
import { readUnsigned } from './c-number.ts';
import type { Spec, SpecField } from './spec.ts';
import { splitAtom } from './split.ts';
import { vcpuRangeOf } from './vnuma.ts';

/** What the strings of one virtual node say together. */
export interface VnumaNode {
  /** The physical node; 0 where it is not given, or is no number. */
  readonly physicalNode: bigint;
  /** In MiB, as the node has it: the last one given. */
  readonly size: bigint;
  /** In MiB, as xl adds it to the sum: all those given. */
  readonly countedSize: bigint;
  /** How many vCPUs xl counts, repeated ones each time. */
  readonly countedVcpus: bigint;
  /** The ranges of vCPUs, both ends included. */
  readonly vcpus: readonly { readonly first: bigint; readonly last: bigint; readonly span: Span }[];
  /** `undefined` where none are given. */
  readonly distances: readonly bigint[] | undefined;
}

/** What xl makes of a virtual node, whose strings are given in their order. */
export function readVnumaNode(specs: readonly Spec[]): VnumaNode {
  const fields = specs.flatMap((spec) => spec.fields);
  const sizes = valuesOf(fields, 'size').map(numberOf);
  const vcpus = valuesOf(fields, 'vcpus')
    .flatMap((value) => splitAtom(value, ','))
    .map(({ atom }) => ({ ...vcpuRangeOf(atom.text), span: atom.span }));
  const distances = valuesOf(fields, 'vdistances').map((value) =>
    splitAtom(value, ',').map(({ atom }) => numberOf(atom)),
  );
  return {
    physicalNode: valuesOf(fields, 'pnode').map(numberOf).at(-1) ?? 0n,
    size: sizes.at(-1) ?? 0n,
    countedSize: sizes.reduce((sum, size) => sum + size, 0n),
    countedVcpus: vcpus.reduce((sum, { first, last }) => sum + (last < first ? 0n : last - first + 1n), 0n),
    vcpus: vcpus.filter(({ first, last }) => last >= first).map(({ first, last, span }) => ({ first, last, span })),
    distances: distances.length === 0 ? undefined : distancesOf(distances),
  };
}

/** Each `vdistances` writes over the one before it, from the first node on. */
function distancesOf(lists: readonly (readonly bigint[])[]): readonly bigint[] {
  return lists.reduce((before, list) => [...list, ...before.slice(list.length)], []);
}

function valuesOf(fields: readonly SpecField[], name: string): readonly Atom[] {
  return fields.flatMap((field) => (field.name === name ? (field.value ?? []) : []));
}

function numberOf(atom: Atom): bigint {
  return readUnsigned(atom.text, 10)?.value ?? 0n;
}

/** What all virtual nodes come to, as xl sums them up: it compares this with `maxmem` and `maxvcpus`, or takes it for them. */
export function vnumaTotals(nodes: readonly VnumaNode[]): { readonly size: bigint; readonly vcpus: bigint } {
  return {
    size: nodes.reduce((sum, { countedSize }) => sum + countedSize, 0n),
    vcpus: nodes.reduce((sum, { countedVcpus }) => sum + countedVcpus, 0n),
  };
}

/** What is wrong with the nodes together. */
export interface VnumaFault {
  readonly kind: /** More distances than nodes: xl writes past its memory, and crashes sooner or later. */
    | 'too-many-distances'
    /** A vCPU that an earlier node has, too; libxl fails at start (libxl_vnuma.c, libxl__vnuma_config_check). */
    | 'repeated-vcpu'
    /** The distance of the node to itself is larger than that to another one; libxl fails at start. Missing ones are 0. */
    | 'distance-below-local';
  /** Which node, from 0. */
  readonly node: number;
  /** The vCPU's number, or the other node's; the number of distances where there are too many. */
  readonly number: bigint;
}

/** What is wrong with the nodes together, as far as they alone can tell. */
export function vnumaFaults(nodes: readonly VnumaNode[]): readonly VnumaFault[] {
  return nodes.flatMap((node, index) => [...distanceFaults(node, index, nodes.length), ...repeatedVcpus(nodes, index)]);
}

function distanceFaults({ distances = [] }: VnumaNode, node: number, count: number): readonly VnumaFault[] {
  if (distances.length > count) return [{ kind: 'too-many-distances', node, number: BigInt(distances.length) }];
  const local = distances[node] ?? 0n;
  const others = Array.from({ length: count }, (_, other) => distances[other] ?? 0n);
  const nearer = others.findIndex((distance, other) => other !== node && distance < local);
  return nearer < 0 ? [] : [{ kind: 'distance-below-local', node, number: BigInt(nearer) }];
}

function repeatedVcpus(nodes: readonly VnumaNode[], node: number): readonly VnumaFault[] {
  const before = nodes.slice(0, node).flatMap(({ vcpus }) => vcpus);
  const repeated = (nodes[node]?.vcpus ?? []).flatMap(({ first, last }) => {
    const other = before.find((range) => range.first <= last && first <= range.last);
    return other === undefined ? [] : [other.first > first ? other.first : first];
  });
  return repeated.slice(0, 1).map((number) => ({ kind: 'repeated-vcpu', node, number }));
}
