/** Measures a site of 200 dom0s with 2,000 domUs, and one dom0 that has them all. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { checkSnapshot, fileId, loadSnapshot, rememberAnswers, rules } from '../../server/src/core/index.ts';
import { nodeFileAccess } from '../../server/src/node/file-access.ts';
import { medianOf, printMeasured } from './budget.ts';
import { openServer } from './open-server.ts';
import { makeSite, writeSite } from './site.ts';

const runs = 5;
const edits = 30;

/** @param programs the bundles to be measured */
export async function measureSites(programs: { readonly server: string; readonly cli: string }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bridgewise-bench-'));
  try {
    const site = makeSite({ dom0s: 200, domUs: 2000 });
    writeSite(site, join(folder, 'site'));
    writeSite(makeSite({ dom0s: 1, domUs: 2000 }), join(folder, 'large'));
    writeSite(makeSite({ dom0s: 1, domUs: 500 }), join(folder, 'quarter'));
    await measureCommandLine(programs.cli, folder);
    await measureEdits(programs.server, join(folder, 'site'), 'an edit in one dom0 of that site', 20);
    await measureEdits(programs.server, join(folder, 'large'), 'an edit in the dom0 with 2,000 domUs', undefined);
    await measureGrowth(join(folder, 'quarter'), join(folder, 'large'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureCommandLine(cli: string, folder: string): Promise<void> {
  const hook = join(folder, 'tell-peak.cjs');
  writeFileSync(
    hook,
    "process.on('exit', () => require('node:fs').writeSync(3, `${process.resourceUsage().maxRSS}`));\n",
  );
  const measure = async (task: string, given: readonly string[], budget?: Readonly<Record<string, number>>) => {
    const ran = [];
    for (let run = 0; run < runs; run += 1) ran.push(await runOnce(['--require', hook, ...given]));
    const [medianMilliseconds, medianMegabytes] = [
      medianOf(ran.map(({ milliseconds }) => milliseconds)),
      medianOf(ran.map(({ megabytes }) => megabytes)),
    ];
    printMeasured({ task, figures: { medianMilliseconds, medianMegabytes, runs }, ...(budget && { budget }) });
  };
  // On a busy machine all that follows is as much too slow as this is.
  await measure('start Node for nothing', ['--eval', '0']);
  await measure('check 200 dom0s with 2,000 domUs, cold', [cli, 'check', join(folder, 'site')], {
    medianMilliseconds: 2000,
    medianMegabytes: 150,
  });
  await measure('check one dom0 with 2,000 domUs, cold', [cli, 'check', join(folder, 'large')]);
}

interface Run {
  readonly milliseconds: number;
  /** The most memory that the process had. */
  readonly megabytes: number;
}

async function runOnce(given: readonly string[]): Promise<Run> {
  const begun = performance.now();
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] });
  child.stdout?.resume();
  let peak = '';
  child.stdio[3]?.on('data', (data: Buffer) => {
    peak += data.toString();
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`${given.join(' ')} ended with ${exitCode}`);
  return { milliseconds: performance.now() - begun, megabytes: (Number(peak) * 1024) / 1e6 };
}

/** An editor has an interfaces file and a domU of one dom0 open, and types in both in turn. */
async function measureEdits(server: string, site: string, task: string, budget: number | undefined): Promise<void> {
  const editor = await openServer(server, site);
  const host = join(site, 'hosts/dom0-000/etc');
  const domU = makeDomU(join(host, 'xen/edited.cfg'));
  for (const [language, path] of [
    ['debian-interfaces', join(host, 'network/interfaces')],
    ['xen-xl', domU],
  ] as const) {
    const uri = pathToFileURL(path).href;
    const text = readFileSync(path, 'utf8');
    await editor.open(uri, language, text);
    const taken: number[] = [];
    for (let edit = 0; edit < edits; edit += 1) {
      const begun = performance.now();
      await editor.change(uri, `${text}# edit ${edit}\n`);
      await editor.diagnostics(uri);
      taken.push(performance.now() - begun);
    }
    const figures = { medianMilliseconds: medianOf(taken), firstMilliseconds: taken[0] ?? Number.NaN, runs: edits };
    const medianMilliseconds = budget ?? Number.NaN;
    printMeasured({
      task: `${task}, in ${language}`,
      figures,
      ...(budget !== undefined && { budget: { medianMilliseconds } }),
    });
  }
  await editor.close();
}

function makeDomU(path: string): string {
  writeFileSync(path, 'name = "edited"\ntype = "pvh"\nvif = [ "bridge=xenbr1" ]\n');
  return path;
}

/** What one domU of 2,000 costs, to one of 500. */
async function measureGrowth(quarter: string, large: string): Promise<void> {
  const small: number[] = [];
  const big: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    small.push(await millisecondsToCheck(quarter));
    big.push(await millisecondsToCheck(large));
  }
  // The first runs are of code that is not compiled yet.
  const ratio = medianOf(big.slice(1)) / 2000 / (medianOf(small.slice(1)) / 500);
  printMeasured({ task: 'a domU among 2,000, to one among 500', figures: { ratio }, budget: { ratio: 1.5 } });
}

async function millisecondsToCheck(site: string): Promise<number> {
  const file = fileId(pathToFileURL(join(site, 'hosts/dom0-000/etc/network/interfaces')).href);
  const begun = performance.now();
  const settings = async () => ({ dialect: 'auto', management: [] }) as const;
  const snapshot = await loadSnapshot(rememberAnswers(nodeFileAccess), file, settings);
  if (snapshot === undefined) throw new Error(`${file} is not read`);
  checkSnapshot(snapshot, rules, {}, () => 0);
  return performance.now() - begun;
}
