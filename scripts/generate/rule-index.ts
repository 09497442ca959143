import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'server/src/core/rules';
const notice = '// Made by `npm run generate` from the files beside it; do not edit.';

interface RuleFile {
  readonly group: string;
  readonly name: string;
}

/** A rule is a TypeScript file with a page of the same name beside it. */
function ruleFiles(): readonly RuleFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: group }) =>
      readdirSync(join(folder, group))
        .filter((file) => file.endsWith('.md') && existsSync(join(folder, group, file.replace(/\.md$/, '.ts'))))
        .map((file) => ({ group, name: file.replace(/\.md$/, '') })),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The text of the module that lists every rule. */
export function generateRuleIndex(): string {
  const files = ruleFiles();
  const imports = [...files].sort((a, b) => (path(a) < path(b) ? -1 : 1));
  const ruleImports = imports.map((file) => `import { ${camelCase(file.name)} } from './${path(file)}.ts';`);
  return `${[
    notice,
    ...ruleImports.filter((line) => !line.includes("'./suppression/")),
    "import type { Rule } from './rule.ts';",
    ...ruleImports.filter((line) => line.includes("'./suppression/")),
    '',
    '/** Every rule, in the order of its name. */',
    'export const rules: readonly Rule[] = [',
    ...files.map(({ name }) => `  ${camelCase(name)},`),
    '];',
  ].join('\n')}\n`;
}

/** The text of the module that holds every rule's page. */
export function generateRulePages(): string {
  const files = ruleFiles();
  const imports = [...files].sort((a, b) => (path(a) < path(b) ? -1 : 1));
  return `${[
    notice,
    ...imports.map((file) => `import ${camelCase(file.name)} from './${path(file)}.md';`),
    '',
    "/** The page of each rule, in Markdown, by the rule's name. */",
    'export const rulePages: Readonly<Record<string, string>> = {',
    ...files.map(({ name }) => `  '${name}': ${camelCase(name)},`),
    '};',
  ].join('\n')}\n`;
}

function path({ group, name }: RuleFile): string {
  return `${group}/${name}`;
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
