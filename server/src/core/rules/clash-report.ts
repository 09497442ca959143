/** What the rules on things that two domUs cannot both have say alike. */
import type { Clash } from '../model/dom0/clashes.ts';
import { shownDomU } from '../model/dom0/domu-names.ts';
import type { Report } from './rule.ts';
import { placeIn } from './xl-refusal.ts';

/** A report at the later claim that leads to the earlier one. */
export function reportOfClash({ claim, earlier }: Clash, report: Omit<Report, 'location' | 'related'>): Report {
  return {
    location: placeIn(claim.domU.config, claim.span),
    related: [
      { location: placeIn(earlier.domU.config, earlier.span), message: `Here ${shownDomU(earlier.domU)} has it.` },
    ],
    ...report,
  };
}
