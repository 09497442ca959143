import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { SignatureHelp } from '../answers.ts';

/** The shape of the string at the offset; `undefined` where none of its language stands. */
export function signatureHelpAt(_snapshot: XlSnapshot, _file: FileId, _offset: number): SignatureHelp | undefined {
  return undefined;
}
