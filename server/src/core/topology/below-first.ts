/**
 * All names and what they stand on, as deep as that goes, each behind what it stands on itself. Of a circle, which only a faulty
 * file has, one is taken before what it stands on.
 */
export function belowFirst(names: readonly string[], below: (name: string) => readonly string[]): ReadonlySet<string> {
  const done = new Set<string>();
  const begun = new Set<string>();
  const waiting = names.toReversed();
  for (let name = waiting.at(-1); name !== undefined; name = waiting.at(-1)) {
    if (done.has(name) || begun.has(name)) {
      done.add(name);
      waiting.pop();
      continue;
    }
    begun.add(name);
    waiting.push(
      ...below(name)
        .filter((other) => !begun.has(other))
        .toReversed(),
    );
  }
  return done;
}
