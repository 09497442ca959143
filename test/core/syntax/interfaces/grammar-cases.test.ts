import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../server/src/core/index.ts';
import { memoryFile } from '../../../../server/src/core/index.ts';
import { checkFiles, mainPath } from '../../../support/fixture.ts';
import { ROOT } from '../../../support/project-files.ts';
import { lineAsIfupdown, rulesByMessage, rulesFor } from '../../../support/refusals.ts';

interface GrammarCase {
  readonly name: string;
  readonly input: string;
  readonly accepted: boolean;
  readonly stderr: readonly string[];
}

/** One line of ifupdown's messages that names a place. */
interface Diagnostic {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

const fixtures = join(ROOT, 'test/core/syntax/interfaces/fixtures');
const cases: readonly GrammarCase[] = JSON.parse(readFileSync(join(fixtures, 'grammar-cases.json'), 'utf8'));
const sources = readSources(join(fixtures, 'sources'), '/etc/network');

/** ifupdown read each case as a file of the case's name in a folder that held the sources. */
describe.each(cases)('$name', (grammarCase) => {
  const { name, input, accepted, stderr } = grammarCase;
  const files: Readonly<Record<string, string>> = { ...sources, [`/etc/network/${name}`]: input, [mainPath]: input };
  const diagnostics = stderr.flatMap((line) => readDiagnostic(line, name));
  const refusals = diagnostics.filter(({ message }) => rulesFor(message) !== undefined);

  test(
    accepted ? 'is accepted, as by ifupdown' : 'is refused where ifupdown refuses it, for the same reason',
    async () => {
      const { findings } = await checkFiles(files, { dialect: 'ifupdown' });
      expect(findings.some((finding) => finding.refused && isIn(mainPath, finding))).toBe(!accepted);
      for (const path of new Set([mainPath, ...findings.map(pathOf)])) {
        const wanted = refusals.find((refusal) => refusal.path === path);
        const found = findings.find((finding) => finding.refused && isIn(path, finding));
        expect(found && lineAsIfupdown(files[path] ?? '', found), path).toBe(wanted?.line);
        if (found && wanted) expect(rulesFor(wanted.message)).toContain(found.rule);
      }
    },
  );

  test('gets our word on what ifupdown only warns of', async () => {
    const { host, findings } = await checkFiles(files, { dialect: 'ifupdown' });
    for (const { path, line, message } of diagnostics) {
      if (!message.startsWith('extra parameter')) continue;
      const here = findings.filter((finding) => isIn(path, finding) && lineAsIfupdown(input, finding) === line);
      expect(here.map(({ rule }) => rule)).toContain(message.endsWith('#') ? 'inline-comment' : 'extra-iface-word');
    }
    // What a missing file or a renaming could bring is not known without the machine.
    if (host.incomplete || /^rename/m.test(input)) return;
    for (const [, unknown] of stderr.join('\n').matchAll(/unknown interface (\S+)/g)) {
      const here = findings.filter(({ location: { span } }) =>
        input
          .slice(span.start, span.end)
          .split(/\s+/)
          .includes(unknown ?? '?'),
      );
      expect(here.map(({ rule }) => rule).filter(isAboutUnknown), unknown).not.toEqual([]);
    }
  });
});

test('every message of a refusal is in some case', () => {
  const messages = cases.flatMap(({ name, stderr }) => stderr.flatMap((line) => readDiagnostic(line, name)));
  const known = messages.map(({ message }) => rulesFor(message)?.join());
  for (const rules of Object.values(rulesByMessage)) expect(known).toContain(rules.join());
});

function isAboutUnknown(rule: string): boolean {
  return rule === 'auto-without-iface' || rule === 'inline-comment';
}

function readDiagnostic(line: string, name: string): readonly Diagnostic[] {
  const match = /^ifquery: (?:\.\/)?(\S+?):(\d+): (.*)$/.exec(line);
  if (match === null) return [];
  const [, file = '', number, message = ''] = match;
  return [{ path: file === name ? mainPath : `/etc/network/${file}`, line: Number(number), message }];
}

function readSources(folder: string, path: string): Record<string, string> {
  const found = readdirSync(folder).map((name) => {
    const inner = join(folder, name);
    if (statSync(inner).isDirectory()) return readSources(inner, `${path}/${name}`);
    return { [`${path}/${name}`]: readFileSync(inner, 'utf8') };
  });
  return Object.assign({}, ...found);
}

function pathOf(finding: Finding): string {
  return finding.location.file.replace(/^memory:(?:\/\/)?/, '');
}

function isIn(path: string, finding: Finding): boolean {
  return finding.location.file === memoryFile(path);
}
