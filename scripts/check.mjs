// npm run check: everything that is known about the sources without running them.
import process from 'node:process';
import { CHECKS } from './lib/checks.mjs';
import { isMain } from './lib/paths.mjs';
import { runTool } from './lib/run.mjs';

/** As many at once; tsc and biome use several cores themselves. */
const AT_ONCE = 2;

/**
 * Runs all checks and prints one line each, then what the failing ones said.
 *
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function check() {
  const todo = [...CHECKS];
  let failed = 0;
  const worker = async () => {
    for (let next = todo.shift(); next; next = todo.shift()) {
      const [script = '', ...rest] = next.command;
      const { code, output } = await runTool(script, rest);
      console.log(`${code === 0 ? '  ok    ' : '  FAILED'} ${next.name}`);
      if (code === 0) continue;
      failed++;
      console.log(`${output.trimEnd()}\n  Remedy: ${next.remedy}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { passed: CHECKS.length - failed, failed };
}

if (isMain(import.meta.url)) {
  const { passed, failed } = await check();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
