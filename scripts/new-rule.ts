/** new-rule NAME or xl/NAME: begins a rule, its page, and makes the index anew. */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';

interface RuleName {
  readonly name: string;
  readonly camelCase: string;
}

/** What a rule of each group begins with: its code, and the example on its page. */
const beginnings = {
  interfaces: {
    code: ({ name, camelCase }: RuleName) => `import type { InterfacesRule } from '../rule.ts';

export const ${camelCase}: InterfacesRule = {
  name: '${name}',
  group: 'interfaces',
  severity: 'warning',
  summary: 'One sentence that says what is wrong.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: [],
  *check({ host }) {
    for (const stanza of host.stanzas) {
      yield { location: { file: stanza.file, span: stanza.nameWord.span }, message: \`\${stanza.name} …\` };
    }
  },
};
`,
    example: ({ name }: RuleName) => `iface eth0 inet manual
#     ^^^^ ${name} warning
`,
  },
  xl: {
    code: ({ name, camelCase }: RuleName) => `import type { XlRule } from '../rule.ts';

export const ${camelCase}: XlRule = {
  name: '${name}',
  group: 'xl',
  severity: 'warning',
  summary: 'One sentence that says what is wrong.',
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    for (const { key, effective } of config.settings.values()) {
      const [assignment] = effective;
      if (assignment === undefined) continue;
      yield { location: { file: config.file, span: assignment.key.span }, message: \`\${key} …\` };
    }
  },
};
`,
    example: ({ name }: RuleName) => `name = "web"
#^^^ ${name} warning
`,
  },
};

const [given = ''] = process.argv.slice(2);
const match = /^(?:(?<group>interfaces|xl)\/)?(?<name>[a-z][a-z0-9]*(?:-[a-z0-9]+)+)$/.exec(given);
const name = match?.groups?.['name'];
if (name === undefined) {
  process.stderr.write(
    'usage: npm run new-rule NAME      a rule about interfaces files\n' +
      '       npm run new-rule xl/NAME   a rule about files for xl\n' +
      'The name is the fault in the words of the field: bridge-without-ports, xl/duplicate-vdev\n',
  );
  process.exit(2);
}
const group = match?.groups?.['group'] === 'xl' ? 'xl' : 'interfaces';
const base = `server/src/core/rules/${group}/${name}`;
if (existsSync(`${base}.ts`)) {
  process.stderr.write(`${base}.ts is there already\n`);
  process.exit(2);
}
const ruleName = { name, camelCase: name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) };
const { code, example } = beginnings[group];
writeFileSync(`${base}.ts`, code(ruleName));
const fence = '```';
writeFileSync(
  `${base}.md`,
  `# ${name}

## What it reports

## Why

## Example

${fence}${group}
${example(ruleName)}${fence}

## Instead

${fence}${group}
${fence}

## Fix

## Silent when
`,
);
process.stdout.write(`wrote ${base}.ts and ${base}.md\n`);
execFileSync('node', ['scripts/run-typescript.mjs', 'scripts/generate.ts'], { stdio: 'inherit' });
