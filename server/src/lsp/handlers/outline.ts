import type {
  DocumentSymbol,
  DocumentSymbolParams,
  SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver-protocol';
import type { LineIndex, OutlineSymbol } from '../../core/index.ts';
import { symbolsOf } from '../../core/index.ts';
import type { Asked } from '../context.ts';
import { aboutDocument } from '../context.ts';
import { linesOf } from '../lines.ts';
import { toRange } from '../to-proto.ts';

/** Answers `textDocument/documentSymbol`: as a tree, where the editor takes one. */
export const documentSymbol = aboutDocument(
  [],
  ({ context, snapshot, file }: Asked<DocumentSymbolParams>): DocumentSymbol[] | SymbolInformation[] => {
    const lines = linesOf(snapshot, file);
    const symbols = symbolsOf(snapshot, file);
    if (context.profile.symbolTrees) return symbols.map((symbol) => toTree(lines, symbol));
    return symbols.flatMap((symbol) => toList(lines, context.session.documents.uriOf(file), symbol));
  },
);

/** LSP's SymbolKind: what an editor's icons come nearest to. */
export const symbolKinds: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  interface: 11,
  bridge: 5,
  mapping: 12,
  source: 1,
  option: 7,
  domain: 2,
  disk: 19,
  vif: 11,
  device: 8,
  key: 7,
};

function toTree(lines: LineIndex, { name, detail, kind, span, selection, children }: OutlineSymbol): DocumentSymbol {
  return {
    name,
    detail,
    kind: symbolKinds[kind],
    range: toRange(lines, span),
    selectionRange: toRange(lines, selection),
    children: children.map((child) => toTree(lines, child)),
  };
}

function toList(lines: LineIndex, uri: string, symbol: OutlineSymbol, containerName?: string): SymbolInformation[] {
  const { name, kind, span, children } = symbol;
  const own = {
    name,
    kind: symbolKinds[kind],
    location: { uri, range: toRange(lines, span) },
    ...(containerName === undefined ? {} : { containerName }),
  };
  return [own, ...children.flatMap((child) => toList(lines, uri, child, name))];
}
