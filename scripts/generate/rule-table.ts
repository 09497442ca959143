import type { Rule } from '../../server/src/core/index.ts';
import { dialects, rules } from '../../server/src/core/index.ts';

/** The table of all rules, as Markdown. */
export function generateRuleTable(): string {
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.name}\`](../server/src/core/rules/${rule.group}/${rule.name}.md) | ${rule.severity} | ` +
      `${rule.refuses ? 'yes' : ''} | ${rule.fixes.join(', ')} | ${whereItHolds(rule)} | ${rule.summary} |`,
  );
  return `# Rules

<!-- Made by \`npm run generate\`; do not edit. -->

"Refused" means that ifupdown, or xl, refuses the whole file for this fault alone. A severity is the usual one; some rules
lower or raise it for what they find.

| rule | severity | refused | fixes | holds for | what it reports |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

/** The dialects, or the kinds of xl's files. */
function whereItHolds(rule: Rule): string {
  switch (rule.group) {
    case 'interfaces':
      return rule.dialects.join(', ');
    case 'xl':
      return rule.kinds.map((kind) => (kind === 'domain' ? 'domU' : kind)).join(', ');
    case 'host':
      return 'dom0 with domUs';
    case 'suppression':
      return [...dialects, 'xl'].join(', ');
  }
}
