import type { TextDocument } from 'vscode';
import { languageOfId } from '../../../server/src/lsp/messages.ts';
import { documentSchemes } from '../document-schemes.ts';

/** Whether the server knows a document. */
export function isOurs({ languageId, uri }: TextDocument): boolean {
  return languageOfId(languageId) !== undefined && documentSchemes.includes(uri.scheme);
}
