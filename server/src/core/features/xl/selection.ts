import type { Assignment, Value } from '../../syntax/xl/ast.ts';
import type { Spec } from '../../syntax/xl/values/spec.ts';
import { lineSpanAt } from '../../text/line-index.ts';
import type { FileId } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import { selectionSteps } from '../selection-steps.ts';

/** What to select around an offset, step by step: the word, the parameter, the string, the list, the setting, the file. */
export function selectionsAt({ config }: XlSnapshot, _file: FileId, offset: number): readonly Span[] {
  const { text, root } = config.tree;
  const line = lineSpanAt(text, offset);
  const candidates = [
    ...root.comments.map(({ span }) => span),
    ...root.assignments.flatMap(spansIn),
    ...config.specs.flatMap(({ spec }) => spansInSpec(spec)),
    { start: line.start, end: line.start + text.slice(line.start, line.end).trimEnd().length },
    root.span,
  ];
  return selectionSteps(candidates, offset);
}

function spansIn({ span, key, value }: Assignment): readonly Span[] {
  return [span, key.span, ...(value === undefined ? [] : spansInValue(value))];
}

function spansInValue(value: Value): readonly Span[] {
  switch (value.kind) {
    case 'list':
      return [
        value.span,
        { start: value.span.start + 1, end: value.span.end - 1 },
        ...value.items.flatMap(spansInValue),
      ];
    case 'unread':
      return [value.span];
    default:
      return [value.span, value.atom.span];
  }
}

function spansInSpec({ fields }: Spec): readonly Span[] {
  return fields.flatMap(({ span, nameSpan, value }) => [
    span,
    ...(nameSpan === undefined ? [] : [nameSpan]),
    ...(value === undefined ? [] : [value.span]),
  ]);
}
