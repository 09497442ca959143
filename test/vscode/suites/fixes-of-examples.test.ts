import { deepStrictEqual, ok } from 'node:assert/strict';
import type { Uri } from 'vscode';
import { Range, WorkspaceEdit, workspace } from 'vscode';
import type { Finding, Fix, HostSettings } from '../../../server/src/core/index.ts';
import { applyEdits, memoryFile, pathOf, rulePages, rules } from '../../../server/src/core/index.ts';
import { checkFiles, mainPath, readFixture } from '../../support/fixture.ts';
import { readRulePage } from '../../support/rule-page.ts';
import { actionsAt, take } from '../support/actions.ts';
import { diagnosticsWhere, rulesOf } from '../support/diagnostics.ts';
import type { Host } from '../support/host.ts';
import { closeAll, createHost, open } from '../support/host.ts';
import { endOf } from '../support/places.ts';

/** An example from a rule's page. */
interface Example {
  readonly files: Readonly<Record<string, string>>;
  readonly main: string;
  readonly dialect: HostSettings['dialect'];
}

/** The faulty examples of a rule's page that VS Code can show: it takes byte order marks out, and opens no NUL bytes. */
function examplesOf(rule: string): readonly Example[] {
  return readRulePage(rulePages[rule] ?? '')
    .examples.filter(({ section, attributes }) => section === 'Example' && attributes['escapes'] === undefined)
    .map(({ text, attributes }) => ({
      files: readFixture(text).files,
      main: attributes['main'] ?? mainPath,
      dialect: (attributes['dialect'] ?? 'auto') as HostSettings['dialect'],
    }));
}

/** The example as a host in the workspace. */
function write({ files, dialect }: Example): Promise<Host> {
  const settings = dialect === 'auto' ? {} : { '.bridgewise.json': JSON.stringify({ dialect }) };
  return createHost({ ...files, ...settings });
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

/** Opens the file of a finding and waits until VS Code shows all that the core finds in it. */
async function show(host: Host, finding: Finding, findings: readonly Finding[]): Promise<{ file: Uri; range: Range }> {
  const { file: id, span } = finding.location;
  const file = host.file(pathOf(id));
  const { document } = await open(file);
  const expected = findings.filter(({ location }) => location.file === id).map(({ rule }) => rule);
  const isComplete = (rules: readonly string[]) => rules.toSorted().join() === expected.toSorted().join();
  await diagnosticsWhere(file, `the findings ${expected}`, (all) => isComplete(rulesOf(all)));
  return { file, range: new Range(document.positionAt(span.start), document.positionAt(span.end)) };
}

/** @returns how many fixes were tried */
async function tryFixes(example: Example, rule: string): Promise<number> {
  const { findings } = await checkFiles(example.files, example);
  const host = await write(example);
  let tried = 0;
  for (const finding of findings.filter((one) => one.rule === rule && one.fixes.length > 0)) {
    const { file, range } = await show(host, finding, findings);
    const actions = await actionsAt(file, range);
    for (const fix of finding.fixes) {
      const action = actions.find(({ title }) => title === fix.title);
      ok(action, `"${fix.title}" is not among ${actions.map(({ title }) => title)}`);
      await take(action);
      deepStrictEqual(await textsOf(host, Object.keys(example.files)), mended(example, fix), fix.title);
      await restore(host, example);
      tried++;
    }
  }
  return tried;
}

describe('every fix of the rules’ examples makes in the editor what it makes in the core', () => {
  afterEach(closeAll);

  for (const { name } of rules.filter(({ fixes }) => fixes.length > 0)) {
    const examples = examplesOf(name);
    if (examples.length === 0) continue;
    it(name, async () => {
      let tried = 0;
      for (const example of examples) tried += await tryFixes(example, name);
      ok(tried > 0);
    });
  }
});
