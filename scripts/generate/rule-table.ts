import { rules } from '../../server/src/core/index.ts';

/** The table of all rules, as Markdown. */
export function generateRuleTable(): string {
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.name}\`](../server/src/core/rules/${rule.group}/${rule.name}.md) | ${rule.severity} | ` +
      `${rule.refuses ? 'yes' : ''} | ${rule.fixes.join(', ')} | ${rule.dialects.join(', ')} | ${rule.summary} |`,
  );
  return `# Rules

<!-- Made by \`npm run generate\`; do not edit. -->

"Refused" means that ifupdown refuses the whole file for this fault alone. A severity is the usual one; some rules
lower or raise it for what they find.

| rule | severity | refused | fixes | dialects | what it reports |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
