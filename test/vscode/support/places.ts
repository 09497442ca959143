import type { Position, TextDocument } from 'vscode';
import { Range } from 'vscode';

/**
 * The place of a text in a document.
 *
 * @param nth which of several, from 1
 */
export function rangeOf(document: TextDocument, text: string, nth = 1): Range {
  let at = -1;
  for (let found = 0; found < nth; found++) {
    at = document.getText().indexOf(text, at + 1);
    if (at < 0) throw new Error(`"${text}" stands not ${nth} times in:\n${document.getText()}`);
  }
  return new Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** The end of a document. */
export function endOf(document: TextDocument): Position {
  return document.lineAt(document.lineCount - 1).range.end;
}

/** A range as `line:column-line:column`, from 1, as VS Code shows it. */
export function shown({ start, end }: Range): string {
  return [start, end].map(({ line, character }) => `${line + 1}:${character + 1}`).join('-');
}
