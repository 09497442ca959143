import type { Finding } from '../../server/src/core/index.ts';
import { lineSpanAt } from '../../server/src/core/text/line-index.ts';

/** What ifupdown says when it refuses a file, and our rules for the same fault. `%` stands for any text. */
export const rulesByMessage: Readonly<Record<string, readonly string[]>> = {
  'misplaced option': ['misplaced-option', 'byte-order-mark'],
  'option with empty value': ['option-without-value'],
  'too few parameters for iface line': ['iface-without-name'],
  'unknown or no address type and no inherits keyword specified': ['iface-without-family', 'unknown-family'],
  'unknown or no method and no inherits keyword specified': ['iface-without-method', 'unknown-method'],
  "'inherits' keyword is missing a parameter": ['inherits-without-name'],
  'unknown iface to inherit from: %': ['inherits-from-unknown'],
  'duplicate script in mapping': ['duplicate-mapping-script'],
};

/** The rules that may speak where ifupdown prints this message; `undefined` for one that is no refusal. */
export function rulesFor(message: string): readonly string[] | undefined {
  const known = Object.keys(rulesByMessage).find((form) =>
    form.endsWith('%') ? message.startsWith(form.slice(0, -1)) : message === form,
  );
  return known === undefined ? undefined : rulesByMessage[known];
}

/** The line, counted from 1, by which ifupdown names a finding: the last one that it read for its logical line. */
export function lineAsIfupdown(text: string, finding: Finding): number {
  let line = lineSpanAt(text, finding.location.span.start);
  let number = text.slice(0, line.start).split('\n').length;
  while (/\\\n?$/.test(text.slice(line.start, line.end))) {
    number++;
    // At the end of the file it tries once more.
    if (line.end >= text.length) break;
    line = lineSpanAt(text, line.end);
  }
  return number;
}
