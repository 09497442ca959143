import process from 'node:process';

/** The seed of generated strings: given by BRIDGEWISE_SEED to see a failure again, else a new one, which is told. */
export function announceSeed(what: string): number {
  const seed = Number(process.env['BRIDGEWISE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`generated ${what}: BRIDGEWISE_SEED=${seed} makes the same ones again`);
  return seed;
}
