import { describeInterface } from '../../model/describe-interface.ts';
import { gatewaysToOffer } from '../../model/gateway-candidates.ts';
import type { HostModel, Stanza } from '../../model/host.ts';
import { natureOf } from '../../model/interface-nature.ts';
import type { NamePlace } from '../../model/name-candidates.ts';
import { inheritableStanzas, namesFitting } from '../../model/name-candidates.ts';
import { methodAssumed, nameWantedIn, optionsToOffer } from '../../model/option-candidates.ts';
import { checkHost } from '../../rules/engine.ts';
import { rules } from '../../rules/index.ts';
import { describeFamily, describeKeyword, describeMethod, describeOption } from '../../schema/interfaces/describe.ts';
import { disableIpv6Line } from '../../schema/interfaces/disable-ipv6-line.ts';
import { hookVariables } from '../../schema/interfaces/hook-environment.ts';
import {
  bondModes,
  canonicalOptionName,
  families,
  findFamily,
  findOption,
  isHookCommand,
  keywords,
  packagesThatRead,
} from '../../schema/interfaces/index.ts';
import type { OptionDoc } from '../../schema/option-doc.ts';
import type { ValueCandidate } from '../../schema/values/value-type.ts';
import type { CursorLine } from '../../syntax/interfaces/cursor-line.ts';
import { cursorLineAt, logicalLineAt } from '../../syntax/interfaces/cursor-line.ts';
import type { FileId } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import { overlaps, touches } from '../../text/span.ts';
import type { InterfacesSnapshot } from '../../workspace/snapshot.ts';
import { interfacesTreeOf } from '../../workspace/snapshot.ts';
import type { CompletionItem } from '../answers.ts';
import { ruleItems } from '../rule-completion.ts';

/** What proposals are made from: the line, and the host around it. */
interface Place {
  readonly host: HostModel;
  readonly file: FileId;
  readonly text: string;
  readonly line: CursorLine;
  readonly offset: number;
}

/** An item with what is usual left out: it replaces the word, its text is its label. */
type Draft = Pick<CompletionItem, 'label' | 'kind'> & Partial<CompletionItem>;

/** What may stand at the offset, the likeliest first. Not filtered by what is typed; that is the editor's. */
export function completionsAt(snapshot: InterfacesSnapshot, file: FileId, offset: number): readonly CompletionItem[] {
  const tree = interfacesTreeOf(snapshot, file);
  const line = tree && cursorLineAt(tree, offset);
  if (tree === undefined || line === undefined) return [];
  // Editors take no proposal for a word that begins in the line before.
  if (tree.text.slice(line.word.start, line.word.end).includes('\n')) return [];
  const place: Place = { host: snapshot.host, file, text: tree.text, line, offset };
  const drafts = line.isComment ? inComment(place) : inStatement(place);
  return drafts.map((draft) => finish(draft, place));
}

function finish(draft: Draft, { text, line }: Place): CompletionItem {
  const { label, span = line.word, continues = false, deprecated = false } = draft;
  const inserted = draft.text ?? label;
  const wantsBlank = continues && !inserted.endsWith('-') && !/[ \t]/.test(text.charAt(span.end));
  return { ...draft, span, text: wantsBlank ? `${inserted} ` : inserted, continues, deprecated };
}

/** The letters of one kind around the cursor. */
function spanOf({ text, offset }: Place, letter: RegExp): Span {
  let { start, end } = { start: offset, end: offset };
  while (start > 0 && letter.test(text.charAt(start - 1))) start--;
  while (end < text.length && letter.test(text.charAt(end))) end++;
  return { start, end };
}

/** Which statement a line is, by its first word. */
const lineReaders: Readonly<Record<string, (place: Place) => readonly Draft[]>> = {
  iface: inIfaceLine,
  auto: inMarkLine,
  'no-auto-down': inMarkLine,
  'no-scripts': inMarkLine,
  mapping: (place) => names(place, 'mark'),
  rename: (place) => (place.line.typed.includes('=') ? [] : names(place, 'any')),
  source: (place) => (place.line.before.length === 1 ? [includePath('/etc/network/interfaces.d/*')] : []),
  'source-directory': (place) => (place.line.before.length === 1 ? [includePath('/etc/network/interfaces.d')] : []),
};

function inStatement(place: Place): readonly Draft[] {
  const { before, open } = place.line;
  const [first] = before;
  if (first === undefined) return atLineStart(place);
  if (Object.hasOwn(lineReaders, first)) return lineReaders[first]?.(place) ?? [];
  if (first.startsWith('allow-')) return inMarkLine(place);
  if (open?.kind === 'mapping') return first === 'map' ? names(place, 'mark') : [];
  return inValue(place, first);
}

function includePath(path: string): Draft {
  return { label: path, kind: 'file', detail: 'where the files of packages and tools lie' };
}

function atLineStart(place: Place): readonly Draft[] {
  const { open, isIndented, typed } = place.line;
  if (typed.startsWith('allow-')) return classes(place);
  const statements = keywordDrafts('top');
  if (open === undefined) return statements;
  const own = open.kind === 'mapping' ? mappingLines(open.options.map(({ name }) => name.text)) : optionDrafts(place);
  return isIndented || typed !== '' ? [...own, ...statements] : [...statements, ...own];
}

function keywordDrafts(where: 'top' | 'mapping'): readonly Draft[] {
  return keywords
    .filter(({ place }) => place === where)
    .map((doc) => ({
      label: doc.name,
      kind: 'keyword',
      detail: doc.syntax,
      documentation: describeKeyword(doc),
      continues: true,
    }));
}

function mappingLines(present: readonly string[]): readonly Draft[] {
  return keywordDrafts('mapping').filter(({ label }) => label !== 'script' || !present.includes('script'));
}

const usualClasses: readonly Draft[] = [
  { label: 'allow-hotplug', kind: 'class', detail: 'brought up when the device appears', continues: true },
  { label: 'allow-auto', kind: 'class', detail: 'the same as auto', continues: true },
  { label: 'allow-ovs', kind: 'class', detail: 'bridges of Open vSwitch', continues: true },
];

/** The usual classes, those that the host has, and its Open vSwitch bridges, whose ports are of a class of that name. */
function classes({ host, line }: Place): readonly Draft[] {
  const inUse = host.marks.flatMap((mark) =>
    mark.class === undefined || mark.statement.span.start === line.word.start ? [] : [mark.class],
  );
  const bridges = host.stanzas
    .filter((stanza) =>
      stanza.options.some(({ canonical, value }) => canonical === 'ovs_type' && value.text === 'OVSBridge'),
    )
    .map((stanza) => stanza.name);
  const others = [...new Set([...inUse, ...bridges])]
    .map((name) => `allow-${name}`)
    .filter((label) => usualClasses.every((usual) => usual.label !== label));
  return [...usualClasses, ...others.map((label): Draft => ({ label, kind: 'class', continues: true }))];
}

/** The stanza that the line is an option of. */
function stanzaAround({ host, file, line }: Place): Stanza | undefined {
  return host.stanzas.find((stanza) => stanza.file === file && stanza.node === line.open);
}

function optionDrafts(place: Place): readonly Draft[] {
  const { host, line } = place;
  const stanza = stanzaAround(place);
  const present = (stanza?.options ?? []).filter(
    (option) => option.line.span.start < line.span.start || option.line.span.start > line.span.end,
  );
  const { documented, others } = optionsToOffer(host, stanza, present);
  return [
    ...documented.map((doc) => optionDraft(doc, host)),
    ...others.map(
      (name): Draft => ({ label: name, kind: 'option', detail: packagesThatRead(name).join(', '), continues: true }),
    ),
  ];
}

function optionDraft(doc: OptionDoc, host: HostModel): Draft {
  const label = host.dialect === 'ifupdown' || doc.readBy === 'ifupdown' ? doc.name : doc.name.replaceAll('_', '-');
  return {
    label,
    kind: 'option',
    detail: doc.package,
    documentation: describeOption(doc),
    continues: true,
    deprecated: doc.deprecated !== undefined,
  };
}

function inIfaceLine(place: Place): readonly Draft[] {
  const { before } = place.line;
  const [, name, ...words] = before;
  if (name === undefined) return names(place, 'iface');
  const inheritsAt = words.slice(0, 3).indexOf('inherits');
  const family = inheritsAt === 0 ? undefined : words[0];
  if (inheritsAt >= 0) return inheritsAt === words.length - 1 ? parents(place, family) : [];
  const inherits = parents(place, family).length > 0 ? keywords.filter((doc) => doc.name === 'inherits') : [];
  const keyword = inherits.map(
    (doc): Draft => ({
      label: doc.name,
      kind: 'keyword',
      detail: doc.syntax,
      documentation: describeKeyword(doc),
      continues: true,
    }),
  );
  if (words.length === 0) return [...familyDrafts(), ...keyword];
  if (words.length === 1) return [...methodDrafts(family ?? ''), ...keyword];
  return words.length === 2 ? keyword : [];
}

/** `meta` is ifupdown's own: no file needs it. */
function familyDrafts(): readonly Draft[] {
  return families
    .filter(({ name }) => name !== 'meta')
    .map((doc) => ({
      label: doc.name,
      kind: 'family',
      detail: doc.summary,
      documentation: describeFamily(doc),
      continues: true,
    }));
}

function methodDrafts(family: string): readonly Draft[] {
  return (findFamily(family)?.methods ?? []).map((doc) => ({
    label: doc.name,
    kind: 'method',
    detail: doc.summary,
    documentation: describeMethod(doc),
  }));
}

function parents(place: Place, family: string | undefined): readonly Draft[] {
  const { host, file, line } = place;
  const heir = host.stanzas.find((stanza) => stanza.file === file && overlaps(stanza.node.line, line.span));
  return interfaceDrafts(place, inheritableStanzas(host, heir, family));
}

/** Behind `eth0=` the stanza that is meant. */
function inMarkLine(place: Place): readonly Draft[] {
  const { line } = place;
  const equals = line.typed.lastIndexOf('=');
  if (equals < 0) return names(place, 'mark');
  const start = place.offset - (line.typed.length - equals - 1);
  return names(place, 'mark').map((draft) => ({ ...draft, span: { start, end: line.word.end } }));
}

function names(place: Place, wanted: NamePlace, own?: string): readonly Draft[] {
  const taken = new Set([...place.line.before, ...place.line.after]);
  const fitting = namesFitting(place.host, wanted, own).filter((name) => !taken.has(name));
  return interfaceDrafts(place, fitting);
}

/** More than these are not described: it would take long, and nobody reads it. */
const mostDescribed = 100;

function interfaceDrafts(place: Place, fitting: readonly string[]): readonly Draft[] {
  const { host } = place;
  const shown = fitting.filter((name) => !isOnlyAtCursor(place, name));
  return shown.map((name) => {
    const nature = natureOf(host, name);
    return {
      label: name,
      kind: 'interface',
      ...(nature === undefined ? {} : { detail: nature }),
      ...(shown.length > mostDescribed ? {} : { documentation: describeInterface(host, name) }),
    };
  });
}

/** What is being typed is no name of the host yet. */
function isOnlyAtCursor({ host, file, line }: Place, name: string): boolean {
  const uses = host.interfaces.get(name)?.uses ?? [];
  return uses.every(({ location }) => location.file === file && overlaps(location.span, line.word));
}

function inValue(place: Place, optionName: string): readonly Draft[] {
  const stanza = stanzaAround(place);
  if (stanza === undefined) return [];
  if (isHookCommand(optionName)) return inCommand(place, stanza, optionName);
  const { family, method } = methodAssumed(place.host, stanza);
  const doc = findOption(optionName, family, method);
  const wanted = nameWantedIn(optionName, doc, place.line.before.slice(1));
  const isFirst = place.line.before.length === 1;
  return [
    ...(wanted === undefined ? [] : names(place, wanted, stanza.name)),
    ...(isFirst && optionName === 'gateway' ? gatewaysToOffer(place.host, stanza).map(valueDraft) : []),
    ...(isFirst && canonicalOptionName(optionName) === 'bond_mode' ? bondModes.map(valueDraft) : []),
    ...valueDrafts(place, doc),
  ];
}

function valueDraft({ label, detail }: ValueCandidate): Draft {
  return { label, kind: 'value', detail };
}

function valueDrafts({ line }: Place, doc: OptionDoc | undefined): readonly Draft[] {
  const isAlone = line.before.length === 1 && line.after.length === 0;
  if (doc === undefined) return [];
  const isList = doc.repeat === 'joined-list';
  if (line.before.length > 1 && !isList) return [];
  const candidates = doc.value
    .complete(line.before.slice(1))
    .filter(({ label }) => isAlone || label !== 'none')
    .map(
      ({ label, detail }): Draft => ({
        label,
        kind: 'value',
        detail: detail + (label === doc.default ? ' (default)' : ''),
      }),
    );
  const isOffered = candidates.some(({ label }) => label === doc.default);
  const fallback = doc.default === undefined || isOffered || /\s/.test(doc.default) ? [] : [doc.default];
  return [...candidates, ...fallback.map((label): Draft => ({ label, kind: 'value', detail: 'default' }))];
}

function inCommand(place: Place, stanza: Stanza, optionName: string): readonly Draft[] {
  const { line, text } = place;
  const letters = spanOf(place, /\w/);
  if (text.charAt(letters.start - 1) === '$') {
    const span = { start: letters.start - 1, end: letters.end };
    return hookVariables.map(({ name, summary }) => ({
      label: `$${name}`,
      kind: 'variable',
      documentation: summary,
      span,
    }));
  }
  const keepsIpv6Off = stanza.options.some(({ value }) => value.text.includes('disable_ipv6'));
  if ((optionName !== 'up' && optionName !== 'post-up') || line.before.length > 1 || keepsIpv6Off) return [];
  return [
    {
      label: 'keep IPv6 off this interface',
      kind: 'value',
      text: disableIpv6Line.replace(/^up /, ''),
      documentation: 'Removes the link-local IPv6 address, and ignores router advertisements, also for dotted names.',
    },
  ];
}

const directives: readonly { readonly label: string; readonly detail: string }[] = [
  { label: 'bridgewise-ignore', detail: 'RULE: reason, for the line below' },
  { label: 'bridgewise-ignore-file', detail: 'RULE: reason, for this file' },
  { label: 'bridgewise-management:', detail: 'the interfaces by which the dom0 is reached' },
];

function inComment(place: Place): readonly Draft[] {
  const before = place.text.slice(place.line.span.start, place.offset).trimStart();
  if (/^#[ \t]*[a-z-]*$/.test(before)) {
    const span = spanOf(place, /[a-z:-]/);
    return directives.map((directive) => ({ ...directive, kind: 'directive', continues: true, span }));
  }
  if (/^#[ \t]*bridgewise-management:?[ \t]/.test(before)) return names(place, 'any');
  const ignore = /^#[ \t]*bridgewise-ignore(-file)?:?[ \t]+[a-z0-9-]*$/.exec(before);
  return ignore === null ? [] : ruleDrafts(place, ignore[1] !== undefined);
}

/** Rules that find something where the comment reaches come first. */
function ruleDrafts(place: Place, wholeFile: boolean): readonly Draft[] {
  const { host, file, text, line } = place;
  const below = wholeFile ? { start: 0, end: text.length } : logicalLineAt(text, line.span.end + 1).span;
  const found = new Set(
    checkHost(host, rules, {})
      .filter(({ location }) => location.file === file && touches(below, location.span.start))
      .map(({ rule }) => rule),
  );
  return ruleItems({ group: 'interfaces', found, text, span: spanOf(place, /[a-z0-9-]/) });
}
