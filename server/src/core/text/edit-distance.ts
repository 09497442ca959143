import measure from 'damerau-levenshtein';

/** How many single letters one has to insert, delete, change or swap with their neighbour to get from one word to the other. */
export function editDistance(one: string, other: string): number {
  return measure(one, other).steps;
}

/** The candidates nearest to the word, none farther than `limit` and none equal to it, in the order given. */
export function nearest(word: string, candidates: Iterable<string>, limit: number): readonly string[] {
  let best = limit;
  let found: string[] = [];
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > best) continue;
    const distance = editDistance(word, candidate);
    if (distance > best) continue;
    if (distance < best) found = [];
    best = distance;
    if (!found.includes(candidate)) found.push(candidate);
  }
  return found;
}
