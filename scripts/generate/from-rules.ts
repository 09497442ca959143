/** The second half of `npm run generate`: what is made from the rules and catalogues themselves. */
import { readFileSync } from 'node:fs';
import { generateManifest } from './manifest.ts';
import { generateOptionReference } from './options.ts';
import { generateRuleTable } from './rule-table.ts';
import { generateProjectSchema } from './settings.ts';
import { writeGenerated } from './write-generated.ts';
import { generateXlOptionReference } from './xl-options.ts';

writeGenerated([
  { path: 'docs/options.md', text: generateOptionReference() },
  { path: 'docs/xl-options.md', text: generateXlOptionReference() },
  { path: 'docs/rules.md', text: generateRuleTable() },
  { path: 'schemas/bridgewise.schema.json', text: generateProjectSchema() },
  { path: 'package.json', text: generateManifest(readFileSync('package.json', 'utf8')) },
]);
