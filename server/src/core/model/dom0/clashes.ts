/** Things that two domUs of a dom0 cannot both have. */

import { groupBy } from '../../text/group-by.ts';
import type { Span } from '../../text/span.ts';
import type { DomU } from './dom0.ts';
import { identityOf } from './domu-names.ts';

/** A domU's claim to something, where its file says so. */
export interface Claim {
  readonly domU: DomU;
  /** What it wants: equal texts are the same thing. */
  readonly thing: string;
  readonly span: Span;
}

/** A claim to what another domU claims already. */
export interface Clash<Made extends Claim = Claim> {
  readonly claim: Made;
  readonly earlier: Made;
}

/**
 * Every claim to a thing that a domU before wants, too, with the first such claim: one for each domU and thing. Files that give one name
 * are variants of one domU, and clash in nothing. Linear in the number of claims.
 */
export function clashesIn<Made extends Claim>(claims: readonly Made[]): readonly Clash<Made>[] {
  const byThing = groupBy(claims, ({ thing }) => thing);
  return [...byThing.values()].flatMap((group) => {
    const [earlier, ...later] = firstOfEachDomU(group);
    return earlier === undefined ? [] : later.map((claim) => ({ claim, earlier }));
  });
}

/** One claim of each domU, whatever its files are. */
export function firstOfEachDomU<Made extends Claim>(claims: readonly Made[]): readonly Made[] {
  if (claims.length < 2) return claims;
  return [...groupBy(claims, ({ domU }) => identityOf(domU)).values()].flatMap((own) => own.slice(0, 1));
}

/** Whether `xendomains` starts both with the dom0, so that the clash is sure to come. */
export function areBothStarted({ claim, earlier }: Clash): boolean {
  return claim.domU.isStartedAtBoot && earlier.domU.isStartedAtBoot;
}
