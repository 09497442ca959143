/**
 * Measures starting, editing and checking on made-up files, and prints one line of JSON a task, with its budget where it has one.
 * Budgets are for two free cores: they are told, and no run fails for them.
 */
import { mkdirSync } from 'node:fs';
import { Bench } from 'tinybench';
import {
  checkHost,
  loadHostOf,
  memoryAccess,
  memoryFile,
  parseInterfaces,
  rules,
} from '../../server/src/core/index.ts';
import { printMeasured } from './budget.ts';
import { measureSites } from './site-bench.ts';
import { buildPrograms, startToDiagnostics } from './start.ts';

const path = '/etc/network/interfaces';

/** A host of VLAN bridges, five lines each, as many as fill the lines wanted. */
function hostOf(lines: number): string {
  const stanzas = Array.from({ length: Math.floor(lines / 5) }, (_, index) =>
    [
      `iface eth0.${index} inet manual`,
      `auto br${index}`,
      `iface br${index} inet manual`,
      `    bridge_ports eth0.${index}`,
      '    up echo 1 > /proc/sys/net/ipv6/conf/$IFACE/disable_ipv6',
    ].join('\n'),
  );
  return `${stanzas.join('\n')}\n`;
}

const sizes = [1000, 10_000];
const editOf = (lines: number): string => `edit to findings, ${lines} lines`;

const folder = 'out/bench';
mkdirSync(folder, { recursive: true });
const programs = await buildPrograms(folder);
const bench = new Bench({ time: 1000, iterations: 10, warmupIterations: 2 });
bench.add('start to first diagnostics', () => startToDiagnostics(programs.own, hostOf(100)).then(() => undefined));
bench.add('the same of an empty server', () => startToDiagnostics(programs.empty, hostOf(100)).then(() => undefined));
for (const lines of sizes) {
  const text = hostOf(lines);
  bench.add(`parse ${lines} lines`, () => {
    parseInterfaces(text);
  });
  bench.add(editOf(lines), async () => {
    const host = await loadHostOf(memoryAccess({ [path]: text }), memoryFile(path), async () => ({
      dialect: 'auto',
      management: [],
    }));
    if (host !== undefined) checkHost(host, rules, {});
  });
}
await bench.run();
const medians = new Map<string, number>();
for (const { name, result } of bench.tasks) {
  const { p50 = Number.NaN, p99 = Number.NaN, samplesCount = 0 } = ('latency' in result && result.latency) || {};
  medians.set(name, p50);
  printMeasured({ task: name, figures: { medianMilliseconds: p50, p99, runs: samplesCount } });
}
const [small, large] = sizes.map((lines) => (medians.get(editOf(lines)) ?? Number.NaN) / lines);
printMeasured({
  task: 'a line among 10,000, to one among 1,000',
  figures: { ratio: (large ?? Number.NaN) / (small ?? Number.NaN) },
  budget: { ratio: 1.5 },
});
await measureSites({ server: programs.own, cli: programs.cli });
