import { bullets, paragraphs } from '../../text/markdown.ts';
import type { ParameterDoc } from './parameter-doc.ts';
import { shownDefault } from './shown-default.ts';

/** All that is known of a parameter of a language inside strings, its meaning first. */
export function describeParameter(doc: ParameterDoc, title: string): string {
  const since = doc.since === undefined ? undefined : `since Xen ${doc.since}`;
  return paragraphs(
    `**${doc.name}** of a ${title}: ${doc.summary}`,
    bullets([parameterValueLine(doc), placeLine(doc), doc.deprecated && `Deprecated: ${doc.deprecated}`]),
    doc.details,
    `*${[since, doc.source].filter((part) => part !== undefined).join('; ')}*`,
  );
}

/** What a parameter takes, with unit and default; `undefined` of a flag. */
export function parameterValueLine({ value, unit, default: usual }: ParameterDoc): string | undefined {
  if (value === undefined) return 'A flag: it takes no value';
  const inUnit = unit === undefined || value.describe.includes(unit) ? '' : `, in ${unit}`;
  return `Value: ${value.describe}${inUnit}${usual === undefined ? '' : `; default ${shownDefault(usual)}`}`;
}

const ordinals = ['first', 'second', 'third', 'fourth'];

function placeLine({ position }: ParameterDoc): string | undefined {
  return position === undefined
    ? undefined
    : `May stand without its name as the ${ordinals[position] ?? `${position + 1}th`}`;
}
