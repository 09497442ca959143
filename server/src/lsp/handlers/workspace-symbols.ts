import type { SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver-protocol';
import { workspaceSymbolsOf } from '../../core/index.ts';
import type { Context } from '../context.ts';
import { toLocation } from '../to-proto.ts';
import { symbolKinds } from './outline.ts';

/** Answers `workspace/symbol`: the names of the dom0s to which open documents belong. */
export async function workspaceSymbol(
  context: Context,
  { query }: WorkspaceSymbolParams,
): Promise<SymbolInformation[]> {
  const { session } = context;
  const found = new Map<string, SymbolInformation>();
  for (const file of session.documents.files()) {
    const snapshot = await session.snapshotOf(file);
    if (snapshot === undefined) continue;
    for (const { name, kind, location, container } of workspaceSymbolsOf(snapshot, query)) {
      const symbol = {
        name,
        kind: symbolKinds[kind],
        location: toLocation(context, snapshot, location),
        ...(container === undefined ? {} : { containerName: container }),
      };
      // Documents of one dom0 tell the same.
      found.set(`${location.file} ${location.span.start}`, symbol);
    }
  }
  return [...found.values()];
}
