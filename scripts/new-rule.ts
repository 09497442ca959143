/** new-rule NAME, xl/NAME or host/NAME: begins a rule, its page, and makes the index anew. */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';

interface RuleName {
  readonly name: string;
  readonly camelCase: string;
}

/** What a rule of each group begins with: its code, and the language and text of the example on its page. */
const beginnings = {
  interfaces: {
    language: 'interfaces',
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
    language: 'xl',
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
  host: {
    language: 'dom0',
    code: ({ name, camelCase }: RuleName) => `import { guestVifsOf } from '../../model/dom0/guest-vifs.ts';
import { placeOfVif } from '../guests-on-bridge.ts';
import type { HostRule } from '../rule.ts';

export const ${camelCase}: HostRule = {
  name: '${name}',
  group: 'host',
  severity: 'warning',
  summary: 'One sentence that says what is wrong.',
  refuses: false,
  fixes: [],
  *check({ dom0 }) {
    for (const guest of guestVifsOf(dom0)) {
      yield { location: placeOfVif(guest), message: \`\${guest.bridge} …\` };
    }
  },
};
`,
    example: ({ name }: RuleName) => `# file: /etc/network/interfaces
auto eth0
iface eth0 inet dhcp
# file: /etc/xen/web.cfg
name = "web"
kernel = "/boot/vmlinuz"
vif = [ 'mac=00:16:3e:11:22:33, bridge=xenbr0' ]
#                                      ^^^^^^ ${name} warning
`,
  },
};

const [given = ''] = process.argv.slice(2);
const match = /^(?:(?<group>interfaces|xl|host)\/)?(?<name>[a-z][a-z0-9]*(?:-[a-z0-9]+)+)$/.exec(given);
const name = match?.groups?.['name'];
if (name === undefined) {
  process.stderr.write(
    'usage: npm run new-rule NAME        a rule about interfaces files\n' +
      '       npm run new-rule xl/NAME     a rule about files for xl\n' +
      '       npm run new-rule host/NAME   a rule about a dom0 and its domUs together\n' +
      'The name is the fault in the words of the field: bridge-without-ports, xl/duplicate-vdev, host/shared-mac\n',
  );
  process.exit(2);
}
const wanted = match?.groups?.['group'];
const group = wanted === 'xl' || wanted === 'host' ? wanted : 'interfaces';
const base = `server/src/core/rules/${group}/${name}`;
if (existsSync(`${base}.ts`)) {
  process.stderr.write(`${base}.ts is there already\n`);
  process.exit(2);
}
const ruleName = { name, camelCase: name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) };
const { code, example, language } = beginnings[group];
writeFileSync(`${base}.ts`, code(ruleName));
const fence = '```';
writeFileSync(
  `${base}.md`,
  `# ${name}

## What it reports

## Why

## Example

${fence}${language}
${example(ruleName)}${fence}

## Instead

${fence}${language}
${fence}

## Fix

## Silent when
`,
);
process.stdout.write(`wrote ${base}.ts and ${base}.md\n`);
execFileSync('node', ['scripts/run-typescript.mjs', 'scripts/generate.ts'], { stdio: 'inherit' });
