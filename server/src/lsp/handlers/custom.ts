import type { Language } from '../../core/index.ts';
import { fileId, languageOf } from '../../core/index.ts';
import type { Context } from '../context.ts';
import type { DocumentStatus, FileParams, SniffParams } from '../messages.ts';

/** Of a document that has no telling name. */
const nowhere = fileId('untitled:document');

/** Answers `bridgewise/sniff`. */
export async function sniff(_context: Context, { text }: SniffParams): Promise<Language | null> {
  return languageOf(nowhere, text) ?? null;
}

/** Answers `bridgewise/documentStatus`. */
export async function documentStatus({ session }: Context, { uri }: FileParams): Promise<DocumentStatus | null> {
  const snapshot = await session.snapshotOf(fileId(uri));
  if (snapshot === undefined) return null;
  if (snapshot.language === 'xl') {
    const { kind, xenVersion } = snapshot.config;
    return { language: 'xl', kind, xenVersion };
  }
  const { main, dialect, incomplete, includes } = snapshot.host;
  return {
    language: 'interfaces',
    mainFile: session.documents.uriOf(main),
    dialect,
    incomplete,
    missing: includes.flatMap(({ missing }) => missing),
  };
}
