import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, HostSettings, Rule } from '../../server/src/core/index.ts';
import type { CheckedFixture } from './fixture.ts';
import { checkFiles, readFixture } from './fixture.ts';
import { ROOT } from './project-files.ts';
import { readRulePage } from './rule-page.ts';

/** The files of an example on a rule's page and how they are checked. */
export interface PageCase {
  /** `bridge-without-ports, line 17`. */
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** Finds what the rules say of these files, or of changed ones. */
  readonly check: (files: Readonly<Record<string, string>>) => Promise<CheckedFixture>;
}

/** Every fenced example of a rule's page, those under "Fix" left out: they show results. */
export function pageCases(rule: Rule): readonly PageCase[] {
  const path = join(ROOT, 'server/src/core/rules', rule.group, `${rule.name}.md`);
  return readRulePage(readFileSync(path, 'utf8'))
    .examples.filter(({ section }) => section !== 'Fix')
    .map(({ text, line, attributes }) => {
      const dialect = (attributes['dialect'] ?? 'auto') as HostSettings['dialect'];
      const main = attributes['main'] === undefined ? {} : { main: attributes['main'] };
      return {
        title: `${rule.name}, line ${line}`,
        files: readFixture(text).files,
        check: (files) => checkFiles(files, { dialect, ...main }),
      };
    });
}

/** What a rule finds in the examples of its own page. */
export async function ownFindings(rule: Rule): Promise<readonly Finding[]> {
  const found = await Promise.all(pageCases(rule).map(({ check, files }) => check(files)));
  return found.flatMap(({ findings }) => findings).filter((finding) => finding.rule === rule.name);
}
