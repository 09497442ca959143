import type { Finding, Rule, Snapshot } from '../../server/src/core/index.ts';
import {
  checkSnapshot,
  interfacesSnapshot,
  loadSnapshot,
  memoryAccess,
  memoryFile,
  rulePages,
  rules,
  treeOf,
  xlSnapshot,
} from '../../server/src/core/index.ts';
import type { Fixture } from './fixture.ts';
import { checkFiles, mainPath, readFixture, xlPath } from './fixture.ts';
import type { PageExample } from './rule-page.ts';
import { readRulePage } from './rule-page.ts';
import { checkXl } from './xl.ts';

/** What the rules say of an example. */
export interface CheckedExample {
  /** One of each file that was judged by itself; interfaces files of one host are one. */
  readonly snapshots: readonly Snapshot[];
  readonly findings: readonly Finding[];
  /** The texts of all comments. */
  readonly comments: readonly string[];
}

type Files = Readonly<Record<string, string>>;

/** The files of an example on a rule's page and how they are checked. */
export interface PageCase {
  /** `bridge-without-ports, line 17`. */
  readonly title: string;
  readonly language: PageExample['language'];
  readonly files: Files;
  readonly attributes: PageExample['attributes'];
  /** Finds what the rules say of these files, or of changed ones. */
  readonly check: (files: Files) => Promise<CheckedExample>;
}

/** The files of an example with what is marked in them. */
export function fixtureOf({ text, language, attributes }: PageExample): Fixture {
  const fixture = readFixture(text, language === 'xl' ? xlPath : undefined);
  if (attributes['end'] !== 'none') return fixture;
  const files = Object.entries(fixture.files).map(([path, own]) => [path, own.replace(/\n$/, '')] as const);
  return { ...fixture, files: Object.fromEntries(files) };
}

/** What the rules say of files as the example's language and attributes have them. */
export async function checkExample({ language, attributes }: PageExample, files: Files): Promise<CheckedExample> {
  if (language === 'dom0') return checkDom0Files(files);
  if (language === 'xl') {
    const checked = Object.entries(files).map(([path, text]) => checkXl(text, { path, xenVersion: attributes['xen'] }));
    const snapshots = checked.map(({ config }) => xlSnapshot(config));
    const findings = checked.flatMap((one) => one.findings);
    return { snapshots, findings, comments: snapshots.flatMap(commentsIn) };
  }
  const { dialect = 'auto', main } = attributes as { dialect?: 'auto' | 'ifupdown2'; main?: string };
  const { host, findings } = await checkFiles(files, { dialect, ...(main === undefined ? {} : { main }) });
  const snapshots = [interfacesSnapshot(host)];
  return { snapshots, findings, comments: snapshots.flatMap(commentsIn) };
}

/** Files of one dom0, all judged together from its interfaces file. */
async function checkDom0Files(files: Files): Promise<CheckedExample> {
  const settings = async () => ({ dialect: 'auto' as const, management: [] });
  const snapshot = await loadSnapshot(memoryAccess(files), memoryFile(mainPath), settings);
  if (snapshot === undefined) throw new Error('there is no interfaces file');
  const findings = checkSnapshot(snapshot, rules, {}, () => 1);
  return { snapshots: [snapshot], findings, comments: commentsIn(snapshot) };
}

function commentsIn(snapshot: Snapshot): readonly string[] {
  const { host, domUs } = snapshot.dom0;
  const files = [...(host?.files ?? []), ...domUs.map(({ config }) => config)].map(({ file }) => file);
  return files.flatMap((file) => treeOf(snapshot, file)?.root.comments.map(({ text }) => text) ?? []);
}

/** Every fenced example of a rule's page, those under "Fix" left out: they show results. */
export function pageCases(rule: Rule): readonly PageCase[] {
  return readRulePage(rulePages[rule.name] ?? '')
    .examples.filter(({ section }) => section !== 'Fix')
    .map((example) => ({
      title: `${rule.name}, line ${example.line}`,
      language: example.language,
      files: fixtureOf(example).files,
      attributes: example.attributes,
      check: (files) => checkExample(example, files),
    }));
}

/** What a rule finds in the examples of its own page. */
export async function ownFindings(rule: Rule): Promise<readonly Finding[]> {
  const found = await Promise.all(pageCases(rule).map(({ check, files }) => check(files)));
  return found.flatMap(({ findings }) => findings).filter((finding) => finding.rule === rule.name);
}
