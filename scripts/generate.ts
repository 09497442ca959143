/** Writes everything that is made from the rules and the catalogues; with `--check` it only says what is out of date. */
import { execFileSync } from 'node:child_process';
import { generateRuleIndex, generateRulePages } from './generate/rule-index.ts';
import { writeGenerated } from './generate/write-generated.ts';

// First what is made by reading folders alone, since the second script imports it.
writeGenerated([
  { path: 'server/src/core/rules/index.ts', text: generateRuleIndex() },
  { path: 'server/src/core/rules/pages.ts', text: generateRulePages() },
]);
if (process.exitCode === undefined) {
  const script = ['scripts/run-typescript.mjs', 'scripts/generate/from-rules.ts', ...process.argv.slice(2)];
  try {
    execFileSync('node', script, { stdio: 'inherit' });
  } catch {
    process.exitCode = 1;
  }
}
