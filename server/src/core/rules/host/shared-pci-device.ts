import type { Claim } from '../../model/dom0/clashes.ts';
import { areBothStarted, clashesIn } from '../../model/dom0/clashes.ts';
import type { DomU } from '../../model/dom0/dom0.ts';
import { shownDomU } from '../../model/dom0/domu-names.ts';
import type { Pci } from '../../syntax/xl/values/pci.ts';
import type { Span } from '../../text/span.ts';
import { reportOfClash } from '../clash-report.ts';
import type { HostRule } from '../rule.ts';

export const sharedPciDevice: HostRule = {
  name: 'shared-pci-device',
  group: 'host',
  severity: 'information',
  summary: 'Two domUs of a dom0 are given the same PCI device, so that only one of them can run.',
  refuses: false,
  fixes: [],
  *check({ dom0 }) {
    const told = new Set<Span>();
    for (const clash of clashesIn(dom0.domUs.flatMap(claimsOf))) {
      const { claim, earlier } = clash;
      // One string may hand over several functions.
      if (told.has(claim.span)) continue;
      told.add(claim.span);
      const both = areBothStarted(clash);
      yield reportOfClash(clash, {
        severity: both ? 'warning' : 'information',
        message: `${shownDomU(earlier.domU)} is given this PCI device, too: while one of the two domUs runs, the other does not start.${both ? ' Both are in `xen/auto`.' : ''}`,
      });
    }
  },
};

const allFunctions = [0, 1, 2, 3, 4, 5, 6, 7];

function claimsOf(domU: DomU): readonly Claim[] {
  return domU.config.specs.flatMap((use) => {
    if (use.language !== 'pci') return [];
    const { address } = use.spec as Pci;
    if (address === undefined) return [];
    const { domain, bus, slot, function: own } = address;
    const { span } = use.spec.atom;
    return (own === '*' ? allFunctions : [own]).map((one) => ({
      domU,
      thing: `${domain}:${bus}:${slot}.${one}`,
      span,
    }));
  });
}
