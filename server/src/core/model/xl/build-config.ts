import { findKey } from '../../schema/xl/index.ts';
import type { XlFileKind } from '../../schema/xl/key-doc.ts';
import type { XenVersion } from '../../schema/xl/xen-version.ts';
import { defaultXenVersion } from '../../schema/xl/xen-version.ts';
import type { Assignment, ListValue, Value, XlTree } from '../../syntax/xl/ast.ts';
import { groupBy } from '../../text/group-by.ts';
import type { FileId } from '../../text/location.ts';
import { collectDirectives } from '../directives.ts';
import type { Setting, SpecUse, XlConfig } from './config.ts';
import { guestTypeOf } from './guest-type.ts';
import type { SpecLanguage } from './spec-languages.ts';
import { specLanguages } from './spec-languages.ts';

/** A file in xl's language that was read. */
export interface XlSources {
  readonly file: FileId;
  readonly tree: XlTree;
  readonly kind: XlFileKind;
}

/** What xl of a series makes of a file. Pure: the same sources give an equal result. */
export function buildXlConfig(sources: XlSources, xenVersion: XenVersion = defaultXenVersion): XlConfig {
  const { tree, kind } = sources;
  const byKey = groupBy(tree.root.assignments, ({ key }) => key.text);
  const settings = new Map([...byKey].map(([key, assignments]) => [key, settingOf(key, assignments, kind)] as const));
  return {
    ...sources,
    xenVersion,
    settings,
    guest: guestTypeOf(settings),
    specs: [...settings.values()]
      .flatMap((setting) => specsOf(setting, xenVersion))
      .sort((a, b) => a.value.span.start - b.value.span.start),
    directives: collectDirectives(sources),
  };
}

function settingOf(key: string, assignments: readonly Assignment[], kind: XlFileKind): Setting {
  const last = assignments.findLastIndex(({ operator }) => operator === '=');
  return { key, assignments, effective: assignments.slice(Math.max(last, 0)), doc: findKey(kind, key) };
}

/** What the uses of one key have in common. */
interface Reading {
  readonly key: string;
  readonly language: SpecLanguage;
  readonly xenVersion: XenVersion;
}

function specsOf({ key, doc, effective }: Setting, xenVersion: XenVersion): readonly SpecUse[] {
  if (doc?.spec === undefined) return [];
  const reading = { key, language: specLanguages[doc.spec], xenVersion };
  const takesString = doc.shape === 'string' || doc.shape === 'string-or-list';
  const takesList = doc.shape === 'list' || doc.shape === 'string-or-list';
  let index = 0;
  let isOver = false;
  return effective.flatMap((assignment): readonly SpecUse[] => {
    const { value } = assignment;
    if (value === undefined || value.kind === 'unread') return [];
    if (value.kind !== 'list') return takesString ? [useOf(reading, 0, value, [], assignment)] : [];
    if (!takesList || isOver) return [];
    const end = whereReadingEnds(value.items, reading.language);
    isOver = end < value.items.length;
    return value.items.slice(0, end).flatMap((item) => usesIn(reading, index++, item, [value], assignment));
  });
}

/** How many items xl reads: of a list of strings, those before the first list in it (libxlu_cfg.c, xlu_cfg_get_listitem). */
function whereReadingEnds(items: readonly Value[], { listForm }: SpecLanguage): number {
  const first = listForm === 'inner lists' ? -1 : items.findIndex(({ kind }) => kind === 'list');
  return first === -1 ? items.length : first;
}

function usesIn(
  reading: Reading,
  index: number,
  item: Value,
  lists: readonly ListValue[],
  assignment: Assignment,
): readonly SpecUse[] {
  if (item.kind === 'unread') return [];
  if (item.kind !== 'list') return [useOf(reading, index, item, lists, assignment)];
  return item.items.flatMap((inner) => usesIn(reading, index, inner, [...lists, item], assignment));
}

function useOf(
  { key, language, xenVersion }: Reading,
  index: number,
  value: SpecUse['value'],
  lists: readonly ListValue[],
  assignment: Assignment,
): SpecUse {
  const spec = language.parse(value.atom, { xenVersion, key, isInList: lists.length > 0 });
  return { key, language: language.name, index, value, lists, assignment, spec };
}
