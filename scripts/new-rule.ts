/** new-rule NAME: begins a rule, its page, and makes the index anew. */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name)) {
  process.stderr.write('usage: npm run new-rule NAME   (the fault in the words of the field: bridge-without-ports)\n');
  process.exit(2);
}
const base = `server/src/core/rules/interfaces/${name}`;
if (existsSync(`${base}.ts`)) {
  process.stderr.write(`${base}.ts is there already\n`);
  process.exit(2);
}
const camelCase = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
writeFileSync(
  `${base}.ts`,
  `import type { Rule } from '../rule.ts';

export const ${camelCase}: Rule = {
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
);
const fence = '```';
writeFileSync(
  `${base}.md`,
  `# ${name}

## What it reports

## Why

## Example

${fence}interfaces
iface eth0 inet manual
#     ^^^^ ${name} warning
${fence}

## Instead

${fence}interfaces
${fence}

## Fix

## Silent when
`,
);
process.stdout.write(`wrote ${base}.ts and ${base}.md\n`);
execFileSync('node', ['scripts/run-typescript.mjs', 'scripts/generate.ts'], { stdio: 'inherit' });
