/** The script of the topology view: shows pictures, and tells the extension what the user chooses in them. */
import { announcer } from './announce.ts';
import { buildPicture } from './build-picture.ts';
import type { FromView, PictureMessage, Remembered, ToView } from './messages.ts';
import { nodesIn } from './nodes.ts';
import type { Zoom } from './zoom.ts';
import { zoomer } from './zoom.ts';

/** What is kept while the view is hidden. */
interface State extends Remembered {
  readonly zoom: Zoom;
  readonly left: number;
  readonly top: number;
}

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: FromView) => void;
  readonly getState: () => State | undefined;
  readonly setState: (state: State) => void;
};

const vscode = acquireVsCodeApi();
/** What was kept when the view was last hidden, until it is shown again. */
let kept = vscode.getState();
const view = elementOf('view');
const title = elementOf('title');
const reason = elementOf('reason');
const say = announcer(elementOf('news'));

/** What is shown, as it came; `undefined`: no picture. */
let shown: PictureMessage | undefined;
let current: string | undefined;
let isSavePlanned = false;

const zoom = zoomer(view, kept?.zoom ?? 'fit', save);
const nodes = nodesIn(view, {
  open: (node) => vscode.postMessage({ kind: 'open', node }),
  toggle: (node) => vscode.postMessage({ kind: 'toggle', node }),
});

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no ${id}`);
  return element;
}

/** Keeps what is shown, once a frame at most. */
function save(): void {
  if (isSavePlanned) return;
  isSavePlanned = true;
  requestAnimationFrame(() => {
    isSavePlanned = false;
    if (shown === undefined) return;
    const { file, expanded } = shown;
    vscode.setState({ file, expanded, zoom: zoom.zoom(), left: view.scrollLeft, top: view.scrollTop });
  });
}

function showPicture(message: PictureMessage): void {
  const isSame = JSON.stringify(shown?.picture) === JSON.stringify(message.picture);
  const isSameDom0 = shown?.dom0 === message.dom0;
  shown = message;
  save();
  if (isSame && isSameDom0) return;
  const picture = buildPicture(message.picture);
  if (picture === undefined) return;
  title.textContent = message.title;
  reason.textContent = '';
  document.body.classList.remove('empty');
  zoom.show(picture);
  nodes.show(picture);
  nodes.mark(current);
  if (!isSameDom0) {
    view.scrollTo(kept?.left ?? 0, kept?.top ?? 0);
    if (kept === undefined) nodes.reveal(current);
    kept = undefined;
  }
  say(isSameDom0 ? `Topology of ${message.title} updated` : `Topology of ${message.title}`);
}

function showEmpty(text: string): void {
  shown = undefined;
  nodes.clear();
  title.textContent = '';
  reason.textContent = text;
  document.body.classList.add('empty');
  say(text);
}

window.addEventListener('message', ({ data }: MessageEvent<ToView>) => {
  switch (data.kind) {
    case 'picture':
      return showPicture(data);
    case 'empty':
      return showEmpty(data.reason);
    case 'current':
      if (current === data.node) return;
      current = data.node;
      nodes.mark(current);
      return nodes.reveal(current);
  }
});

const zoomKeys: Readonly<Record<string, () => void>> = {
  '+': () => zoom.by(1),
  '=': () => zoom.by(1),
  '-': () => zoom.by(-1),
  '0': () => zoom.set('fit'),
};

window.addEventListener('keydown', (event) => {
  const action = zoomKeys[event.key];
  if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  action();
});

elementOf('zoom-in').addEventListener('click', () => zoom.by(1));
elementOf('zoom-out').addEventListener('click', () => zoom.by(-1));
elementOf('zoom-fit').addEventListener('click', () => zoom.set('fit'));

vscode.postMessage({ kind: 'ready' });
