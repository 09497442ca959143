import type { Value, Word } from '../syntax/interfaces/ast.ts';
import { spanIn } from '../syntax/interfaces/lexer.ts';
import type { TextEdit } from '../text/edits.ts';
import { globToRegExp, isGlob } from '../text/glob.ts';
import type { FileId, Location } from '../text/location.ts';
import { overlaps } from '../text/span.ts';
import { quoteForRegExp } from './hook-commands.ts';
import type { HostModel, Stanza } from './host.ts';
import { textOf } from './host.ts';
import { aliasBase, vlanOfName } from './names.ts';
import { isOwnOption } from './stanzas.ts';

/** What renaming an interface changes. */
export interface RenameEdits {
  /** One for each place that surely means the interface; they do not overlap. */
  readonly edits: readonly TextEdit[];
  /** Places that may mean it too, left alone: patterns that match it, and words around it in commands and other values. */
  readonly unsure: readonly Location[];
}

/**
 * Renames an interface throughout the files of a host, and with it all that lives on it: its VLANs (`eth0.10`), its
 * aliases (`eth0:1`). Hook commands and `# bridgewise-management:` comments follow, other comments do not. Whether the
 * new name is free and short enough is the caller's to see to.
 */
export function renameEdits(host: HostModel, from: string, to: string): RenameEdits {
  const edits = new Map<string, TextEdit>();
  const unsure: Location[] = [];
  for (const use of [...host.interfaces.values()].flatMap((link) => link.uses)) {
    if (!livesOn(host, use.name, from)) continue;
    const { file } = use.location;
    const span = { start: use.location.span.start, end: use.location.span.start + from.length };
    // A name that goes on in the next line, or is longer than what ifupdown reads of it, does not stand there as such.
    if (textOf(host, file).slice(span.start, use.location.span.end) !== use.name) unsure.push(use.location);
    else edits.set(`${span.start} ${file}`, { file, span, text: to });
  }
  const certain = [...edits.values()];
  const doubtful = [...mentionsInValues(host, from), ...matchingPatterns(host, from)].filter(
    (place) => !certain.some((edit) => edit.file === place.file && overlaps(edit.span, place.span)),
  );
  return { edits: certain, unsure: [...unsure, ...doubtful] };
}

/** Whether the name is the device's own, or that of a VLAN or alias on it. A bridge `eth0.10` is a device of its own. */
export function livesOn(host: HostModel, name: string, device: string): boolean {
  if (name === device) return true;
  const alias = aliasBase(name);
  if (alias !== undefined) return livesOn(host, alias, device);
  const vlan = vlanOfName(name);
  return vlan !== undefined && host.interfaces.get(name)?.bridge === undefined && livesOn(host, vlan.rawDevice, device);
}

/** Where the name stands as a piece of an option's value, whoever reads that. */
function mentionsInValues(host: HostModel, name: string): readonly Location[] {
  const pattern = new RegExp(`(?<![\\w-])${quoteForRegExp(name)}(?![\\w-])`, 'g');
  return host.stanzas.flatMap((stanza) =>
    ownValues(stanza).flatMap(({ value, file }) =>
      [...value.text.matchAll(pattern)].map((match) => ({
        file,
        span: spanIn(value.pieces, match.index, match.index + name.length),
      })),
    ),
  );
}

function ownValues(stanza: Stanza): readonly { readonly value: Value; readonly file: FileId }[] {
  return stanza.options.filter((option) => isOwnOption(stanza, option));
}

/** The patterns that choose the interface now and would not under its new name. */
function matchingPatterns(host: HostModel, name: string): readonly Location[] {
  const marks = host.marks.filter((mark) => mark.isPattern && matches(mark.name.replace(/^\//, ''), name));
  const mappings = host.mappings.flatMap(({ node, file }) =>
    node.patterns.filter((word) => isGlob(word.text) && matches(word.text, name)).map((word) => placeOf(word, file)),
  );
  return [...marks.map((mark) => mark.location), ...mappings];
}

function matches(pattern: string, name: string): boolean {
  return globToRegExp(pattern).test(name);
}

function placeOf(word: Word, file: FileId): Location {
  return { file, span: word.span };
}
