import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingOptions } from '../../server/src/core/model/required-options.ts';
import { families } from '../../server/src/core/schema/interfaces/index.ts';
import { checkFiles, mainPath } from '../support/fixture.ts';
import { askOracle, HAS_ORACLES } from '../support/oracle.ts';

let file = '';
beforeAll(() => {
  file = join(mkdtempSync(join(tmpdir(), 'bridgewise-required-')), 'interfaces');
});
afterAll(() => rmSync(join(file, '..'), { recursive: true }));

/** The options that ifup misses in a stanza of these lines. */
function missedByIfup(lines: readonly string[]): readonly string[] {
  writeFileSync(file, `${lines.join('\n')}\n`);
  const { stderr } = askOracle('ifup-n', [file, 'x0']);
  return [...stderr.matchAll(/missing required variable: (\S+)/g)].map((match) => match[1] ?? '');
}

const methods = families
  .filter(({ name }) => name !== 'meta')
  .flatMap((family) => family.methods.map((method) => `${family.name} ${method.name}`));

describe.skipIf(!HAS_ORACLES)('ifup misses just the options that we say are missing', () => {
  test.each(methods)('%s', async (words) => {
    const lines = [`iface x0 ${words}`];
    const { host } = await checkFiles({ [mainPath]: `${lines[0]}\n` }, { dialect: 'ifupdown' });
    const [stanza] = host.stanzas;
    const required = stanza === undefined ? [] : missingOptions(stanza);
    for (const { name, example } of required) {
      // ifup names those of its first incomplete command alone.
      const missed = missedByIfup(lines);
      expect(missed).not.toEqual([]);
      expect(required.map((option) => option.name)).toEqual(expect.arrayContaining([...missed]));
      lines.push(`  ${name} ${example}`);
    }
    expect(missedByIfup(lines)).toEqual([]);
  });
});
