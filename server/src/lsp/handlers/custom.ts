import type { FileId, HostModel, Language, Span } from '../../core/index.ts';
import {
  convertFromXm as convert,
  newDomU as copyDomU,
  fileId,
  folderOf,
  indexLines,
  languageOf,
  macGenerator,
  uuidGenerator,
} from '../../core/index.ts';
import type { Context } from '../context.ts';
import type {
  ConversionAnswer,
  DocumentStatus,
  FileParams,
  NewDomUAnswer,
  NewDomUParams,
  PlaceLeft,
  SniffParams,
} from '../messages.ts';
import { isJudged } from '../session.ts';
import { toRange, toTextEdit } from '../to-proto.ts';

/** Of a document that has no telling name. */
const nowhere = fileId('untitled:document');

/** Answers `bridgewise/sniff`. */
export async function sniff(_context: Context, { text }: SniffParams): Promise<Language | null> {
  return languageOf(nowhere, text) ?? null;
}

/** Answers `bridgewise/documentStatus`. */
export async function documentStatus({ session }: Context, { uri }: FileParams): Promise<DocumentStatus | null> {
  const snapshot = await session.snapshotOf(fileId(uri));
  if (snapshot === undefined || !isJudged(snapshot)) return null;
  if (snapshot.language === 'xl') {
    const { kind, xenVersion } = snapshot.config;
    const { host, isIncomplete } = snapshot.dom0;
    const incomplete = isIncomplete || host?.incomplete === true;
    return {
      language: 'xl',
      kind,
      xenVersion,
      host: host === undefined ? null : { folder: hostFolder(host), incomplete },
    };
  }
  const { main, dialect, incomplete, includes } = snapshot.host;
  return {
    language: 'interfaces',
    mainFile: session.documents.uriOf(main),
    folder: hostFolder(snapshot.host),
    dialect,
    incomplete,
    missing: includes.flatMap(({ missing }) => missing),
  };
}

function hostFolder({ root, main }: HostModel): FileId {
  return root ?? folderOf(main);
}

/** Answers `bridgewise/convertFromXm`. */
export async function convertFromXm(context: Context, { uri }: FileParams): Promise<ConversionAnswer | null> {
  const snapshot = await context.session.snapshotOf(fileId(uri));
  if (snapshot?.language !== 'xl' || snapshot.config.kind !== 'domain') return null;
  const { edits, text, left } = convert(snapshot.config, context.randomByte);
  return { edits: edits.map((edit) => toTextEdit(snapshot, edit).edit), left: placesIn(text, left) };
}

/** Answers `bridgewise/newDomU`. */
export async function newDomU({ session, randomByte }: Context, { uri, name }: NewDomUParams): Promise<NewDomUAnswer> {
  const snapshot = await session.snapshotOf(fileId(uri));
  if (snapshot?.language !== 'xl') return { kind: 'refused', reason: 'This is no file of a domU.' };
  const newMac = macGenerator([snapshot.config.tree.text], randomByte);
  const made = copyDomU(snapshot.config, { name, newMac, newUuid: uuidGenerator(randomByte) });
  return made.kind === 'refused' ? made : { ...made, left: placesIn(made.text, made.left) };
}

function placesIn(
  text: string,
  places: readonly { readonly span: Span; readonly advice: string }[],
): readonly PlaceLeft[] {
  const lines = indexLines(text);
  return places.map(({ span, advice }) => ({ range: toRange(lines, span), advice }));
}
