import { fileId, looksLikeInterfaces } from '../../core/index.ts';
import type { Context } from '../context.ts';
import type { FileParams, HostStatus, SniffParams } from '../messages.ts';

/** Answers `bridgewise/sniff`. */
export async function sniff(_context: Context, { text }: SniffParams): Promise<boolean> {
  return looksLikeInterfaces(text);
}

/** Answers `bridgewise/hostStatus`. */
export async function hostStatus({ session }: Context, { uri }: FileParams): Promise<HostStatus | null> {
  const snapshot = await session.snapshotOf(fileId(uri));
  if (snapshot === undefined) return null;
  const { main, dialect, incomplete, includes } = snapshot.host;
  return {
    mainFile: session.documents.uriOf(main),
    dialect,
    incomplete,
    missing: includes.flatMap(({ missing }) => missing),
  };
}
