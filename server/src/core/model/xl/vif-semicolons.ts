/** Semicolons between a vif's parameters, where commas belong. */
import { indexIn, spanIn } from '../../syntax/xl/atom.ts';
import type { SpecField } from '../../syntax/xl/values/spec.ts';
import type { Span } from '../../text/span.ts';
import type { VifUse } from './devices.ts';

/** A field that holds a later one behind a semicolon, as in `mac=00:16:3e:12:34:56;bridge=xenbr0`. */
export interface SwallowingField {
  readonly field: SpecField;
  /** Each semicolon that should be a comma. */
  readonly semicolons: readonly Span[];
  /** The names behind them. */
  readonly swallowed: readonly string[];
}

const swallowedParameter =
  /;(?=[ \t]*((?:mac|bridge|type|model|vifname|script|ip|backend|rate|devid|mtu|vlan|gatewaydev)[ \t]*=))/g;

/** The fields of a vif in which a semicolon stands before what is surely meant for the next parameter. */
export function swallowingFields({ spec }: VifUse): readonly SwallowingField[] {
  return spec.fields.flatMap((field) => {
    const start = indexIn(spec.atom, field.span.start);
    const text = spec.atom.text.slice(start, indexIn(spec.atom, field.span.end));
    const found = [...text.matchAll(swallowedParameter)];
    if (found.length === 0) return [];
    const semicolons = found.map(({ index }) => spanIn(spec.atom, start + index, start + index + 1));
    return [{ field, semicolons, swallowed: found.map((match) => (match[1] ?? '').replace(/[ \t]*=$/, '')) }];
  });
}
