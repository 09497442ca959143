import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { commands, Position, Range, workspace } from 'vscode';
import { actionsAt, actionTitled, take } from '../support/actions.ts';
import { diagnosticsWhere, findingOf, rulesOf } from '../support/diagnostics.ts';
import { closeAll, createHost, createWatchedHost, open } from '../support/host.ts';
import { restoreSettings, set } from '../support/settings.ts';

const GUEST = 'etc/xen/web.cfg';
const SOUND = 'name = "web"\nkernel = "/boot/vmlinuz"\nmemory = 512\n';
const ALL = 'source.fixAll.bridgewise';

const without = (rule: string) => (all: Parameters<typeof rulesOf>[0]) => !rulesOf(all).includes(rule);

describe('findings in a file for xl', () => {
  afterEach(async () => {
    await restoreSettings();
    await closeAll();
  });

  it('come and go as one types', async () => {
    const host = await createHost({ [GUEST]: SOUND });
    const editor = await open(host.file(GUEST));
    await editor.edit((edit) => edit.insert(new Position(3, 0), 'disk = [ "/dev/vg/web,xvda,w" ]\n'));
    const finding = await findingOf(host.file(GUEST), 'disk-without-format');
    strictEqual(editor.document.getText(finding.range), 'xvda');
    await editor.edit((edit) => edit.insert(finding.range.start, 'raw,'));
    await diagnosticsWhere(host.file(GUEST), 'no finding', (all) => all.length === 0);
  });

  it('are mended by a quick fix', async () => {
    const host = await createHost({ [GUEST]: `${SOUND}disk = [ "/dev/vg/web,xvda,w" ]\n` });
    const { document } = await open(host.file(GUEST));
    const { range } = await findingOf(host.file(GUEST), 'disk-without-format');
    await take(await actionTitled(host.file(GUEST), range, 'Put the format `raw` before it'));
    match(document.getText(), /^disk = \[ "\/dev\/vg\/web,raw,xvda,w" \]$/m);
    await diagnosticsWhere(host.file(GUEST), 'no finding', (all) => all.length === 0);
  });

  it('that are safe to mend are mended all at once, also on saving', async () => {
    const faulty = `${SOUND}disk = [ "/dev/vg/web,xvda,w" ]\n# the end`;
    const mended = `${SOUND}disk = [ "/dev/vg/web,raw,xvda,w" ]\n# the end\n`;
    const host = await createHost({ [GUEST]: faulty, 'etc/xen/db.cfg': faulty });
    const { document } = await open(host.file(GUEST));
    await findingOf(host.file(GUEST), 'comment-without-newline');
    const [action, ...others] = await actionsAt(host.file(GUEST), new Range(0, 0, document.lineCount, 0), ALL);
    deepStrictEqual([action?.kind?.value, others], [ALL, []]);
    if (action) await take(action);
    strictEqual(document.getText(), mended);
    await set('editor.codeActionsOnSave', { [ALL]: 'explicit' });
    const saved = await open(host.file('etc/xen/db.cfg'));
    await findingOf(host.file('etc/xen/db.cfg'), 'comment-without-newline');
    await commands.executeCommand('workbench.action.files.save');
    strictEqual(saved.document.getText(), mended);
  });

  it('are suppressed by a comment, and their rule is turned off', async () => {
    const host = await createHost({ [GUEST]: `${SOUND}memroy = 1\n` });
    const editor = await open(host.file(GUEST));
    const { range } = await findingOf(host.file(GUEST), 'unknown-key');
    const comment = '# bridgewise-ignore unknown-key: a tool of ours reads it\n';
    await editor.edit((edit) => edit.insert(new Position(3, 0), comment));
    await diagnosticsWhere(host.file(GUEST), 'the finding is suppressed', (all) => all.length === 0);
    await commands.executeCommand('undo');
    await findingOf(host.file(GUEST), 'unknown-key');
    await set('bridgewise.rules', undefined);
    await take(await actionTitled(host.file(GUEST), range, 'Turn off unknown-key'));
    await diagnosticsWhere(host.file(GUEST), 'the rule is off', without('unknown-key'));
    const { workspaceValue } = workspace.getConfiguration('bridgewise').inspect('rules') ?? {};
    deepStrictEqual(workspaceValue, { 'unknown-key': 'off' });
  });

  it('are those of the Xen version that is set', async () => {
    const host = await createWatchedHost({ [GUEST]: `${SOUND}llc_colors = "0-3"\n`, 'etc/xen/db.cfg': '# the end' });
    await open(host.file(GUEST));
    await set('bridgewise.xenVersion', '4.17');
    await findingOf(host.file(GUEST), 'key-of-newer-xen');
    await set('bridgewise.xenVersion', '4.20');
    await diagnosticsWhere(host.file(GUEST), 'Xen 4.20 reads the key', without('key-of-newer-xen'));
    await workspace.fs.writeFile(
      host.file('etc/xen/.bridgewise.json'),
      new TextEncoder().encode('{ "xenVersion": "4.17" }'),
    );
    await set('bridgewise.xenVersion', '');
    await findingOf(host.file(GUEST), 'key-of-newer-xen');
  });
});
