import type { TextEditor, WebviewPanel } from 'vscode';
import { Range, Uri, ViewColumn, window, workspace } from 'vscode';
import type { TopologyPlace } from '../../../server/src/lsp/messages.ts';

/**
 * Shows a place in an editor that does not hide the panel, with the name in it selected.
 *
 * @param last the text editor that was active last
 */
export async function goTo(
  { uri, nameRange: { start, end } }: TopologyPlace,
  panel: WebviewPanel,
  last: TextEditor | undefined,
): Promise<void> {
  const file = Uri.parse(uri);
  try {
    await window.showTextDocument(file, {
      viewColumn: columnFor(file, panel, last),
      selection: new Range(start.line, start.character, end.line, end.character),
    });
  } catch {
    void window.showWarningMessage(`${workspace.asRelativePath(file)} cannot be opened.`);
  }
}

/** Where the file is seen already, else where the user last edited, else beside the panel. */
function columnFor(file: Uri, panel: WebviewPanel, last: TextEditor | undefined): ViewColumn {
  const editors = window.visibleTextEditors;
  const showing = editors.find(({ document }) => document.uri.toString() === file.toString());
  const candidates = [showing, last, ...editors].flatMap((editor) => editor?.viewColumn ?? []);
  const beside = panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
  return candidates.find((column) => column !== panel.viewColumn) ?? beside;
}
