import { deepStrictEqual, fail, ok } from 'node:assert/strict';
import { Range, WorkspaceEdit, workspace } from 'vscode';
import type { Finding, Fix, Rule } from '../../../server/src/core/index.ts';
import { applyEdits, groupBy, memoryFile, pathOf, rulePages, rules } from '../../../server/src/core/index.ts';
import { checkExample, fixtureOf } from '../../support/page-findings.ts';
import type { PageExample } from '../../support/rule-page.ts';
import { readRulePage } from '../../support/rule-page.ts';
import { actionsAt, take } from '../support/actions.ts';
import { diagnosticsWhere, ruleOf } from '../support/diagnostics.ts';
import type { Host } from '../support/host.ts';
import { closeAll, createHost, open, ready } from '../support/host.ts';
import { endOf } from '../support/places.ts';

/** An example from a rule's page. */
interface Example {
  readonly files: Readonly<Record<string, string>>;
  readonly page: PageExample;
}

/** The faulty examples of a rule's page that VS Code can show: it takes byte order marks out, and opens no NUL bytes. */
function examplesOf(rule: string): readonly Example[] {
  return readRulePage(rulePages[rule] ?? '')
    .examples.filter(({ section, attributes }) => section === 'Example' && attributes['escapes'] === undefined)
    .map((page) => ({ files: fixtureOf(page).files, page }));
}

/** The example as a host in the workspace. */
function write({ files, page: { attributes } }: Example): Promise<Host> {
  const { dialect, xen: xenVersion } = attributes;
  return createHost({ ...files, '.bridgewise.json': JSON.stringify({ dialect, xenVersion }) });
}

/** What the fix makes of all files, as the core says. */
function mended({ files }: Example, fix: Fix): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      applyEdits(
        text,
        fix.edits.filter(({ file }) => file === memoryFile(path)),
      ),
    ]),
  );
}

/** What the files hold in the editor, saved or not. */
async function textsOf(host: Host, paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const path of paths) texts[path] = (await workspace.openTextDocument(host.file(path))).getText();
  return texts;
}

/** The texts with the MAC addresses made alike that the example has not: each new one is another. */
function withoutNewMacs(texts: Readonly<Record<string, string>>, { page }: Example): Readonly<Record<string, string>> {
  const alike = (text: string): string =>
    text.replace(/00:16:3e(?::[0-9a-f]{2}){3}/g, (mac) => (page.text.includes(mac) ? mac : 'a new MAC'));
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, alike(text)]));
}

/** Undoes a fix: the texts of all files are again what the example says. */
async function restore(host: Host, { files }: Example): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const [path, text] of Object.entries(files)) {
    const document = await workspace.openTextDocument(host.file(path));
    if (document.getText() === text) continue;
    edit.replace(document.uri, new Range(document.positionAt(0), endOf(document)), text);
  }
  await workspace.applyEdit(edit);
}

/** What the core finds in an example, as `0-4 rule-name`, for each file. */
function described(findings: readonly Finding[], path: string): readonly string[] {
  return findings
    .filter(({ location }) => pathOf(location.file) === path)
    .map(({ location: { span }, rule }) => `${span.start}-${span.end} ${rule}`)
    .toSorted();
}

/** Opens the files of an example, and waits until VS Code shows in each what the core finds. */
async function seeFindings(example: Example): Promise<void> {
  const { findings } = await checkExample(example.page, example.files);
  const host = await write(example);
  for (const path of Object.keys(example.files)) {
    const { document } = await open(host.file(path));
    const expected = described(findings, path);
    await diagnosticsWhere(document.uri, `the findings ${expected}`, (all) => {
      const shown = all.map((one) => {
        const { start, end } = one.range;
        return `${document.offsetAt(start)}-${document.offsetAt(end)} ${ruleOf(one)}`;
      });
      return shown.toSorted().join() === expected.join();
    });
  }
}

/** @returns how many fixes were tried */
async function tryFixes(example: Example, rule: string): Promise<number> {
  const { findings } = await checkExample(example.page, example.files);
  const host = await write(example);
  let tried = 0;
  for (const { location, fixes } of findings.filter((one) => one.rule === rule && one.fixes.length > 0)) {
    // Without an editor, which takes most of the time.
    const document = await workspace.openTextDocument(host.file(pathOf(location.file)));
    const range = new Range(document.positionAt(location.span.start), document.positionAt(location.span.end));
    const actions = await actionsAt(document.uri, range);
    for (const fix of fixes) {
      const action = actions.find(({ title }) => title === fix.title);
      ok(action, `"${fix.title}" is not among ${actions.map(({ title }) => title)}`);
      await take(action);
      const texts = await textsOf(host, Object.keys(example.files));
      deepStrictEqual(withoutNewMacs(texts, example), withoutNewMacs(mended(example, fix), example), fix.title);
      await restore(host, example);
      tried++;
    }
  }
  return tried;
}

/**
 * Two rules of each kind: the way to the editor is the same for all that are alike in group, severity and fixes. The core's own
 * tests try every example and every fix.
 */
function rulesToShow(): readonly Rule[] {
  const alike = groupBy(rules, ({ group, severity, refuses, fixes }) => [group, severity, refuses, ...fixes].join());
  return [...alike.values()].flatMap((some) => some.slice(0, 2));
}

describe('the example of a rule is in the editor what it is in the core', () => {
  before(ready);
  afterEach(async () => {
    // Quicker than reverting many files one by one.
    await workspace.saveAll(false);
    await closeAll();
  });

  for (const { name, fixes } of rulesToShow()) {
    const examples = examplesOf(name);
    const [first] = examples;
    if (first === undefined) continue;
    it(`the findings of ${name}`, () => seeFindings(first));
    if (fixes.length === 0) continue;
    it(`the fixes of ${name}`, async () => {
      // One example is enough to see that they get through: the core's own tests try them on all.
      for (const example of examples) if ((await tryFixes(example, name)) > 0) return;
      fail(`no example of ${name} has a fix`);
    });
  }
});
