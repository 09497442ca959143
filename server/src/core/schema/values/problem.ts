import type { Span } from '../../text/span.ts';
import type { ValueEffect, ValueProblem } from './value-type.ts';

/** A problem with a part of a value, or with all of it when no part is given. */
export function problemIn(text: string, effect: ValueEffect, message: string, part?: Span): ValueProblem {
  return { message, effect, span: part ?? { start: 0, end: text.length } };
}
