import { expect, test } from 'vitest';
import { parseVnuma } from '../../../../../server/src/core/syntax/xl/values/vnuma.ts';
import {
  readVnumaNode,
  vnumaFaults,
  vnumaTotals,
} from '../../../../../server/src/core/syntax/xl/values/vnuma-nodes.ts';
import { atomOf } from './specs.ts';

function nodesOf(...nodes: readonly (readonly string[])[]): ReturnType<typeof readVnumaNode>[] {
  return nodes.map((texts) => readVnumaNode(texts.map((text) => parseVnuma(atomOf(text)))));
}

test('a node is what its strings say together; the sums are as xl counts', () => {
  const nodes = nodesOf(['pnode=1', 'size=512', 'vcpus=0-1,1', 'vdistances=10,20'], ['size=5', 'size=6', 'vcpus=3-2']);
  expect(nodes.map(({ physicalNode, size, countedVcpus }) => [physicalNode, size, countedVcpus])).toEqual([
    [1n, 512n, 3n],
    [0n, 6n, 0n],
  ]);
  expect(nodes.map(({ distances }) => distances)).toEqual([[10n, 20n], undefined]);
  expect(vnumaTotals(nodes)).toEqual({ size: 523n, vcpus: 3n });
});

test('a second list of distances writes over the first from its beginning', () => {
  expect(nodesOf(['vdistances=10,20,30', 'vdistances=11'])[0]?.distances).toEqual([11n, 20n, 30n]);
});

test.each([
  [[['vcpus=0-1'], ['vcpus=2-3']], []],
  [[['vcpus=0-1'], ['vcpus=1-2']], [{ kind: 'repeated-vcpu', node: 1, number: 1n }]],
  [[['vcpus=5'], ['vcpus=2-9']], [{ kind: 'repeated-vcpu', node: 1, number: 5n }]],
  [[['vdistances=10,20']], [{ kind: 'too-many-distances', node: 0, number: 2n }]],
  [[['vdistances=20,10'], ['vdistances=20,10']], [{ kind: 'distance-below-local', node: 0, number: 1n }]],
  [[['vdistances=10,20'], ['vdistances=10,20']], [{ kind: 'distance-below-local', node: 1, number: 0n }]],
  [[['vdistances=10'], ['vcpus=1']], [{ kind: 'distance-below-local', node: 0, number: 1n }]],
])('%j', (nodes, faults) => {
  expect(vnumaFaults(nodesOf(...nodes))).toEqual(faults);
});
