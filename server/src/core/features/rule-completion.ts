import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { lineSpanAt } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import type { CompletionItem } from './answers.ts';

/** Where the name of a rule is wanted in a comment. */
interface RulePlace {
  /** The rules about files of this language. */
  readonly group: Rule['group'];
  /** The names of those that find something where the comment reaches. */
  readonly found: ReadonlySet<string>;
  readonly text: string;
  /** What is typed of the name. */
  readonly span: Span;
}

/** The rules that a comment may suppress; those that find something there come first. */
export function ruleItems({ group, found, text, span }: RulePlace): readonly CompletionItem[] {
  const hasReason = /^[ \t]*(?::|[^\s:])/.test(text.slice(span.end, lineSpanAt(text, span.end).end));
  return rules
    .filter((rule) => rule.group === group)
    .toSorted((a, b) => Number(found.has(b.name)) - Number(found.has(a.name)))
    .map((rule) => ({
      label: rule.name,
      kind: 'rule',
      detail: found.has(rule.name) ? 'found here' : rule.severity,
      documentation: rule.summary,
      text: hasReason ? rule.name : `${rule.name}: `,
      span,
      continues: false,
      deprecated: false,
    }));
}
