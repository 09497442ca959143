/** What is said about faults that can stand in any string of a device. */
import { specLanguages } from '../../model/xl/spec-languages.ts';
import type { PairProblemKind } from '../../syntax/xl/values/pairs.ts';
import type { AnyBaseProblemKind, ListProblemKind, WordProblemKind } from '../../syntax/xl/values/value-readers.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { DeviceFault, FaultReport, FaultTable } from '../device-fault.ts';
import { fieldAt, meantBy, oneOfThese, removing, replacing } from '../device-fault.ts';
import { placeIn } from '../xl-refusal.ts';

/** A kind of fault that several languages have. */
export type CommonFaultKind = PairProblemKind | AnyBaseProblemKind | WordProblemKind | ListProblemKind;

/** By kind of fault. */
export const commonFaults: FaultTable<CommonFaultKind> = {
  'unknown-parameter': unknownParameter,
  'blank-at-name': (fault) => ({
    message: `The blank beside ${inlineCode(fault.text)} is a letter of the name to xl, which knows none of that name${goingOn(fault)}`,
    fixes: [{ ...replacing(fault.config, fault.span, fault.text.trim(), 'safe'), title: 'Remove the blank' }],
  }),
  'missing-equals-sign': (fault) => ({
    message: `${inlineCode(fault.text)} is no \`NAME=VALUE\`, of which ${aDevice(fault)} is made${endingThere(fault)}`,
  }),
  'blank-part': (fault) => ({
    message: `There are only blanks here where xl wants \`NAME=VALUE\`${endingThere(fault)}`,
    fixes: fault.use.value.atom.text.includes(',')
      ? [removing(fault, fault.span, 'Remove the empty part', 'safe')]
      : [],
  }),
  'repeated-parameter': repeatedParameter,
  'empty-value': ({ text }) => ({ message: `Nothing stands behind the equals sign of ${inlineCode(text)}.` }),
  'empty-name': ({ text }) => ({ message: `Nothing stands before the equals sign of ${inlineCode(text)}.` }),
  'second-equals-sign': ({ text }) => ({
    message: `xl before 4.18 cuts at every equals sign and drops ${inlineCode(text)}.`,
  }),
  'empty-text': (fault) => ({ message: `The string of ${aDevice(fault)} is empty, and xl crashes.` }),
  'not-a-number': (fault) => ({
    message: `${parameterName(fault)} takes a number, not ${inlineCode(fault.text)}${fault.effect === 'misread' ? ', which xl takes for 0' : ''}.`,
    fixes: numberFixes(fault),
  }),
  'text-behind-number': ({ text }) => ({
    message: `xl reads ${inlineCode(text)} as ${/^\s*[+-]?[0-9]+/.exec(text)?.[0].trim() ?? '0'}: it looks at nothing behind the number.`,
  }),
  'octal-number': ({ text }) => ({
    message: `The leading zero makes ${inlineCode(text)} octal to xl: ${Number.parseInt(text.trim(), 8)}.`,
  }),
  'unknown-value': unknownValue,
  'empty-list': (fault) => ({ message: `${parameterName(fault)} is an empty list, and xl crashes.` }),
};

/** What a string describes, such as "a USB controller". */
function aDevice({ use }: DeviceFault): string {
  const { title } = specLanguages[use.language];
  return `${/^[aeio]/i.test(title) ? 'an' : 'a'} ${title}`;
}

/** The parameter of a fault as code; the device where there is none. */
export function parameterName(fault: DeviceFault): string {
  const name = fieldAt(fault)?.name ?? '';
  return name === '' ? aDevice(fault).replace(/^a/, 'A') : inlineCode(name);
}

/** The end of a sentence: what xl does with a parameter that it does not know. */
function goingOn({ effect }: DeviceFault): string {
  return effect === 'dropped' ? '. It goes on without the parameter.' : '.';
}

function endingThere({ effect }: DeviceFault): string {
  return effect === 'dropped' ? ': xl reads this string no further and says nothing.' : '.';
}

function unknownParameter(fault: DeviceFault): FaultReport {
  const { parameters } = specLanguages[fault.use.language];
  const names = parameters.map(({ name }) => name);
  const { fields } = fault.use.spec;
  // Not one that is given.
  const meant = meantBy(fault.text, names).filter((name) => !fields.some((given) => given.name === name));
  const guess = meant.length === 0 ? '' : `; ${oneOfThese(meant)} is likely meant`;
  return {
    message: `xl knows no parameter ${inlineCode(fault.text)} of ${aDevice(fault)}${guess}${goingOn(fault)}`,
    fixes: meant.map((name) => replacing(fault.config, fault.span, name)),
  };
}

function repeatedParameter(fault: DeviceFault): FaultReport {
  const field = fieldAt(fault);
  const later = fault.use.spec.fields.findLast(({ name }) => name === field?.name);
  const isOther = later !== undefined && later !== field;
  return {
    message: `${inlineCode(fault.text)} has no effect: the parameter is given again later in this string, and xl takes the last one.`,
    severity: 'warning',
    tag: 'unnecessary',
    related: isOther ? [{ location: placeIn(fault.config, later.span), message: 'The one that counts.' }] : [],
    fixes: [removing(fault, fault.span, 'Remove what has no effect', 'safe')],
  };
}

const yes: readonly string[] = ['yes', 'on', 'true', 'enabled', 'y'];
const no: readonly string[] = ['no', 'off', 'false', 'disabled', 'n'];

function numberFixes(fault: DeviceFault) {
  const word = fault.text.trim().toLowerCase();
  if (yes.includes(word)) return [replacing(fault.config, fault.span, '1')];
  return no.includes(word) ? [replacing(fault.config, fault.span, '0')] : [];
}

function unknownValue(fault: DeviceFault): FaultReport {
  const name = fieldAt(fault)?.name;
  const doc = specLanguages[fault.use.language].parameters.find((parameter) => parameter.name === name);
  const words = doc?.value?.complete().map(({ label }) => label) ?? [];
  const choice = words.length === 0 ? '' : `: it takes ${oneOfThese(words)}`;
  return {
    message: `${parameterName(fault)} takes no ${inlineCode(fault.text)}${choice}.`,
    fixes: (words.length === 1 ? words : meantBy(fault.text, words)).map((word) =>
      replacing(fault.config, fault.span, word),
    ),
  };
}
