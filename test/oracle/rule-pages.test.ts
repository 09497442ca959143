import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryFile, rules } from '../../server/src/core/index.ts';
import { mainPath } from '../support/fixture.ts';
import { askOracle, HAS_ORACLES } from '../support/oracle.ts';
import { pageCases } from '../support/page-findings.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bridgewise-pages-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const interfacesCases = rules.flatMap(pageCases).filter(({ language }) => language === 'interfaces');

/** Lays the files under a root of their own; what names their folder in a text is made to name it there. */
function layOut(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(folder, 'host-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text.replaceAll('/etc/network/', `${root}/etc/network/`));
  }
  return root;
}

/** Messages that only ifup or ifquery has on an accepted file. */
function isRefused(stderr: string): boolean {
  return stderr.includes("couldn't read interfaces file");
}

describe.skipIf(!HAS_ORACLES)('ifquery refuses the examples of the pages that we say it refuses, and no others', () => {
  test.each(interfacesCases)('$title', async ({ files, check }) => {
    const { snapshots, findings } = await check(files);
    const [snapshot] = snapshots;
    if (snapshot?.language !== 'interfaces') throw new Error('these files are no host');
    const { host } = snapshot;
    // What a file that is not there may hold changes the answer.
    if (host.dialect !== 'ifupdown' || host.incomplete) return;
    const root = layOut(files);
    const { stderr } = askOracle('ifquery', ['-i', join(root, mainPath), '--list']);
    const inMain = findings.filter(({ refused, location }) => refused && location.file === memoryFile(mainPath));
    expect(isRefused(stderr), stderr).toBe(inMain.length > 0);
    for (const { location } of findings.filter(({ refused }) => refused)) {
      const path = location.file.replace(/^memory:(?:\/\/)?/, '');
      expect(stderr).toContain(`${root}${path}:`);
    }
  });
});
