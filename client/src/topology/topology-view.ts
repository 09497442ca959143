import type { Disposable, ExtensionContext, WebviewOptions, WebviewPanel } from 'vscode';
import { Disposable as DisposableClass, ViewColumn, window } from 'vscode';
import { exportTopology } from '../commands/export-topology.ts';
import type { Server } from '../server-connection.ts';
import type { Remembered } from '../webview/messages.ts';
import { isOurs } from './our-documents.ts';
import { panelPage, resourceRoots } from './panel-page.ts';
import type { TopologyPanel } from './topology-panel.ts';
import { runTopologyPanel } from './topology-panel.ts';

/** What the manifest calls the panel. */
const viewType = 'bridgewise.topology';

/** The view of a dom0's topology: there is one, for all hosts. */
export interface TopologyView {
  /** Opens it beside the editor, which keeps the focus; where it is in sight already, it gets the focus. */
  readonly show: () => Promise<void>;
  /** Saves the picture of what it shows, or of the active editor, to a file. */
  readonly export: () => Promise<void>;
  readonly disposable: Disposable;
}

/**
 * The panel's page is not kept while it is hidden: it is small, and made anew from the server's answer and what it remembers.
 */
export function topologyView({ extensionUri }: ExtensionContext, server: Server): TopologyView {
  let open: TopologyPanel | undefined;
  const options: WebviewOptions = { enableScripts: true, localResourceRoots: resourceRoots(extensionUri) };
  const run = (panel: WebviewPanel, kept: Remembered | undefined): void => {
    open?.panel.dispose();
    const opened = runTopologyPanel(panel, server, kept);
    open = opened;
    panel.onDidDispose(() => {
      if (open === opened) open = undefined;
    });
    panel.webview.options = options;
    panel.webview.html = panelPage(panel.webview, extensionUri);
    void server.start();
  };
  const show = async (): Promise<void> => {
    if (open !== undefined) return open.panel.reveal(undefined, !open.panel.visible);
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    run(window.createWebviewPanel(viewType, 'Topology', column, options), undefined);
  };
  const fileToExport = () => {
    const document = window.activeTextEditor?.document;
    return document !== undefined && isOurs(document) ? document.uri : open?.file();
  };
  return {
    show,
    export: () => exportTopology(server, fileToExport()),
    disposable: DisposableClass.from(
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state) => run(panel, rememberedIn(state)),
      }),
      { dispose: () => open?.panel.dispose() },
    ),
  };
}

/** What VS Code kept is what the page gave it, perhaps of another version. */
function rememberedIn(state: unknown): Remembered | undefined {
  const { file, expanded } = (state ?? {}) as Partial<Readonly<Record<keyof Remembered, unknown>>>;
  if (typeof file !== 'string' || !Array.isArray(expanded)) return undefined;
  return { file, expanded: expanded.filter((id) => typeof id === 'string') };
}
