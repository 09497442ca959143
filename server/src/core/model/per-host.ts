import type { HostModel } from './host.ts';

/** Computes once for each host, which never changes, and forgets with it. For what several rules ask. */
export function perHost<Answer extends object>(compute: (host: HostModel) => Answer): (host: HostModel) => Answer {
  const answers = new WeakMap<HostModel, Answer>();
  return (host) => {
    const known = answers.get(host);
    if (known !== undefined) return known;
    const answer = compute(host);
    answers.set(host, answer);
    return answer;
  };
}
