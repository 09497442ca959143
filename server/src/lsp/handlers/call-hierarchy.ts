import type {
  CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsParams,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsParams,
  CallHierarchyPrepareParams,
} from 'vscode-languageserver-protocol';
import type { Layer, Snapshot } from '../../core/index.ts';
import { fileId, layerAt, layersAbove, layersBelow } from '../../core/index.ts';
import type { Asked, Context } from '../context.ts';
import { aboutPlace } from '../context.ts';
import { toOffset } from '../from-proto.ts';
import { linesOf } from '../lines.ts';
import { toRange } from '../to-proto.ts';
import { symbolKinds } from './outline.ts';

/**
 * Answers `textDocument/prepareCallHierarchy`: an interface calls what stands on it, so that a card leads to its bond, VLANs,
 * bridges and vifs.
 */
export const prepareCallHierarchy = aboutPlace(
  null,
  ({ context, snapshot, file }: Asked<CallHierarchyPrepareParams>, offset): CallHierarchyItem[] | null => {
    const layer = layerAt(snapshot, file, offset);
    return layer === undefined ? null : [toItem(context, snapshot, layer)];
  },
);

/** Answers `callHierarchy/outgoingCalls`: what stands on an interface. */
export async function outgoingCalls(
  context: Context,
  { item }: CallHierarchyOutgoingCallsParams,
): Promise<CallHierarchyOutgoingCall[]> {
  const items = await neighbours(context, item, layersAbove);
  return items.map((to) => ({ to, fromRanges: [item.selectionRange] }));
}

/** Answers `callHierarchy/incomingCalls`: what an interface or vif stands on. */
export async function incomingCalls(
  context: Context,
  { item }: CallHierarchyIncomingCallsParams,
): Promise<CallHierarchyIncomingCall[]> {
  const items = await neighbours(context, item, layersBelow);
  return items.map((from) => ({ from, fromRanges: [from.selectionRange] }));
}

/** An item is found again by its place. */
async function neighbours(
  context: Context,
  { uri, selectionRange }: CallHierarchyItem,
  ask: typeof layersAbove,
): Promise<readonly CallHierarchyItem[]> {
  const file = fileId(uri);
  const snapshot = await context.session.snapshotOf(file);
  if (snapshot === undefined) return [];
  const layers = ask(snapshot, file, toOffset(snapshot, file, selectionRange.start));
  return layers.map((layer) => toItem(context, snapshot, layer));
}

function toItem({ session }: Context, snapshot: Snapshot, layer: Layer): CallHierarchyItem {
  const { name, detail, kind, location, span } = layer;
  const lines = linesOf(snapshot, location.file);
  return {
    name,
    detail,
    kind: symbolKinds[kind],
    uri: session.documents.uriOf(location.file),
    range: toRange(lines, span),
    selectionRange: toRange(lines, location.span),
  };
}
