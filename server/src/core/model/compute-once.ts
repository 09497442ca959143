const answersKey = Symbol('answers');

interface Asked {
  readonly [answersKey]?: Map<unknown, unknown>;
}

/**
 * Computes once for each object, which never changes. For what several rules ask.
 *
 * The answers hang on the object, unseen by whoever lists or copies what it has. A WeakMap would do the same, but holds what an
 * answer says until the next full collection: at thousands of short-lived objects that doubles the memory.
 */
export function computeOnce<Of extends object, Answer>(compute: (of: Of) => Answer): (of: Of) => Answer {
  return (of) => {
    const answers = answersOf(of);
    if (answers.has(compute)) return answers.get(compute) as Answer;
    const answer = compute(of);
    answers.set(compute, answer);
    return answer;
  };
}

function answersOf(of: Asked): Map<unknown, unknown> {
  const known = of[answersKey];
  if (known !== undefined) return known;
  const answers = new Map<unknown, unknown>();
  Object.defineProperty(of, answersKey, { value: answers });
  return answers;
}
