import { commands, Location, Position, Range, Uri } from 'vscode';
import type { Location as LspLocation, Position as LspPosition } from 'vscode-languageserver-protocol';

/** Shows places below a line. What a server names is plain data, and the editor's own command wants objects of its own. */
export async function showReferences(
  uri: string,
  position: LspPosition,
  places: readonly LspLocation[],
): Promise<void> {
  const locations = places.map(
    ({ uri: of, range }) => new Location(Uri.parse(of), new Range(toPosition(range.start), toPosition(range.end))),
  );
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), toPosition(position), locations);
}

function toPosition({ line, character }: LspPosition): Position {
  return new Position(line, character);
}
