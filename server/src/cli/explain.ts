import { nearest, rulePages, rules } from '../core/index.ts';
import { UsageError } from './usage.ts';

/**
 * The page of a rule, in Markdown.
 *
 * @throws UsageError
 */
export function explain(names: readonly string[]): string {
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) throw new UsageError('explain takes the name of one rule.');
  const page = Object.hasOwn(rulePages, name) ? rulePages[name] : undefined;
  if (page !== undefined) return page;
  const [near] = nearest(
    name,
    rules.map((rule) => rule.name),
    3,
  );
  throw new UsageError(
    `There is no rule ${JSON.stringify(name)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  );
}
