import type { HostModel } from './host.ts';

/** Computes once for each host, which never changes, and forgets with it. For what several rules ask. */
export function perHost<Answer>(compute: (host: HostModel) => Answer): (host: HostModel) => Answer {
  const answers = new WeakMap<HostModel, { readonly answer: Answer }>();
  return (host) => {
    const known = answers.get(host) ?? { answer: compute(host) };
    answers.set(host, known);
    return known.answer;
  };
}
