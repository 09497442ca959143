import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { StepError } from './failures.mjs';
import { ensureInstalled } from './install.mjs';
import { NEEDS, provide } from './needs.mjs';
import { ROOT } from './paths.mjs';
import { withPalette } from './png-palette.mjs';
import { runTool } from './run.mjs';

const PICTURES = join(ROOT, 'docs/images');

/** The extension's package holds them, since VS Code shows the README from there. */
const LIMIT_BYTES = 60_000;

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
    const picture = withPalette(readFileSync(join(PICTURES, name)));
    writeFileSync(join(PICTURES, name), picture);
    console.log(`docs/images/${name}  ${(picture.length / 1000).toFixed(0)} kB`);
    if (picture.length > LIMIT_BYTES)
      throw new StepError(`docs/images/${name} is larger than ${LIMIT_BYTES / 1000} kB`);
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
