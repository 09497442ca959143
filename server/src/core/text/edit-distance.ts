import measure from 'damerau-levenshtein';

/** How many single letters one has to insert, delete, change or swap with their neighbour to get from one word to the other. */
export function editDistance(one: string, other: string): number {
  return measure(one, other).steps;
}

/** The candidates nearest to the word, none farther than `limit` and none equal to it, in the order given. */
export function nearest(word: string, candidates: Iterable<string>, limit: number): readonly string[] {
  const lettersApart = letterCounter(word);
  let best = limit;
  let found: string[] = [];
  for (const candidate of candidates) {
    if (candidate === word || lettersApart(candidate) > best) continue;
    const distance = editDistance(word, candidate);
    if (distance > best) continue;
    if (distance < best) found = [];
    best = distance;
    if (!found.includes(candidate)) found.push(candidate);
  }
  return found;
}

/** How many places letters are counted in: a power of two, so that the last bits of a letter's code say which. */
const places = 128;

/**
 * Tells how many letters of a candidate, or of the word, the other has not, whatever their order: never more than the
 * edit distance, and much sooner counted. Letters that share a place count as the same.
 */
function letterCounter(word: string): (candidate: string) => number {
  const counts = new Int32Array(places);
  for (let at = 0; at < word.length; at++) addAt(counts, word.charCodeAt(at), 1);
  return (candidate) => {
    let common = 0;
    for (let at = 0; at < candidate.length; at++) {
      if (addAt(counts, candidate.charCodeAt(at), -1) >= 0) common++;
    }
    for (let at = 0; at < candidate.length; at++) addAt(counts, candidate.charCodeAt(at), 1);
    return Math.max(word.length, candidate.length) - common;
  };
}

function addAt(counts: Int32Array, code: number, change: number): number {
  const place = code % places;
  const sum = (counts[place] ?? 0) + change;
  counts[place] = sum;
  return sum;
}
