/** What is under the cursor: one answer for hover, definition, references, rename and highlights. */
import type { FamilyDoc, KeywordDoc, MethodDoc } from '../schema/interfaces/index.ts';
import { findFamily, findKeyword, findMethod, findOption } from '../schema/interfaces/index.ts';
import type { OptionDoc } from '../schema/option-doc.ts';
import type {
  IfaceStanza,
  InterfacesTree,
  MappingStanza,
  OptionLine,
  SourceLine,
  StrayLine,
  Value,
  Word,
} from '../syntax/interfaces/ast.ts';
import type { FileId } from '../text/location.ts';
import type { Span } from '../text/span.ts';
import { touches } from '../text/span.ts';
import type { DirectiveAt } from './directives.ts';
import { directiveAt } from './directives.ts';
import type { HostModel, Include, NameUse, Stanza } from './host.ts';

/** The first word of a line, or `inherits`. */
export interface KeywordAt {
  readonly kind: 'keyword';
  readonly span: Span;
  readonly doc: KeywordDoc;
  /** As written: `allow-hotplug`, `source-dir`. */
  readonly word: string;
}

/** The name of an interface, wherever it stands. */
export interface InterfaceAt {
  readonly kind: 'interface';
  readonly span: Span;
  readonly use: NameUse;
}

/** The address family on an iface line; `doc` is `undefined` for a word that ifupdown does not know. */
export interface FamilyAt {
  readonly kind: 'family';
  readonly span: Span;
  readonly word: string;
  readonly doc: FamilyDoc | undefined;
}

/** The method on an iface line; `doc` is `undefined` where the family has no such method. */
export interface MethodAt {
  readonly kind: 'method';
  readonly span: Span;
  readonly word: string;
  readonly family: string;
  readonly doc: MethodDoc | undefined;
}

/** A line with an option: in a stanza, or misplaced (`stanza` is `undefined`). */
interface OnOptionLine {
  readonly span: Span;
  readonly line: OptionLine | StrayLine;
  readonly stanza: Stanza | undefined;
  /** `undefined` for data that no catalogued program reads. */
  readonly doc: OptionDoc | undefined;
}

/** The name of an option. */
export interface OptionAt extends OnOptionLine {
  readonly kind: 'option';
}

/** A word of an option's value that names no interface. */
export interface ValueAt extends OnOptionLine {
  readonly kind: 'value';
  readonly word: Word;
  readonly value: Value;
}

/** What a `source` or `source-directory` line names. */
export interface SourceAt {
  readonly kind: 'source';
  readonly span: Span;
  readonly statement: SourceLine;
  readonly include: Include | undefined;
}

/** What one can point at in an interfaces file. */
export type Thing = KeywordAt | InterfaceAt | FamilyAt | MethodAt | OptionAt | ValueAt | DirectiveAt | SourceAt;

/**
 * What stands at the offset; behind the last letter of a word still is the word. `undefined`: blanks, an ordinary
 * comment, a word without a meaning of its own, or a file that the host does not read.
 */
export function thingAt(host: HostModel, file: FileId, offset: number): Thing | undefined {
  const tree = host.files.find((candidate) => candidate.file === file)?.tree;
  if (tree === undefined) return undefined;
  return (
    interfaceAt(host, file, offset) ??
    directiveAt(host.directives, file, offset) ??
    inStatement(host, tree, file, offset)
  );
}

function interfaceAt(host: HostModel, file: FileId, offset: number): InterfaceAt | undefined {
  const touched = [...host.interfaces.values()]
    .flatMap((link) => link.uses)
    .filter(({ location }) => location.file === file && touches(location.span, offset));
  // Of `a=b` with the cursor between, the part that begins there.
  const use = touched.find(({ location }) => location.span.end > offset) ?? touched[0];
  return use && { kind: 'interface', span: use.location.span, use };
}

function inStatement(host: HostModel, tree: InterfacesTree, file: FileId, offset: number): Thing | undefined {
  const statement = tree.root.statements.find(({ span }) => touches(span, offset));
  if (statement === undefined) return undefined;
  switch (statement.kind) {
    case 'iface':
      return inIface(host, statement, file, offset);
    case 'mapping':
      return keywordAt(statement.keyword, offset) ?? inMappingOption(statement, offset);
    case 'stray':
      return inOption(statement, undefined, offset);
    case 'source':
    case 'source-directory':
      return keywordAt(statement.keyword, offset) ?? inSource(host, statement, offset);
    default:
      return keywordAt(statement.keyword, offset);
  }
}

function keywordAt(word: Word | undefined, offset: number): KeywordAt | undefined {
  if (word === undefined || !touches(word.span, offset)) return undefined;
  const doc = findKeyword(word.text);
  return doc && { kind: 'keyword', span: word.span, doc, word: word.text };
}

function inIface(host: HostModel, node: IfaceStanza, file: FileId, offset: number): Thing | undefined {
  const keywords = [node.keyword, node.inherits?.keyword, ...node.marks.map((mark) => mark.keyword)];
  const keyword = keywords.map((word) => keywordAt(word, offset)).find((found) => found !== undefined);
  if (keyword !== undefined) return keyword;
  const { family, method } = node;
  if (family !== undefined && touches(family.span, offset)) {
    return { kind: 'family', span: family.span, word: family.text, doc: findFamily(family.text) };
  }
  if (family !== undefined && method !== undefined && touches(method.span, offset)) {
    const doc = findMethod(family.text, method.text);
    return { kind: 'method', span: method.span, word: method.text, family: family.text, doc };
  }
  const line = node.options.find(({ span }) => touches(span, offset));
  if (line === undefined) return undefined;
  const stanza = host.stanzas.find((candidate) => candidate.file === file && candidate.node === node);
  return inOption(line, stanza, offset);
}

function inOption(line: OptionLine | StrayLine, stanza: Stanza | undefined, offset: number): Thing | undefined {
  const doc = findOption(line.name.text, stanza?.family, stanza?.method);
  if (touches(line.name.span, offset)) return { kind: 'option', span: line.name.span, line, stanza, doc };
  const { value } = line;
  const word = value?.words.find(({ span }) => touches(span, offset));
  if (value === undefined || word === undefined) return undefined;
  return { kind: 'value', span: word.span, line, stanza, doc, word, value };
}

function inMappingOption(mapping: MappingStanza, offset: number): Thing | undefined {
  const line = mapping.options.find(({ span }) => touches(span, offset));
  return line && keywordAt(line.name, offset);
}

function inSource(host: HostModel, statement: SourceLine, offset: number): SourceAt | undefined {
  const { value } = statement;
  if (value === undefined || !touches(value.span, offset)) return undefined;
  const include = host.includes.find((candidate) => candidate.statement === statement);
  return { kind: 'source', span: value.span, statement, include };
}
