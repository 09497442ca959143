import type { Finding } from '../rules/rule.ts';
import { groupBy } from '../text/group-by.ts';
import { enumerate } from '../text/markdown.ts';
import { baseName } from '../text/paths.ts';
import { oneLine } from './one-line.ts';
import type { NodePlace } from './topology.ts';

/** What the errors and warnings in some places say, each once. */
export type FaultReader = (places: readonly NodePlace[]) => readonly string[];

/** Reads the faults of nodes from the findings about their dom0. */
export function faultReader(findings: readonly Finding[]): FaultReader {
  const byFile = groupBy(findings.filter(isFault), ({ location }) => location.file);
  return (places) => {
    const inPlaces = places.flatMap((place) => (byFile.get(place.file) ?? []).filter(isIn(place)));
    return [...new Set(inPlaces)].map(({ message }) => oneLine(message));
  };
}

/** A sentence about the faults that are in none of the places, so that no picture looks sound that is not; `undefined`: there are none. */
export function faultsElsewhere(findings: readonly Finding[], places: readonly NodePlace[]): string | undefined {
  const byFile = groupBy(places, ({ file }) => file);
  const others = findings
    .filter(isFault)
    .filter((finding) => !(byFile.get(finding.location.file) ?? []).some((place) => isIn(place)(finding)));
  if (others.length === 0) return undefined;
  const files = [...new Set(others.map(({ location }) => oneLine(baseName(location.file))))];
  const [count, verb] = others.length === 1 ? ['One fault', 'is'] : [`${others.length} faults`, 'are'];
  return `${count} of ${enumerate(files)} ${verb} in nothing that is drawn.`;
}

function isFault({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

function isIn({ whole }: NodePlace): (finding: Finding) => boolean {
  return ({ location: { span } }) => whole.start <= span.start && span.end <= whole.end;
}
