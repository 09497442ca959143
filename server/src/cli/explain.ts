import { nearest, rulePages, rules } from '../core/index.ts';
import { UsageError } from './usage.ts';

const markersExplained = 'Below a line, `^^^` marks the words that are found; `<^` means the whole line.';

/**
 * The page of a rule, in Markdown, as people read it.
 *
 * @throws UsageError
 */
export function explain(names: readonly string[]): string {
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) throw new UsageError('explain takes the name of one rule.');
  const page = Object.hasOwn(rulePages, name) ? rulePages[name] : undefined;
  if (page !== undefined) return forReaders(page);
  const [near] = nearest(
    name,
    rules.map((rule) => rule.name),
    3,
  );
  throw new UsageError(
    `There is no rule ${JSON.stringify(name)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  );
}

/** The examples on the pages are run as tests: what a fence says of that behind its language is for nobody else. */
function forReaders(page: string): string {
  return page.replace(/^(```\w+) .*$/gm, '$1').replace(/^## Example$/m, `$&\n\n${markersExplained}`);
}
