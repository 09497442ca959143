import { checkXl } from './xl.ts';

/** Why xl of that series refuses a domain's file, as the rules have it: what they say. Empty: xl accepts it. */
export function refusalsOf(text: string, xenVersion: string | undefined): readonly string[] {
  const { findings } = checkXl(text, { kind: 'domain', xenVersion });
  return findings.filter(({ refused }) => refused).map(({ rule, message }) => `${rule}: ${message}`);
}
