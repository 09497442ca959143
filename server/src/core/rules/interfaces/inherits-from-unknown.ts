import type { HostModel, Stanza } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { findFamily } from '../../schema/interfaces/index.ts';
import type { Word } from '../../syntax/interfaces/ast.ts';
import { deleteLines, insertLinesBefore } from '../../syntax/interfaces/print.ts';
import { nearest } from '../../text/edit-distance.ts';
import { lineSpanAt } from '../../text/line-index.ts';
import { baseName } from '../../text/paths.ts';
import { afterRefusal, refusal } from '../refusal.ts';
import type { Fix, InterfacesRule, RelatedPlace } from '../rule.ts';

export const inheritsFromUnknown: InterfacesRule = {
  ...refusal,
  name: 'inherits-from-unknown',
  summary: 'A stanza inherits from one that does not stand above it, for which ifupdown refuses the file.',
  fixes: ['unsafe'],
  *check({ host }) {
    for (const stanza of host.stanzas) {
      const wanted = stanza.node.inherits?.name;
      const family = stanza.node.family?.text;
      if (wanted === undefined || stanza.parent !== undefined || mayBeReadBefore(stanza, host)) continue;
      if (family !== undefined && findFamily(family) === undefined) continue;
      const { reason, related } = explain(stanza, wanted.text, host);
      yield {
        location: { file: stanza.file, span: wanted.span },
        message: `${reason} ${afterRefusal(host, stanza.file)}`,
        related,
        fixes: [...moveUp(stanza, wanted.text, host), ...fixSpelling(stanza, wanted, host)],
      };
    }
  },
};

/** Whether a file that could not be read, and that may hold the stanza, is named above this one. */
function mayBeReadBefore({ file, node }: Stanza, host: HostModel): boolean {
  if (!host.incomplete) return false;
  const unread = host.includes.filter((include) => include.unknown || include.missing.length > 0);
  if (unread.length === 0 || !/^interfaces(?:\.new)?$/.test(baseName(host.main))) return true;
  return unread.some((include) => include.file !== file || include.statement.span.start < node.span.start);
}

function explain(
  stanza: Stanza,
  wanted: string,
  host: HostModel,
): { readonly reason: string; readonly related: readonly RelatedPlace[] } {
  const family = stanza.node.family?.text;
  const named = host.stanzas.filter(({ name }) => name === wanted);
  const below = named.find((other) => other.index > stanza.index && fits(other, family));
  if (below !== undefined) {
    const reason = `${wanted} is defined only further down; ifupdown inherits from stanzas that it has read already.`;
    return { reason, related: [placeOf(below, `${wanted} is defined here.`)] };
  }
  const otherFamily = named.find((other) => other.index < stanza.index);
  if (otherFamily !== undefined) {
    const reason = `${wanted} is of the family ${otherFamily.family}, not ${family}; a stanza inherits only within its family.`;
    return { reason, related: [placeOf(otherFamily, `${wanted} is defined here.`)] };
  }
  const kind = family === undefined ? 'stanza' : `${family} stanza`;
  return { reason: `There is no ${kind} ${wanted} to inherit from.`, related: [] };
}

function fits(stanza: Stanza, family: string | undefined): boolean {
  return family === undefined || stanza.family === family;
}

function placeOf(stanza: Stanza, message: string): RelatedPlace {
  return { location: { file: stanza.file, span: stanza.nameWord.span }, message };
}

/** The stanza further down, with all its lines, goes where it is needed; what it inherits itself must stand there too. */
function moveUp(stanza: Stanza, wanted: string, host: HostModel): readonly Fix[] {
  const { file } = stanza;
  const below = host.stanzas.find(
    (other) =>
      other.name === wanted &&
      other.file === file &&
      other.index > stanza.index &&
      fits(other, stanza.node.family?.text),
  );
  if (below === undefined || (below.node.inherits && (below.parent?.index ?? Infinity) >= stanza.index)) return [];
  const edited = { file, text: textOf(host, file) };
  const lines = { start: lineSpanAt(edited.text, below.node.span.start).start, end: below.node.span.end };
  const moved = edited.text.slice(lines.start, lineSpanAt(edited.text, lines.end).end).replace(/\r?\n$/, '');
  return [
    {
      title: `Move the stanza ${wanted} up`,
      safety: 'unsafe',
      edits: [
        insertLinesBefore(edited, stanza.node.span.start, moved.split(/\r?\n/)),
        deleteLines(edited, below.node.span),
      ],
    },
  ];
}

function fixSpelling(stanza: Stanza, wanted: Word, host: HostModel): readonly Fix[] {
  const above = host.stanzas.filter((other) => other.index < stanza.index && fits(other, stanza.node.family?.text));
  const names = above.map(({ name }) => name);
  return nearest(wanted.text, names, wanted.text.length >= 8 ? 2 : 1).map((name) => ({
    title: `Inherit from ${name}`,
    safety: 'unsafe',
    edits: [{ file: stanza.file, span: wanted.span, text: name }],
  }));
}
