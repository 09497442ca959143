import type { Disposable, TextEditor, WebviewPanel } from 'vscode';
import { Disposable as DisposableClass, Uri, window, workspace } from 'vscode';
import type { TopologyAnswer, TopologyPlace } from '../../../server/src/lsp/messages.ts';
import { topologyRequest } from '../../../server/src/lsp/messages.ts';
import type { Server } from '../server-connection.ts';
import type { FromView, Remembered, ToView } from '../webview/messages.ts';
import { goTo } from './go-to.ts';
import { nodeAt } from './node-at.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { isOurs } from './our-documents.ts';

/** A panel that shows the dom0 of one document after the other. */
export interface TopologyPanel {
  readonly panel: WebviewPanel;
  /** The document whose dom0 is shown; `undefined`: there was none yet. */
  readonly file: () => Uri | undefined;
}

/** What a panel shows, and what it needs to follow it. */
interface Shown {
  file: Uri | undefined;
  /** `undefined`: no picture. */
  answer: TopologyAnswer | undefined;
  /** The groups that are open. */
  expanded: ReadonlySet<string>;
  /** The last text editor that was active: while the panel is, VS Code names none. */
  editor: TextEditor | undefined;
}

/**
 * Lets a panel show the dom0 of the active editor, as it is typed, until the panel is closed.
 *
 * @param kept what the panel showed before the window was loaded anew
 */
export function runTopologyPanel(panel: WebviewPanel, server: Server, kept: Remembered | undefined): TopologyPanel {
  const shown: Shown = {
    file: kept && Uri.parse(kept.file),
    answer: undefined,
    expanded: new Set(kept?.expanded),
    editor: undefined,
  };
  let isClosed = false;
  const send = (message: ToView): void => {
    // A closed panel throws, whatever is asked of it.
    if (!isClosed) void panel.webview.postMessage(message);
  };
  const sendCurrent = (): void => send({ kind: 'current', node: nodeAtCursor(shown) });
  const refresh = oneAtATime(async () => {
    // A hidden one has no page; it asks when it is shown again.
    if (isClosed || !panel.visible) return;
    const message = await contentOf(shown, server);
    if (isClosed || message === undefined) return;
    send(message);
    panel.title = message.kind === 'picture' ? `Topology: ${message.title}` : 'Topology';
    sendCurrent();
  });
  const follow = (editor: TextEditor | undefined): void => {
    if (editor === undefined) return;
    shown.editor = editor;
    const { document } = editor;
    if (!isOurs(document) || document.uri.toString() === shown.file?.toString()) {
      sendCurrent();
    } else {
      shown.file = document.uri;
      refresh();
    }
  };
  follow(window.activeTextEditor);
  const subscriptions = DisposableClass.from(
    panel.webview.onDidReceiveMessage((message: FromView) => answerView(message, shown, panel, refresh)),
    window.onDidChangeActiveTextEditor(follow),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === shown.editor) sendCurrent();
    }),
    ...whatChanges(server, refresh),
  );
  panel.onDidDispose(() => {
    isClosed = true;
    subscriptions.dispose();
  });
  return { panel, file: () => shown.file };
}

/** Tells of all by which a picture may become another one, but for the editor. */
function whatChanges(server: Server, onChange: () => void): readonly Disposable[] {
  return [
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isOurs(document)) onChange();
    }),
    // A document whose language is changed is closed and opened, and one that is closed may have had other text than its file.
    workspace.onDidOpenTextDocument((document) => {
      if (isOurs(document)) onChange();
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (isOurs(document)) onChange();
    }),
    // News of one document come with its findings, after it was changed.
    server.onNews((document) => {
      if (document === undefined) onChange();
    }),
  ];
}

function answerView(message: FromView, shown: Shown, panel: WebviewPanel, refresh: () => void): void {
  if (message.kind === 'open') {
    const place = shown.answer?.places.find(({ node }) => node === message.node);
    if (place !== undefined) void goTo(place, panel, shown.editor);
    return;
  }
  if (message.kind === 'toggle') shown.expanded = toggled(shown.expanded, message.node);
  refresh();
}

function toggled(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return new Set(all.has(one) ? [...all].filter((other) => other !== one) : [...all, one]);
}

/**
 * Asks for what is to be shown, and keeps the answer in `shown`.
 *
 * @returns `undefined`: what is shown stays
 */
async function contentOf(shown: Shown, server: Server): Promise<ToView | undefined> {
  const { file } = shown;
  const empty = (reason: string): ToView => {
    shown.answer = undefined;
    return { kind: 'empty', reason };
  };
  const state = server.state();
  if (state === 'starting' && shown.answer !== undefined) return undefined;
  if (file === undefined) return empty(reasons.noFile);
  if (state !== 'running') return empty(reasons[state]);
  const answer = await answerOf(file, shown, server);
  if (answer === undefined) return empty(reasons.noAnswer);
  if (answer === null) return empty(`${workspace.asRelativePath(file)} is of no dom0 that could be drawn.`);
  shown.answer = { ...answer, places: answer.places.map(spelledAsHere) };
  const { dom0, title, picture } = answer;
  return { kind: 'picture', dom0, title, picture, file: file.toString(), expanded: [...shown.expanded] };
}

async function answerOf(file: Uri, shown: Shown, server: Server): Promise<TopologyAnswer | null | undefined> {
  const ask = () => server.ask(topologyRequest, { uri: file.toString(), expanded: [...shown.expanded] });
  const answer = await ask();
  const isOfAnother = answer && shown.answer !== undefined && shown.answer.dom0 !== answer.dom0;
  if (!isOfAnother || shown.expanded.size === 0) return answer;
  // The groups of another dom0 may be called the same.
  shown.expanded = new Set();
  return ask();
}

const reasons = {
  noFile: 'Open an interfaces file, or the file of a domU, to see its dom0.',
  starting: 'The server is starting.',
  stopped: 'The server does not run. The command "Bridgewise: Restart Server" starts it.',
  noAnswer: 'The server gave no answer. The command "Bridgewise: Show Output" may say why.',
} as const;

/** The server may spell addresses otherwise than VS Code. */
function spelledAsHere(place: TopologyPlace): TopologyPlace {
  return { ...place, uri: Uri.parse(place.uri).toString() };
}

function nodeAtCursor({ answer, editor }: Shown): string | undefined {
  if (answer === undefined || editor === undefined) return undefined;
  return nodeAt(answer.places, editor.document.uri.toString(), editor.selection.active);
}
