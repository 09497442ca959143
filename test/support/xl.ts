import type { Finding, RuleSettings, XenVersion, XlConfig } from '../../server/src/core/index.ts';
import { checkXlConfig, isXenVersion, memoryFile, parseXl, rules } from '../../server/src/core/index.ts';
import { buildXlConfig } from '../../server/src/core/model/xl/build-config.ts';
import type { XlFileKind } from '../../server/src/core/schema/xl/key-doc.ts';
import { looksLikeXl, xlKindOfPath } from '../../server/src/core/syntax/xl/sniff.ts';
import { xlPath } from './fixture.ts';

/** How a text is read; what is left out is as the program has it. */
export interface XlReading {
  readonly path?: string | undefined;
  readonly kind?: XlFileKind | undefined;
  readonly xenVersion?: string | undefined;
  readonly rules?: RuleSettings | undefined;
}

/** A text as xl reads it. */
export function readXl(text: string, { path = xlPath, kind, xenVersion }: XlReading = {}): XlConfig {
  const version = xenVersion !== undefined && isXenVersion(xenVersion) ? (xenVersion satisfies XenVersion) : undefined;
  const known = kind ?? xlKindOfPath(path) ?? looksLikeXl(text) ?? 'domain';
  return buildXlConfig({ file: memoryFile(path), tree: parseXl(text), kind: known }, version);
}

/** A text as xl reads it, and what the rules find in it. New MAC addresses are 00:16:3e:01:01:01 and the like, always the same. */
export function checkXl(
  text: string,
  reading: XlReading = {},
): { readonly config: XlConfig; readonly findings: readonly Finding[] } {
  const config = readXl(text, reading);
  return { config, findings: checkXlConfig(config, rules, reading.rules ?? {}, () => 1) };
}
