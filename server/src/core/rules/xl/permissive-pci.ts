import type { XlConfig } from '../../model/xl/config.ts';
import { numberOf } from '../../model/xl/values.ts';
import { readInt } from '../../syntax/xl/values/c-number.ts';
import type { Pci } from '../../syntax/xl/values/pci.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import type { Span } from '../../text/span.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const permissivePci: XlRule = {
  name: 'permissive-pci',
  group: 'xl',
  severity: 'warning',
  summary: "A guest may write to all of a PCI device's configuration space.",
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    for (const span of placesOf(config)) {
      yield {
        location: placeIn(config, span),
        message:
          "The guest may write to all of the device's configuration space, which may make the device or the host fail, or bypass the filter that keeps guests apart: only for a guest that you trust as dom0, and a device that does not work without.",
      };
    }
  },
};

/** Where it is said, of a device by itself, or of all those that do not say. */
function placesOf(config: XlConfig): readonly Span[] {
  const devices = config.specs.filter(({ language, spec }) => language === 'pci' && isRead(spec as Pci));
  const own = devices.map(({ spec }) => fieldOf(spec, 'permissive'));
  const all = numberOf(config.settings, 'pci_permissive');
  const leavesItOpen = own.some((field) => field === undefined);
  return [
    ...own.flatMap((field) => (field?.value !== undefined && readInt(field.value.text) !== 0 ? [field.span] : [])),
    ...(all !== undefined && all.value !== 0n && leavesItOpen ? [all.span] : []),
  ];
}

function isRead({ problems }: Pci): boolean {
  return problems.every(({ effect }) => effect !== 'refused');
}
