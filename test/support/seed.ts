import process from 'node:process';
import fc from 'fast-check';

/**
 * What is generated is the same in every run, so that a run means the same for everybody, and fails for nothing that was not
 * changed. BRIDGEWISE_SEED chooses other texts: a number, or `random`.
 */
const seed = chosenSeed(process.env['BRIDGEWISE_SEED'] ?? '1');

fc.configureGlobal({ seed });

/** The seed of what is generated for a real tool, which is told: the tests may show only what came of it. */
export function announceSeed(what: string): number {
  console.log(`generated ${what}: BRIDGEWISE_SEED=${seed} makes the same ones again`);
  return seed;
}

function chosenSeed(given: string): number {
  return given === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(given);
}
