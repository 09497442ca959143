import type { Dom0 } from '../../model/dom0/dom0.ts';
import { defaultBridgeKeys } from '../../model/dom0/guest-vifs.ts';
import { bridgesOffered } from '../../model/dom0/offered-bridges.ts';
import { specUseAt } from '../../model/xl/at.ts';
import type { SpecUse, XlConfig } from '../../model/xl/config.ts';
import type { CursorPlace, InKey, InString, InValue } from '../../model/xl/cursor-place.ts';
import { cursorPlaceAt } from '../../model/xl/cursor-place.ts';
import { namesOffered } from '../../model/xl/offered-names.ts';
import { specLanguages } from '../../model/xl/spec-languages.ts';
import { checkXlConfig } from '../../rules/engine.ts';
import { rules } from '../../rules/index.ts';
import { describeKey } from '../../schema/xl/describe.ts';
import { describeParameter } from '../../schema/xl/describe-parameter.ts';
import { findKey, keysOf } from '../../schema/xl/index.ts';
import type { KeyDoc } from '../../schema/xl/key-doc.ts';
import type { ParameterDoc } from '../../schema/xl/parameter-doc.ts';
import { hasSince } from '../../schema/xl/xen-version.ts';
import { cutAtom, indexIn } from '../../syntax/xl/atom.ts';
import type { FileId } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { CompletionItem } from '../answers.ts';
import { ruleItems } from '../rule-completion.ts';

/** What proposals are made from. */
interface Asked {
  readonly config: XlConfig;
  readonly dom0: Dom0;
  readonly text: string;
  readonly offset: number;
}

/** An item with what is usual left out: its text is its label. */
type Draft = Pick<CompletionItem, 'label' | 'kind'> & Partial<CompletionItem>;

/** What may stand at the offset, the likeliest first. Not filtered by what is typed; that is the editor's. */
export function completionsAt({ config, dom0 }: XlSnapshot, _file: FileId, offset: number): readonly CompletionItem[] {
  const asked: Asked = { config, dom0, text: config.tree.text, offset };
  const place = cursorPlaceAt(config.tree, offset);
  return place === undefined ? [] : drafts[place.kind](asked, place as never);
}

const drafts: {
  readonly [Kind in CursorPlace['kind']]: (
    asked: Asked,
    place: Extract<CursorPlace, { readonly kind: Kind }>,
  ) => readonly CompletionItem[];
} = { comment: inComment, key: inKey, value: inValue, string: inString };

function finish(draft: Draft, span: Span): CompletionItem {
  return { span, text: draft.label, continues: false, deprecated: false, ...draft };
}

/** The letters of one kind around the cursor. */
function lettersAround({ text, offset }: Asked, letter: RegExp): Span {
  let { start, end } = { start: offset, end: offset };
  while (start > 0 && letter.test(text.charAt(start - 1))) start--;
  while (end < text.length && letter.test(text.charAt(end))) end++;
  return { start, end };
}

const directives: readonly Draft[] = [
  { label: 'bridgewise-ignore', kind: 'directive', detail: 'RULE: reason, for this line or the one below' },
  { label: 'bridgewise-ignore-file', kind: 'directive', detail: 'RULE: reason, for this file' },
];

function inComment(asked: Asked, { span }: { readonly span: Span }): readonly CompletionItem[] {
  const before = asked.text.slice(span.start, asked.offset);
  if (/^#[ \t]*[a-z-]*$/.test(before)) {
    const word = lettersAround(asked, /[a-z-]/);
    return directives.map((draft) => finish({ ...draft, text: `${draft.label} `, continues: true }, word));
  }
  if (!/^#[ \t]*bridgewise-ignore(-file)?:?[ \t]+[a-z0-9-]*$/.test(before)) return [];
  const found = new Set(checkXlConfig(asked.config, rules, {}, () => 0).map(({ rule }) => rule));
  return ruleItems({ group: 'xl', found, text: asked.text, span: lettersAround(asked, /[a-z0-9-]/) });
}

/** Keys that this guest's xl reads come first; those that are set already last, for one may mean to add to them. */
function inKey({ config }: Asked, { span, isFollowed }: InKey): readonly CompletionItem[] {
  const fits = (doc: KeyDoc): boolean => config.guest === undefined || doc.guests.includes(config.guest);
  const rank = (doc: KeyDoc): number =>
    Number(config.settings.has(doc.name)) * 4 + Number(doc.deprecated !== undefined) * 2 + Number(!fits(doc));
  return keysOf(config.kind)
    .filter((doc) => hasSince(config.xenVersion, doc.since))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((doc) =>
      finish(
        {
          label: doc.name,
          kind: 'key',
          detail: config.settings.has(doc.name) ? 'set already' : doc.summary,
          documentation: describeKey(doc),
          deprecated: doc.deprecated !== undefined,
          ...(isFollowed ? {} : { text: assignmentOf(doc), isSnippet: true, continues: true }),
        },
        span,
      ),
    );
}

/** A key with a place for its value, in the syntax of snippets. */
function assignmentOf({ name, shape }: KeyDoc): string {
  switch (shape) {
    case 'number':
    case 'boolean':
      return `${name} = $0`;
    case 'list':
      return `${name} = [ '$0' ]`;
    default:
      return `${name} = "$0"`;
  }
}

function inValue({ config }: Asked, { key, span, depth }: InValue): readonly CompletionItem[] {
  const doc = findKey(config.kind, key);
  if (doc === undefined) return [];
  const isNumber = doc.shape === 'number' || doc.shape === 'boolean';
  const choices = doc.value?.complete() ?? [];
  if (depth === 0 && doc.shape === 'list') {
    return [
      finish(
        { label: '[ … ]', kind: 'snippet', detail: doc.summary, text: "[ '$0' ]", isSnippet: true, continues: true },
        span,
      ),
    ];
  }
  return choices.map(({ label, detail }) => {
    const isPlain = isNumber && /^[0-9]+$/.test(label);
    return finish(
      { label, kind: 'value', detail: withDefault(detail, label, doc), text: isPlain ? label : `"${label}"` },
      span,
    );
  });
}

function withDefault(detail: string, label: string, doc: { readonly default?: string }): string {
  return label === doc.default ? `${detail} (default)` : detail;
}

function inString(asked: Asked, { key, value }: InString): readonly CompletionItem[] {
  const doc = findKey(asked.config.kind, key);
  const use = specUseAt(asked.config, asked.offset);
  if (use !== undefined) return inSpec(asked, use);
  const bridges = defaultBridgeKeys.includes(key) ? bridgesOffered(asked.dom0, undefined) : [];
  return [...bridges, ...(doc?.value?.complete() ?? [])].map(({ label, detail }) =>
    finish({ label, kind: 'value', detail: withDefault(detail, label, doc ?? {}) }, value.atom.span),
  );
}

/** The part of the string between two separators that the cursor is in. */
interface Part {
  /** What stands before the cursor, blanks at its start left out. */
  readonly typed: string;
  /** All of it, without those blanks. */
  readonly span: Span;
  /** How many parts stand before it. */
  readonly index: number;
}

function partAt({ offset }: Asked, { spec: { atom } }: SpecUse, separator: string): Part {
  const at = indexIn(atom, offset);
  const before = atom.text.slice(0, at).split(separator);
  const typed = before.at(-1)?.trimStart() ?? '';
  const behind = atom.text.indexOf(separator, at);
  const part = cutAtom(atom, at - typed.length, behind < 0 ? atom.text.length : behind);
  return { typed, span: part.span, index: before.length - 1 };
}

function inSpec(asked: Asked, use: SpecUse): readonly CompletionItem[] {
  const language = specLanguages[use.language];
  const part = partAt(asked, use, language.separator);
  const equals = part.typed.indexOf('=');
  if (equals >= 0) {
    const doc = language.parameters.find(({ name }) => name === part.typed.slice(0, equals).trim());
    const start = asked.offset - (part.typed.length - equals - 1);
    return doc === undefined ? [] : valuesOf(asked, use, doc, { start, end: Math.max(start, part.span.end) });
  }
  const given = new Set(use.spec.fields.filter(({ span }) => span.end < part.span.start).map(({ name }) => name));
  const next = language.parameters.filter(({ position, name }) => position !== undefined && !given.has(name));
  const byPlace = next.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))[0];
  return [
    ...(byPlace === undefined || hasNamedBefore(use, part) ? [] : valuesOf(asked, use, byPlace, part.span)),
    ...parameterItems(asked, use, part.span),
  ];
}

/** Behind a parameter with its name people go on with names. */
function hasNamedBefore({ spec }: SpecUse, { span }: Part): boolean {
  return spec.fields.some((field) => field.nameSpan !== undefined && field.span.end < span.start);
}

function valuesOf({ config, dom0 }: Asked, use: SpecUse, doc: ParameterDoc, span: Span): readonly CompletionItem[] {
  const bridges = use.language === 'vif' && doc.name === 'bridge' ? bridgesOffered(dom0, use) : [];
  const names = bridges.length > 0 ? bridges : namesOffered(config, use, doc.name);
  const offered = [...names, ...(doc.value?.complete() ?? [])];
  const items = new Map(offered.map((one) => [one.label, one] as const));
  return [...items.values()]
    .filter(({ label }) => label !== '')
    .map(({ label, detail }) => finish({ label, kind: 'value', detail: withDefault(detail, label, doc) }, span));
}

function parameterItems({ config }: Asked, use: SpecUse, span: Span): readonly CompletionItem[] {
  const { parameters, title } = specLanguages[use.language];
  const given = new Set(
    use.spec.fields
      .filter((field) => field.span.end < span.start || field.span.start > span.end)
      .map(({ name }) => name),
  );
  return parameters
    .filter(({ name, since }) => !given.has(name) && hasSince(config.xenVersion, since))
    .toSorted((a, b) => Number(a.deprecated !== undefined) - Number(b.deprecated !== undefined))
    .map((doc) =>
      finish(
        {
          label: doc.name,
          kind: 'parameter',
          detail: doc.summary,
          documentation: describeParameter(doc, title),
          deprecated: doc.deprecated !== undefined,
          ...(doc.value === undefined ? {} : { text: `${doc.name}=`, continues: true }),
        },
        span,
      ),
    );
}
