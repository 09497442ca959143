import type { SpecUse, XlConfig } from '../../model/xl/config.ts';
import { specLanguages } from '../../model/xl/spec-languages.ts';
import { findUnreadKey } from '../../schema/xl/index.ts';
import type { FileId } from '../../text/location.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { SemanticToken } from '../answers.ts';

/**
 * What the grammar cannot tell: keys that xl reads, those it reads no longer or never did, and in the strings the names and
 * values of parameters. In the order of the text.
 */
export function semanticTokensOf({ config }: XlSnapshot, _file: FileId): readonly SemanticToken[] {
  return [...keyTokens(config), ...config.specs.flatMap(specTokens)]
    .filter(({ span }) => span.end > span.start)
    .sort((a, b) => a.span.start - b.span.start);
}

function keyTokens({ settings }: XlConfig): readonly SemanticToken[] {
  return [...settings.values()].flatMap(({ key, doc, assignments }) => {
    // A key that nobody reads keeps the grammar's colour: a finding says the rest.
    if (doc === undefined && findUnreadKey(key) === undefined) return [];
    const modifiers = doc === undefined || doc.deprecated !== undefined ? (['deprecated'] as const) : [];
    return assignments.map(({ key: { span } }): SemanticToken => ({ span, kind: 'property', modifiers }));
  });
}

function specTokens({ spec, language }: SpecUse): readonly SemanticToken[] {
  const { parameters } = specLanguages[language];
  return spec.fields.flatMap(({ name, nameSpan, value, span }): readonly SemanticToken[] => {
    const doc = parameters.find((parameter) => parameter.name === name);
    if (doc === undefined) return [];
    const modifiers = doc.deprecated === undefined ? [] : (['deprecated'] as const);
    const isChoice = value !== undefined && (doc.value?.complete().some(({ label }) => label === value.text) ?? false);
    return [
      ...(nameSpan === undefined && value !== undefined
        ? []
        : [{ span: nameSpan ?? span, kind: 'parameter' as const, modifiers }]),
      ...(value === undefined || !isChoice ? [] : [{ span: value.span, kind: 'enumMember' as const, modifiers: [] }]),
    ];
  });
}
