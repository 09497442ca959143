import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ignoreFinding } from '../../../server/src/core/features/ignore-finding.ts';
import type { Finding } from '../../../server/src/core/index.ts';
import { applyEdits, interfacesSnapshot, memoryFile } from '../../../server/src/core/index.ts';
import { checkFiles, mainPath } from '../../support/fixture.ts';
import { interfacesText } from '../../support/pieces.ts';

const file = memoryFile(mainPath);

/** The text with the first finding of the rule ignored. */
async function ignore(text: string, rule: string): Promise<string | undefined> {
  const { host, findings } = await checkFiles({ [mainPath]: text });
  const finding = findings.find((candidate) => candidate.rule === rule);
  if (finding === undefined) throw new Error(`no ${rule} among ${findings.map((other) => other.rule).join(' ')}`);
  const edit = ignoreFinding(interfacesSnapshot(host), finding, 'why');
  return edit && applyEdits(text, [edit]);
}

test('a comment above the line, indented like it', async () => {
  expect(await ignore('auto br0\n  iface br0 inet manual\n  bridge_fd 0\n', 'bridge-without-ports')).toBe(
    'auto br0\n  # bridgewise-ignore bridge-without-ports: why\n  iface br0 inet manual\n  bridge_fd 0\n',
  );
});

test('above the first of continued lines, with the file’s line ends', async () => {
  expect(await ignore('auto a \\\n b\n', 'auto-without-iface')).toBe(
    '# bridgewise-ignore auto-without-iface: why\nauto a \\\n b\n',
  );
  expect(await ignore('\r\nauto a\r\n', 'auto-without-iface')).toBe(
    '\r\n# bridgewise-ignore auto-without-iface: why\r\nauto a\r\n',
  );
});

test('none for a finding that no comment above its line can reach', async () => {
  expect(await ignore('\uFEFFauto lo\n', 'byte-order-mark')).toBeUndefined();
});

/** How often each rule finds something that starts with the same words. */
function count(findings: readonly Finding[], like: Finding): number {
  return findings.filter(({ rule, message }) => rule === like.rule && message === like.message).length;
}

test('what is ignored is no longer found, and nothing is said of the comment', async () => {
  let ignored = 0;
  const texts = interfacesText().filter((text) => !text.includes('\0') && !text.includes('bridgewise-'));
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(), async (text, pick) => {
      const { host, findings } = await checkFiles({ [mainPath]: text });
      const own = findings.filter(({ location }) => location.file === file);
      const finding = own[pick % Math.max(1, own.length)];
      const edit = finding && ignoreFinding(interfacesSnapshot(host), finding, 'why');
      if (finding === undefined || edit === undefined) return;
      ignored += 1;
      const after = (await checkFiles({ [mainPath]: applyEdits(text, [edit]) })).findings;
      expect(count(after, finding)).toBeLessThan(count(findings, finding));
      expect(after.filter(({ rule }) => rule.endsWith('-suppression'))).toEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(ignored).toBeGreaterThan(50);
}, 60_000);
