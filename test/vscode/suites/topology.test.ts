import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import type { TextEditor, Uri } from 'vscode';
import { commands, TabInputWebview, window } from 'vscode';
import type { Host } from '../support/host.ts';
import { closeAll, createHost, createWatchedHost, open, ready } from '../support/host.ts';
import type { Page } from '../support/page.ts';
import { workbenchPage } from '../support/page.ts';
import { endOf, rangeOf } from '../support/places.ts';
import { serverProcess } from '../support/server-process.ts';
import { restoreSettings, set } from '../support/settings.ts';
import { until } from '../support/until.ts';

const MAIN = 'etc/network/interfaces';
const WEB = 'etc/xen/web.cfg';
const DB = 'etc/xen/db.cfg';
const MAIN_TEXT = `# bridgewise-management: mgmt
auto mgmt
iface mgmt inet static
   address 192.0.2.2/24
   bridge_ports eth0

auto dmz
iface dmz inet manual
   bridge_ports eth1.10
   up sysctl -q -w net.ipv6.conf.dmz.disable_ipv6=1

auto lan
iface lan inet static
   address 10.0.0.1/24
   bridge_ports eth1
`;
const domU = (name: string, bridge: string): string =>
  `name = "${name}"\nkernel = "/boot/vmlinuz"\nvif = [ "bridge=${bridge}" ]\n`;

/** The node of an interface in the picture. */
const link = (name: string): string => `[data-node="interface ${name}"]`;
const guest = (name: string): string => `.domu:has(.name:text-is("${name}"))`;
/** The wire between the nodes of an interface and a domU's file. */
const wire = (from: string, file: Uri): string =>
  `path[data-from="interface ${from}"][data-to="domU ${file.toString()}"]`;

describe('the topology', () => {
  let host: Host;
  let page: Page;
  before(async function () {
    const here = workbenchPage();
    if (!here) return this.skip();
    page = here;
    await ready();
  });
  beforeEach(async () => {
    host = await createHost({ [MAIN]: MAIN_TEXT, [WEB]: domU('web', 'dmz'), [DB]: domU('db', 'lan') });
  });
  afterEach(async () => {
    await restoreSettings();
    await closeAll();
  });

  /** Opens a file and the picture of its dom0 beside it. */
  async function show(path: string): Promise<TextEditor> {
    const editor = await open(host.file(path));
    await commands.executeCommand('bridgewise.showTopology');
    await page.viewWaitFor('[data-node]');
    return editor;
  }

  /** Waits until a file is in front, with the cursor in a line, counted from 1. */
  function cursorIn(path: string, line: number): Promise<TextEditor> {
    const uri = host.file(path).toString();
    return until(`the cursor in line ${line} of ${path}`, window.onDidChangeTextEditorSelection, () => {
      const editor = window.activeTextEditor;
      return editor?.document.uri.toString() === uri && editor.selection.active.line === line - 1 ? editor : undefined;
    });
  }

  const panels = () =>
    window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(({ input }) => input instanceof TabInputWebview));

  it('opens beside the editor, which keeps the focus, once', async () => {
    const editor = await show(WEB);
    for (const name of ['eth0', 'eth1', 'eth1.10', 'mgmt', 'dmz', 'lan']) await page.viewWaitFor(link(name));
    await page.viewWaitFor(guest('web'));
    await page.viewWaitFor(wire('dmz', host.file(WEB)), { state: 'attached' });
    strictEqual(window.activeTextEditor, editor);
    notStrictEqual(panels()[0]?.group.viewColumn, editor.viewColumn);
    await commands.executeCommand('bridgewise.showTopology');
    strictEqual(panels().length, 1);
    // The second time it gets the focus, and with it the button for the export.
    await page.click('.editor-actions .action-label[aria-label^="Export Topology"]');
    await page.waitFor('.quick-input-list .monaco-list-row:has-text("Mermaid")');
    await page.press('Escape');
  });

  it('says each state in words, too', async () => {
    await show(MAIN);
    const wordsOf = async (name: string) => (await page.viewTexts(`${link(name)} text`)).slice(1).join(', ');
    match(await wordsOf('mgmt'), /^bridge, 192\.0\.2\.2\/24, management/);
    match(await wordsOf('dmz'), /^bridge, no address/);
    match(await wordsOf('lan'), /10\.0\.0\.1\/24, dom0 has an address here/);
    const [label] = await page.viewAttributes(link('dmz'), 'aria-label');
    match(label ?? '', /^dmz, bridge, no address; on eth1\.10; carries web/);
    deepStrictEqual(await page.viewAttributes(link('dmz'), 'role'), ['button']);
  });

  it('a click leads to the line, beside the picture', async () => {
    await show(WEB);
    await page.viewClick(link('dmz'));
    const { document, selection, viewColumn } = await cursorIn(MAIN, 8);
    strictEqual(document.getText(selection), 'dmz');
    notStrictEqual(viewColumn, panels()[0]?.group.viewColumn);
    await page.viewClick(guest('db'));
    await cursorIn(DB, 1);
    // What was chosen is what the cursor means now.
    await page.viewWaitFor(`${guest('db')}.current`);
  });

  it('marks what the cursor means', async () => {
    const { document } = await show(MAIN);
    const to = (text: string, nth = 1) => open(document.uri, rangeOf(document, text, nth).end);
    await to('address 10.0.0.1');
    await page.viewWaitFor(`${link('lan')}.current`);
    deepStrictEqual(await page.viewAttributes('.current', 'aria-current'), ['true']);
    await to('bridge_ports eth1', 2);
    await page.viewWaitFor(`${link('eth1')}.current`);
    strictEqual((await page.viewTexts('.current')).length, 1);
    await open(host.file(WEB));
    await page.viewWaitFor(`${guest('web')}.current`);
  });

  it('follows what is typed, unsaved, in any of its files', async () => {
    const { document } = await show(WEB);
    await open(document.uri, rangeOf(document, 'dmz').end);
    await page.type('2');
    await page.viewWaitFor(`${link('dmz2')}.unknown:has-text("made by no interfaces file")`);
    await page.press('Backspace');
    await page.viewWaitFor(link('dmz2'), { state: 'detached' });
    // Screen readers hear of it.
    await page.viewWaitFor('#news:has-text("updated")', { state: 'attached' });
    const main = await open(host.file(MAIN));
    await open(main.document.uri, endOf(main.document));
    await page.type('iface wan inet dhcp');
    await page.viewWaitFor(link('wan'));
    // What was only typed is gone with its editor.
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await page.viewWaitFor(link('wan'), { state: 'detached' });
  });

  it('follows the files on the disk', async () => {
    host = await createWatchedHost({ [MAIN]: MAIN_TEXT, [WEB]: domU('web', 'dmz') });
    await show(MAIN);
    await writeFile(host.file(WEB).fsPath, domU('web', 'lan'));
    await page.viewWaitFor(wire('lan', host.file(WEB)), { state: 'attached' });
    await writeFile(host.file(DB).fsPath, domU('db', 'lan'));
    await page.viewWaitFor(guest('db'));
  });

  it('follows the editor to another dom0, and stays where an editor is of none', async () => {
    await show(MAIN);
    const other = await createHost({ [MAIN]: 'iface other inet manual\n   bridge_ports none\n', 'notes.md': 'other' });
    await open(other.file(MAIN));
    await page.viewWaitFor(link('other'));
    await page.viewWaitFor(link('dmz'), { state: 'detached' });
    await open(other.file('notes.md'));
    await page.viewWaitFor(link('other'));
    await open(host.file(WEB));
    await page.viewWaitFor(link('dmz'));
  });

  it('says why there is no picture', async () => {
    const other = await createHost({ [MAIN]: '{% for x in y %}\niface {{ x }} inet manual\n{% endfor %}\n' });
    await open(other.file(MAIN));
    await commands.executeCommand('bridgewise.showTopology');
    await page.viewWaitFor('#reason:has-text("is of no dom0 that could be drawn")');
    await open(host.file(MAIN));
    await page.viewWaitFor(link('dmz'));
    await page.viewWaitFor('#reason', { state: 'hidden' });
  });

  it('goes by keyboard: one stop, arrows, Home, End, Enter; and zooms', async () => {
    await show(WEB);
    await page.viewFocus('#zoom-fit');
    await page.press('Tab');
    const focus = (selector: string) => page.viewWaitFor(`${selector}:focus`);
    // The stop is what the cursor means.
    await focus(guest('web'));
    strictEqual((await page.viewAttributes('[data-node][tabindex="0"]', 'tabindex')).length, 1);
    await page.press('ArrowLeft');
    await focus(link('dmz'));
    match((await page.viewStyles(`${link('dmz')} > .box`, 'stroke-width'))[0] ?? '', /^3\.5/);
    await page.press('ArrowLeft');
    await focus(link('eth1.10'));
    await page.press('ArrowLeft');
    await focus(link('eth1'));
    await page.press('ArrowUp');
    await focus(link('eth0'));
    await page.press('End');
    await focus('.domu');
    await page.press('Home');
    await focus(link('eth0'));
    const width = async () => Number((await page.viewAttributes('svg', 'width'))[0]);
    const fit = await width();
    await page.press('+');
    ok((await width()) > fit);
    await page.press('0');
    strictEqual(await width(), fit);
    await page.viewClick('#zoom-out');
    ok((await width()) < fit);
    await page.viewFocus(link('lan'));
    await page.press('Enter');
    await cursorIn(MAIN, 13);
  });

  it('opens and closes a group of domUs, by mouse and by keyboard', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `many${index + 10}`);
    host = await createHost({
      [MAIN]: MAIN_TEXT,
      ...Object.fromEntries(many.map((name) => [`etc/xen/${name}.cfg`, domU(name, 'dmz')])),
    });
    await show('etc/xen/many12.cfg');
    await page.viewWaitFor('.group.current[aria-expanded="false"]:has-text("12 domUs")');
    await page.viewClick('.group');
    await page.viewWaitFor('.group[aria-expanded="true"]');
    strictEqual((await page.viewTexts('.group .domu')).length, 12);
    await page.viewWaitFor('.group .domu.current:has-text("many12")');
    await page.viewWaitFor('.group:focus');
    await page.press('ArrowDown');
    await page.viewWaitFor('.domu:focus:has-text("many10")');
    await page.press('Enter');
    await cursorIn('etc/xen/many10.cfg', 1);
    await page.viewFocus('.group');
    await page.press('Space');
    await page.viewWaitFor('.group[aria-expanded="false"]:focus');
  });

  it('keeps what was opened and enlarged while it is hidden', async () => {
    await show(WEB);
    await page.viewClick('#zoom-in');
    const before = await page.viewAttributes('svg', 'width');
    await commands.executeCommand('bridgewise.showTopology');
    await commands.executeCommand('vscode.open', host.file(DB), { viewColumn: panels()[0]?.group.viewColumn });
    await page.waitFor('iframe.webview.ready', { state: 'detached' });
    await commands.executeCommand('bridgewise.showTopology');
    await page.viewWaitFor(`${guest('db')}.current`);
    deepStrictEqual(await page.viewAttributes('svg', 'width'), before);
  });

  it('takes no text for markup', async () => {
    const evil = '<img src=x onerror=document.body.id=1>';
    host = await createHost({
      [MAIN]: MAIN_TEXT,
      [WEB]: domU(evil, '<script>1</script>'),
      [DB]: domU('&lt;b&gt;', 'lan'),
    });
    await show(MAIN);
    await page.viewWaitFor('.domu:has-text("<img src=x onerror")');
    await page.viewWaitFor('.domu:has-text("&lt;b&gt;")');
    await page.viewWaitFor('.unknown:has-text("<script>1</script>")');
    deepStrictEqual(await page.viewTexts('img, main script, b'), []);
    deepStrictEqual(await page.viewAttributes('body', 'id'), [null]);
    const [policy] = await page.viewAttributes('meta[http-equiv]', 'content');
    match(policy ?? '', /^default-src 'none'; script-src [^;]+; style-src [^;]+$/);
    ok(!policy?.includes('unsafe'));
  });

  it('comes back with the server', async () => {
    const { document } = await show(WEB);
    const first = serverProcess();
    ok(first);
    process.kill(first, 'SIGKILL');
    await open(document.uri, rangeOf(document, 'dmz').end);
    await page.type('3');
    await page.viewWaitFor(link('dmz3'));
    notStrictEqual(serverProcess(), first);
  });

  it('is readable in light, dark and high contrast', async () => {
    await open(host.file(MAIN));
    await show(WEB);
    const looks = new Set<string>();
    const themes = [
      'Default Light Modern',
      'Default Dark Modern',
      'Default High Contrast',
      'Default High Contrast Light',
    ];
    for (const theme of themes) {
      await set('workbench.colorTheme', theme);
      const kind = theme.includes('Contrast') ? 'high-contrast' : theme.includes('Dark') ? 'dark' : 'light';
      await page.viewWaitFor(`body.vscode-${kind}${theme.endsWith('Contrast Light') ? '-light' : ''}`);
      const strokes = await page.viewStyles(
        [link('eth0'), link('mgmt'), link('dmz'), link('lan')].map((node) => `${node} > .box`).join(),
        'stroke',
      );
      strictEqual(new Set(strokes).size, 4, strokes.join());
      const [text] = await page.viewStyles(`${link('dmz')} > .name`, 'fill');
      const [background] = await page.viewStyles('body', 'background-color');
      notStrictEqual(text, background);
      looks.add(`${text} ${background}`);
      await page.screenshot(`topology-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
    strictEqual(looks.size, themes.length);
  });

  it('is exported to a file, which can be opened', async () => {
    await show(WEB);
    const done = commands.executeCommand('bridgewise.exportTopology');
    await page.click('.quick-input-list .monaco-list-row:has-text("JSON")');
    const name = `topology-${host.file('').path.split('/').filter(Boolean).at(-1)}.json`;
    // While it still lists the folder, it takes no answer.
    await page.waitFor('.quick-input-widget:has-text("Export the topology") .monaco-list-row:has-text("host")');
    await page.click('.quick-input-action .monaco-button:has-text("OK")');
    await done;
    await page.click('.notification-toast .monaco-button:has-text("Open")');
    const { document } = await until('the file in an editor', window.onDidChangeActiveTextEditor, () =>
      window.activeTextEditor?.document.uri.path.endsWith(`/${name}`) ? window.activeTextEditor : undefined,
    );
    const text = await readFile(document.uri.fsPath, 'utf8');
    match(JSON.stringify(JSON.parse(text)), /"web"/);
  });

  it('is closed without a trace, and opens again', async () => {
    await show(WEB);
    await commands.executeCommand('bridgewise.showTopology');
    await commands.executeCommand('workbench.action.closeActiveEditor');
    strictEqual(panels().length, 0);
    await show(MAIN);
    // It stays when it is all that is open.
    await commands.executeCommand('workbench.action.closeEditorsInGroup');
    await page.viewWaitFor(link('dmz'));
    await page.viewClick(guest('db'));
    const editor = await cursorIn(DB, 1);
    notStrictEqual(editor.viewColumn, panels()[0]?.group.viewColumn);
  });
});
