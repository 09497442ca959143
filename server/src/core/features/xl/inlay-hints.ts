import type { FileId } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { InlayHint } from '../answers.ts';

/** What is worth reading beside the text between two offsets. */
export function inlayHintsIn(_snapshot: XlSnapshot, _file: FileId, _span: Span): readonly InlayHint[] {
  return [];
}
