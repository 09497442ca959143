/** `node scripts/run-typescript.mjs test/bench/make-site.ts FOLDER [DOM0S DOMUS [SEED]]`: writes the site that is measured, or another one. */
import process from 'node:process';
import { makeSite, writeSite } from './site.ts';

const [folder, dom0s = '200', domUs = '2000', seed = '1'] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: make-site.ts FOLDER [DOM0S DOMUS [SEED]]\n');
  process.exit(2);
}
writeSite(makeSite({ dom0s: Number(dom0s), domUs: Number(domUs) }, Number(seed)), folder);
