import type { Directive } from '../model/directives.ts';
import { rules } from '../rules/index.ts';
import { inlineCode, paragraphs } from '../text/markdown.ts';

/** What a `# bridgewise-…` comment does, in Markdown; `undefined` for one that means nothing. */
export function describeDirective(directive: Directive): string | undefined {
  if (directive.name === 'management') {
    return 'Names the interfaces by which the dom0 is reached: they keep their addresses, and no rule asks to drop them.';
  }
  const reaches = { ignore: 'on the line below', 'ignore-file': 'in this file' }[directive.name];
  if (reaches === undefined) return undefined;
  const name = /^[^\s:]*/.exec(directive.argument)?.[0] ?? '';
  const rule = rules.find((candidate) => candidate.name === name);
  return paragraphs(
    `Leaves out what ${rule === undefined ? 'the rule' : inlineCode(rule.name)} finds ${reaches}.`,
    rule && `**${rule.name}** (${rule.severity}): ${rule.summary}`,
  );
}
