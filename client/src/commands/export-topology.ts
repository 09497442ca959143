import { commands, Uri, window, workspace } from 'vscode';
import type { ExportTopologyParams } from '../../../server/src/lsp/messages.ts';
import { exportTopologyRequest, topologyRequest } from '../../../server/src/lsp/messages.ts';
import type { Server } from '../server-connection.ts';

type Format = ExportTopologyParams['format'];

const formats: readonly { format: Format; ending: string; label: string; detail: string }[] = [
  { format: 'svg', ending: 'svg', label: 'SVG', detail: 'The picture, for pages and browsers.' },
  { format: 'mermaid', ending: 'mmd', label: 'Mermaid', detail: 'A text that GitHub, GitLab and many wikis draw.' },
  { format: 'dot', ending: 'dot', label: 'Graphviz DOT', detail: 'A text that Graphviz draws.' },
  { format: 'json', ending: 'json', label: 'JSON', detail: 'Interfaces, domUs and wires as data, for programs.' },
];

/**
 * Asks for a format and a place, and writes the picture of a dom0 there.
 *
 * @param file a document of the dom0
 */
export async function exportTopology(server: Server, file: Uri | undefined): Promise<void> {
  if (file === undefined)
    return void window.showInformationMessage('Open an interfaces file or the file of a domU first.');
  const chosen = await window.showQuickPick(formats, { title: 'Export the topology as' });
  if (chosen === undefined) return;
  const uri = file.toString();
  const [text, answer] = await Promise.all([
    server.ask(exportTopologyRequest, { uri, format: chosen.format }),
    server.ask(topologyRequest, { uri, expanded: [] }),
  ]);
  if (text === undefined) return void window.showWarningMessage('The server gave no answer.');
  if (text === null || !answer)
    return void window.showInformationMessage(`${workspace.asRelativePath(file)} is of no dom0 that could be drawn.`);
  const target = await window.showSaveDialog({
    title: 'Export the topology',
    defaultUri: Uri.joinPath(folderFor(file), `${fileName(answer.title)}.${chosen.ending}`),
    filters: { [chosen.label]: [chosen.ending] },
  });
  if (target !== undefined) await write(target, text);
}

/** The folder that is open and holds the file, else the file's own; never one that the file's project does not show. */
function folderFor(file: Uri): Uri {
  const folder = workspace.getWorkspaceFolder(file) ?? workspace.workspaceFolders?.[0];
  return folder?.uri ?? Uri.joinPath(file, '..');
}

/** Such as `topology-dom0-berlin`, in letters that every file system takes. */
function fileName(title: string): string {
  const name = title.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return name === '' ? 'topology' : `topology-${name}`;
}

async function write(target: Uri, text: string): Promise<void> {
  const path = workspace.asRelativePath(target);
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return void window.showErrorMessage(`${path} could not be written: ${reason}`);
  }
  const open = 'Open';
  void window.showInformationMessage(`The topology is in ${path}.`, open).then((answer) => {
    if (answer === open) void commands.executeCommand('vscode.open', target);
  });
}
