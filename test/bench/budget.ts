import process from 'node:process';

/** What was measured of one task. */
export interface Measured {
  readonly task: string;
  /** By what they are, with their units: `medianMilliseconds`. */
  readonly figures: Readonly<Record<string, number>>;
  /** What a figure may be at most, on a machine with two free cores. */
  readonly budget?: Readonly<Record<string, number>>;
}

/** Prints one line of JSON; with a budget also whether it is met. */
export function printMeasured({ task, figures, budget }: Measured): void {
  const rounded = Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, round(figure)]));
  const isMet = budget && Object.entries(budget).every(([name, most]) => (figures[name] ?? Number.NaN) <= most);
  process.stdout.write(`${JSON.stringify({ task, ...rounded, ...(budget && { budget, isMet }) })}\n`);
}

export function medianOf(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
