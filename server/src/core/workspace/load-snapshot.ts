import type { XlFileKind } from '../schema/xl/key-doc.ts';
import { isInterfacesPath, looksLikeInterfaces } from '../syntax/interfaces/sniff.ts';
import { isBinary, isTemplate } from '../syntax/text-kind.ts';
import type { XlTree } from '../syntax/xl/ast.ts';
import { kindSaidIn, looksLikeXl, xlKindOfPath } from '../syntax/xl/sniff.ts';
import type { FileId } from '../text/location.ts';
import { pathOf } from '../text/paths.ts';
import type { FileAccess } from './file-access.ts';
import { configOf, dom0WithConfig, dom0WithHost } from './load-dom0.ts';
import type { SettingsFor } from './load-host.ts';
import { loadHostOf } from './load-host.ts';
import type { ParseText } from './parse-text.ts';
import { parseAnew } from './parse-text.ts';
import type { Snapshot } from './snapshot.ts';
import { interfacesSnapshot, xlSnapshot } from './snapshot.ts';

/** The languages that Bridgewise reads. */
export type Language = 'interfaces' | 'xl';

/**
 * What a file is part of: the host of an interfaces file, or a file in xl's language, either with the rest of its dom0. `undefined`: the file
 * cannot be read, is binary, is a template, or is in none of our languages.
 */
export async function loadSnapshot(
  access: FileAccess,
  file: FileId,
  settingsFor: SettingsFor,
  parse: ParseText = parseAnew,
): Promise<Snapshot | undefined> {
  const settings = await settingsFor(file);
  const reading = { access, settings, settingsFor, parse };
  const { language = languageOfPath(file) } = settings;
  if (language !== 'interfaces') {
    const content = await access.read(file);
    const text = content.kind === 'text' && !isBinary(content.text) ? content.text : undefined;
    const isXl = language === 'xl' || (text !== undefined && languageOf(file, text) === 'xl');
    if (isXl) {
      if (text === undefined || isTemplate(text)) return undefined;
      const tree = parse.xl(file, text);
      const sources = { file, tree, kind: xlKindOf(file, tree) };
      const config = configOf(sources, settings.xenVersion);
      return xlSnapshot(config, await dom0WithConfig(config, reading));
    }
  }
  const host = await loadHostOf(access, file, settingsFor, parse.interfaces);
  return host && interfacesSnapshot(host, await dom0WithHost(host, reading));
}

/** The language of a file by its path or, where that tells nothing, by what it says; an empty text of no telling path is in none. */
export function languageOf(file: FileId, text: string): Language | undefined {
  const byPath = languageOfPath(file);
  if (byPath !== undefined) return byPath;
  if (looksLikeInterfaces(text)) return 'interfaces';
  return looksLikeXl(text) === undefined ? undefined : 'xl';
}

function languageOfPath(file: FileId): Language | undefined {
  const path = pathOf(file);
  if (isInterfacesPath(path)) return 'interfaces';
  return xlKindOfPath(path) === undefined ? undefined : 'xl';
}

/** A CPU pool's file may lie among those of domUs, under a name like theirs. */
function xlKindOf(file: FileId, tree: XlTree): XlFileKind {
  const byPath = xlKindOfPath(pathOf(file));
  return (byPath === 'domain' ? undefined : byPath) ?? kindSaidIn(tree) ?? 'domain';
}
