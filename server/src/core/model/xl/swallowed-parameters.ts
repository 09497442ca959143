/** Parameters of a vif that stand inside another one's value, as a semicolon or a blank stands where a comma belongs. */
import { indexIn, spanIn } from '../../syntax/xl/atom.ts';
import type { SpecField } from '../../syntax/xl/values/spec.ts';
import type { Span } from '../../text/span.ts';
import { computeOnce } from '../compute-once.ts';
import type { VifUse } from './devices.ts';

/** A field that holds a later one, as in `mac=00:16:3e:12:34:56;bridge=xenbr1` or `bridge=xenbr1 mac=00:16:3e:12:34:56`. */
export interface SwallowingField {
  readonly field: SpecField;
  /** Never empty; in the order of the text. */
  readonly swallowed: readonly SwallowedParameter[];
}

/** A parameter inside another one's value. */
export interface SwallowedParameter {
  readonly name: string;
  readonly separator: 'semicolon' | 'blank';
  /** The semicolon or the blanks that should be a comma. */
  readonly span: Span;
}

const parameter = 'mac|bridge|type|model|vifname|script|ip|backend|rate|devid|mtu|vlan|gatewaydev';
const behindSemicolon = new RegExp(`;(?=[ \\t]*(${parameter})[ \\t]*=)`, 'g');
/** Only in the value of a parameter, and not where the value is missing. */
const behindBlank = new RegExp(`(?<=[^;=\\s])[ \\t]+(?=(${parameter})=)`, 'g');
const isParameter = new RegExp(`^(?:${parameter})=`);

/** The fields of a vif in which there is what is surely meant for the next parameter. */
export const swallowingFields = computeOnce(({ spec }: VifUse): readonly SwallowingField[] => {
  // Hardly any vif has one of either.
  if (!/[; \t]/.test(spec.atom.text)) return [];
  return spec.fields.flatMap((field) => {
    const start = indexIn(spec.atom, field.span.start);
    const text = spec.atom.text.slice(start, indexIn(spec.atom, field.span.end));
    const find = (pattern: RegExp, separator: SwallowedParameter['separator']): readonly SwallowedParameter[] =>
      [...text.matchAll(pattern)].map(({ 0: found, 1: name = '', index }) => ({
        name,
        separator,
        span: spanIn(spec.atom, start + index, start + index + found.length),
      }));
    const swallowed = [
      ...find(behindSemicolon, 'semicolon'),
      ...(isParameter.test(text) ? find(behindBlank, 'blank') : []),
    ];
    const inOrder = swallowed.toSorted((one, other) => one.span.start - other.span.start);
    return swallowed.length === 0 ? [] : [{ field, swallowed: inOrder }];
  });
});
