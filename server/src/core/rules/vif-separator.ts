/** What the rules on parameters inside the value of another one have in common: how they are told and mended. */
import type { XlConfig } from '../model/xl/config.ts';
import { vifsOf } from '../model/xl/devices.ts';
import type { SwallowedParameter } from '../model/xl/swallowed-parameters.ts';
import { swallowingFields } from '../model/xl/swallowed-parameters.ts';
import { enumerate, inlineCode } from '../text/markdown.ts';
import type { Report } from './rule.ts';
import { placeIn } from './xl-refusal.ts';

/**
 * A report for each field of a vif with such a separator, at its first one.
 *
 * @param message what is said, with the first name in it, the field's own, and what is lost
 */
export function* wrongSeparators(
  config: XlConfig,
  separator: SwallowedParameter['separator'],
  message: (first: string, field: string, lost: string) => string,
): Iterable<Report> {
  for (const { field, swallowed } of vifsOf(config).flatMap(swallowingFields)) {
    const found = swallowed.filter((one) => one.separator === separator);
    const [first] = found;
    if (first === undefined) continue;
    const names = enumerate(found.map(({ name }) => inlineCode(name)));
    const lost = `${names} ${found.length === 1 ? 'is' : 'are'} not set`;
    yield {
      location: placeIn(config, first.span),
      message: message(inlineCode(first.name), inlineCode(field.name.trim()), lost),
      fixes: [
        {
          title: found.length === 1 ? 'Write a comma' : 'Write commas',
          // The parameters that xl then reads may put the guest elsewhere.
          safety: 'unsafe',
          edits: found.map(({ span }) => ({ file: config.file, span, text: separator === 'blank' ? ', ' : ',' })),
        },
      ],
    };
  }
}
