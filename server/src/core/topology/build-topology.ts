import type { Dom0 } from '../model/dom0/dom0.ts';
import type { Finding } from '../rules/rule.ts';
import { domUNodes, vifWires } from './domu-nodes.ts';
import { faultReader, faultsElsewhere } from './fault-reader.ts';
import { interfaceNodes, interfaceWires } from './interface-nodes.ts';
import type { Topology } from './topology.ts';

/**
 * The topology of a dom0, with what is wrong in it.
 *
 * @param findings those about the dom0; errors and warnings are faults of the nodes in whose places they are
 */
export function buildTopology(dom0: Dom0, findings: readonly Finding[]): Topology {
  const faultsOf = faultReader(findings);
  const nodes = [...interfaceNodes(dom0, faultsOf), ...domUNodes(dom0, faultsOf)];
  const elsewhere = faultsElsewhere(
    findings,
    nodes.flatMap(({ places }) => places),
  );
  return {
    nodes,
    wires: [...interfaceWires(dom0), ...vifWires(dom0)],
    notes: [...notesOn(dom0), ...(elsewhere === undefined ? [] : [elsewhere])],
  };
}

function notesOn({ host, isIncomplete }: Dom0): readonly string[] {
  if (host === undefined) return ['No interfaces file of this dom0 is known.'];
  return [
    ...(host.incomplete ? ['Not all interfaces files of this dom0 could be read.'] : []),
    ...(isIncomplete ? ['Not all files of its domUs could be read.'] : []),
  ];
}
