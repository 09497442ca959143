/** Which files of other people are taken for domU configurations by their text alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { looksLikeXl } from '../../server/src/core/index.ts';
import { THIRD_PARTY_CORPUS } from '../support/third-party-corpus.ts';

const folder = THIRD_PARTY_CORPUS;
const foreignKinds = ['template', 'not-a-domU-config'];

function read(...path: readonly string[]): string {
  return readFileSync(join(folder ?? '', ...path), 'utf8');
}

function readIndex(): readonly { readonly name: string; readonly kind: string }[] {
  if (folder === undefined) return [];
  const [, ...rows] = read('xl', 'index.tsv').trimEnd().split('\n');
  return rows.map((row) => row.split('\t')).map((fields) => ({ name: fields[0] ?? '', kind: fields[4] ?? '' }));
}

describe.skipIf(folder === undefined)('real files: needs the third-party corpus', () => {
  test.each(readIndex())('$name is a $kind', ({ name, kind }) => {
    expect(looksLikeXl(read('xl', 'files', name))).toBe(foreignKinds.includes(kind) ? undefined : 'domain');
  });

  test.each(['real', 'templates'])('no interfaces file in %s is', (kind) => {
    const names = folder === undefined ? [] : readdirSync(join(folder, 'interfaces', kind));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => looksLikeXl(read('interfaces', kind, name)) !== undefined)).toEqual([]);
  });
});
