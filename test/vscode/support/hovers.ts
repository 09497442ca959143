import type { Hover, Position, Uri } from 'vscode';
import { commands, MarkdownString } from 'vscode';

/** What VS Code shows when the mouse rests on a place. */
export async function hoversAt(uri: Uri, position: Position): Promise<readonly Hover[]> {
  return commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
}

/** The text of hovers, as Markdown. */
export function textOf(hovers: readonly Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof MarkdownString ? content.value : JSON.stringify(content)))
    .join('\n');
}

/** The text of all that is shown at a place. */
export async function hoverText(uri: Uri, position: Position): Promise<string> {
  return textOf(await hoversAt(uri, position));
}
