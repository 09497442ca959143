/** What is under the cursor in a file in xl's language: one answer for hover, definition, references and highlights. */
import type { KeyDoc } from '../../schema/xl/key-doc.ts';
import type { ParameterDoc } from '../../schema/xl/parameter-doc.ts';
import type { Assignment, NumberValue, StringValue, Value } from '../../syntax/xl/ast.ts';
import type { SpecField } from '../../syntax/xl/values/spec.ts';
import type { Span } from '../../text/span.ts';
import { touches } from '../../text/span.ts';
import type { DirectiveAt } from '../directives.ts';
import { directiveAt } from '../directives.ts';
import type { Setting, SpecUse, XlConfig } from './config.ts';
import type { SpecLanguage } from './spec-languages.ts';
import { specLanguages } from './spec-languages.ts';

/** The key of an assignment. */
export interface KeyAt {
  readonly kind: 'key';
  readonly span: Span;
  readonly assignment: Assignment;
  readonly setting: Setting;
}

/** A string or a number that is read as one word. */
export interface ValueAt {
  readonly kind: 'value';
  readonly span: Span;
  readonly value: StringValue | NumberValue;
  readonly assignment: Assignment;
  readonly setting: Setting;
  readonly doc: KeyDoc | undefined;
}

/** A part of a string of a language inside strings. */
interface InSpec {
  readonly span: Span;
  readonly use: SpecUse;
  readonly language: SpecLanguage;
  readonly field: SpecField;
  /** `undefined`: xl knows no such parameter. */
  readonly doc: ParameterDoc | undefined;
}

/** The name of a parameter. */
export interface ParameterAt extends InSpec {
  readonly kind: 'parameter';
}

/** The value of a parameter. */
export interface ParameterValueAt extends InSpec {
  readonly kind: 'parameter-value';
}

/** What one can point at in a file in xl's language. */
export type XlThing = KeyAt | ValueAt | ParameterAt | ParameterValueAt | DirectiveAt;

/** What stands at the offset; behind the last letter of a word still is the word. `undefined`: nothing with a meaning. */
export function xlThingAt(config: XlConfig, offset: number): XlThing | undefined {
  const directive = directiveAt(config.directives, config.file, offset);
  if (directive !== undefined) return directive;
  const assignment = config.tree.root.assignments.find(({ span }) => touches(span, offset));
  const setting = assignment && config.settings.get(assignment.key.text);
  if (assignment === undefined || setting === undefined) return undefined;
  if (touches(assignment.key.span, offset)) return { kind: 'key', span: assignment.key.span, assignment, setting };
  return inSpec(config, offset) ?? inValue(assignment, setting, offset);
}

function inSpec(config: XlConfig, offset: number): XlThing | undefined {
  const use = specUseAt(config, offset);
  const field = use?.spec.fields.find(({ span }) => touches(span, offset));
  if (use === undefined || field === undefined) return undefined;
  const language = specLanguages[use.language];
  const doc = language.parameters.find(({ name }) => name === field.name);
  const common = { use, language, field, doc };
  const { nameSpan, value } = field;
  if (value !== undefined && touches(value.span, offset) && !(nameSpan && touches(nameSpan, offset))) {
    return { kind: 'parameter-value', span: value.span, ...common };
  }
  return { kind: 'parameter', span: nameSpan ?? field.span, ...common };
}

/** The string of a language inside strings at the offset, its quotes left out. */
export function specUseAt(config: XlConfig, offset: number): SpecUse | undefined {
  return config.specs.find(({ value }) => touches(value.atom.span, offset));
}

function inValue(assignment: Assignment, setting: Setting, offset: number): ValueAt | undefined {
  const value = atomsIn(assignment.value).find(({ span }) => touches(span, offset));
  return value && { kind: 'value', span: value.atom.span, value, assignment, setting, doc: setting.doc };
}

function atomsIn(value: Value | undefined): readonly (StringValue | NumberValue)[] {
  if (value === undefined || value.kind === 'unread') return [];
  return value.kind === 'list' ? value.items.flatMap(atomsIn) : [value];
}
