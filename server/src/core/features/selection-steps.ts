import type { Span } from '../text/span.ts';
import { touches } from '../text/span.ts';

/** Those of the spans that stand around the offset and hold one another, from the inside out, each once. */
export function selectionSteps(candidates: readonly Span[], offset: number): readonly Span[] {
  const around = candidates
    .filter((span) => touches(span, offset) && span.end > span.start)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const steps: Span[] = [];
  for (const span of around) {
    const inner = steps.at(-1);
    const holds = inner === undefined || (span.start <= inner.start && inner.end <= span.end);
    if (holds && !(inner?.start === span.start && inner.end === span.end)) steps.push(span);
  }
  return steps;
}
