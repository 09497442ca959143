/** Computes once for each object, which never changes, and forgets with it. For what several rules ask. */
export function computeOnce<Of extends object, Answer>(compute: (of: Of) => Answer): (of: Of) => Answer {
  const answers = new WeakMap<Of, { readonly answer: Answer }>();
  return (of) => {
    const known = answers.get(of) ?? { answer: compute(of) };
    answers.set(of, known);
    return known.answer;
  };
}
