import type { Finding } from '../rules/rule.ts';
import { groupBy } from '../text/group-by.ts';
import { oneLine } from './one-line.ts';
import type { NodePlace } from './topology.ts';

/** What the errors and warnings in some places say, each once. */
export type FaultReader = (places: readonly NodePlace[]) => readonly string[];

/** Reads the faults of nodes from the findings about their dom0. */
export function faultReader(findings: readonly Finding[]): FaultReader {
  const faults = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const byFile = groupBy(faults, ({ location }) => location.file);
  return (places) => {
    const inPlaces = places.flatMap(({ file, whole }) =>
      (byFile.get(file) ?? []).filter(({ location: { span } }) => whole.start <= span.start && span.end <= whole.end),
    );
    return [...new Set(inPlaces)].map(({ message }) => oneLine(message));
  };
}
