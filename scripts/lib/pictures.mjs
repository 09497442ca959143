import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { StepError } from './failures.mjs';
import { ensureInstalled } from './install.mjs';
import { NEEDS, provide } from './needs.mjs';
import { ROOT } from './paths.mjs';
import { runTool } from './run.mjs';

const PICTURES = join(ROOT, 'docs/images');

/** They are in the extension's package, and on every reader's line. */
const LIMIT_BYTES = 200_000;

/**
 * Makes the README's pictures, by the suite test/vscode/pictures.
 *
 * @param {(line: string) => void} say
 */
export async function makePictures(say) {
  await ensureInstalled(say);
  for (const need of [NEEDS.embedded, NEEDS.chromium]) {
    const missing = await provide(need, say);
    if (missing) throw new StepError(missing);
  }
  say('building');
  await tool('scripts/build.mjs', ['--production']);
  say('VS Code makes the pictures');
  await tool('test/vscode/run.mjs', ['pictures']);
  for (const name of readdirSync(PICTURES)) {
    const { size } = statSync(join(PICTURES, name));
    console.log(`docs/images/${name}  ${(size / 1000).toFixed(0)} kB`);
    if (size > LIMIT_BYTES) throw new StepError(`docs/images/${name} is larger than ${LIMIT_BYTES / 1000} kB`);
  }
}

/**
 * @param {string} script
 * @param {readonly string[]} scriptArguments
 */
async function tool(script, scriptArguments) {
  const env = { ...process.env, BRIDGEWISE_VSCODE: '', BRIDGEWISE_PICTURES: PICTURES };
  const { code, output } = await runTool(script, scriptArguments, { env });
  if (code !== 0) throw new StepError(output.trimEnd());
}
