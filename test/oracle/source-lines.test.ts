import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFiles } from '../support/fixture.ts';
import type { Answer } from '../support/ifquery.ts';
import { askIfquery } from '../support/ifquery.ts';
import { HAS_ORACLES } from '../support/oracle.ts';
import { announceSeed } from '../support/seed.ts';

/** Names that need care in a shell pattern; `interfaces` in each says which file it is. */
const names = [
  'a',
  'ab',
  'B',
  'c d',
  "e'f",
  'g"h',
  'i\\j',
  'k*l',
  '[m]',
  '{n}',
  '#o',
  '~p',
  '$q',
  '.r',
  'ü',
  '-s',
  '_t',
  '9',
  '10',
  'u.cfg',
  'sub/v',
  'sub/w x',
  'sub/.y',
  'sub2/v',
  'sub2/deep/z',
  'a,b',
  'x(y)',
  'a;b',
  'end\\',
] as const;

const files = Object.fromEntries(names.map((name, index) => [name, `auto f${index}\niface f${index} inet manual\n`]));

const written = [
  '*',
  '[a-z]*',
  '?',
  '??',
  '[!a]',
  '[^a]',
  '[ab]*',
  '[[:alpha:]]',
  '[]m[]*',
  '\\[m\\]',
  '[m]',
  '"[m]"',
  '"*"',
  "'*'",
  '\\*',
  'k\\*l',
  '"c d"',
  'c\\ d',
  "'c d'",
  'c d',
  'a ab',
  'a  B',
  "e\\'f",
  '"e\'f"',
  'g\\"h',
  'i\\\\j',
  '"i\\\\j"',
  "'i\\j'",
  '"i\\j"',
  '{n}',
  '\\{n\\}',
  'a{,b}',
  '\\#o',
  '#o',
  'a#o',
  '~p',
  '\\~p',
  '"~p"',
  '$q',
  '\\$q',
  '"$q"',
  '"\\$q"',
  "'$q'",
  '.r',
  '.[a-z]',
  'ü',
  '?ü',
  '-s',
  'sub',
  'sub/',
  'sub/*',
  'sub*/v',
  'sub*/*',
  '*/v',
  '*/*',
  'sub/../a',
  './a',
  'sub/./v',
  './/a',
  'sub//v',
  '*/deep/z',
  '*/*/z',
  'missing',
  'missing/*',
  'missing*',
  'a/x',
  'a|b',
  'a&b',
  'a;b',
  '"a;b"',
  'a<b',
  'a>b',
  '(a)',
  'x\\(y\\)',
  '`a`',
  '$(a)',
  '"$(a)"',
  '"`a`"',
  '"a',
  "'a",
  'a"',
  '"a""b"',
  "a''",
  '""',
  "''",
  '"" a',
  'a\\',
  'a\\\\',
  'end\\\\',
  '$',
  'a$',
  '"a$"',
  '$ a',
  '${HOME}/a',
  '$((1))',
  '~',
  '~root',
  '~/a',
  '*\t*',
  'a,b',
  '[',
  '[a',
  'a]',
  '[]',
  '[!]',
  '[a-]*',
  '\\a',
] as const;

/** Values by chance, from the same letters. */
const generated = fc.sample(
  fc
    .array(fc.constantFrom(...'ab*?[]!^-\\\'"${}()|;&<>`#~ /.,\t', 'sub', 'ü', '..', 'c d'), {
      minLength: 1,
      maxLength: 8,
    })
    .map((pieces) => pieces.join('').trim())
    .filter((value) => value !== '' && !value.startsWith('/') && !value.endsWith('\\'))
    // ifquery would look for further words in the folder that it runs in, for hidden files among its own answers, and above.
    .filter((value) => !/[ \t]#|(?:^|\/)\\?\.[^/]/.test(value)),
  { numRuns: 400, seed: announceSeed('values of source lines') },
);

const lines = [...written, ...generated].flatMap((value) => [`source ${value}`, `source-directory ${value}`]);

describe.skipIf(!HAS_ORACLES)('source lines read the files that ifupdown reads, in its order', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bridgewise-sources-'));
  let answers: readonly Answer[] = [];
  beforeAll(async () => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    answers = await askIfquery(
      lines.map((text) => ({ text: `${text}\n` })),
      folder,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test(`${lines.length} lines`, async () => {
    const wrong: object[] = [];
    let compared = 0;
    for (const [index, line] of lines.entries()) {
      const own = await filesReadByUs(line);
      if (own === undefined) continue;
      compared++;
      const theirs = filesReadBy(answers[index]);
      if (JSON.stringify(own) !== JSON.stringify(theirs)) wrong.push({ line, own, theirs });
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(lines.length * 0.7);
  });
});

function filesReadBy(answer: Answer | undefined): readonly string[] {
  return (answer?.output ?? '').split('\n').flatMap((auto) => nameOf(auto));
}

function nameOf(auto: string): readonly string[] {
  const number = /^f(\d+)$/.exec(auto)?.[1];
  return number === undefined ? [] : [names[Number(number)] ?? ''];
}

/** `undefined`: we say that it depends on the machine. */
async function filesReadByUs(line: string): Promise<readonly string[] | undefined> {
  const beside = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/etc/network/${name}`, text]));
  const { host } = await checkFiles({ ...beside, '/etc/network/interfaces': `${line}\n` }, { dialect: 'ifupdown' });
  if (host.includes.some(({ unknown }) => unknown)) return undefined;
  return host.marks.flatMap((mark) => nameOf(mark.name));
}
