import { specUseAt } from '../../model/xl/at.ts';
import type { SpecLanguage } from '../../model/xl/spec-languages.ts';
import { specLanguages } from '../../model/xl/spec-languages.ts';
import { describeParameter } from '../../schema/xl/describe-parameter.ts';
import type { ParameterDoc } from '../../schema/xl/parameter-doc.ts';
import { indexIn } from '../../syntax/xl/atom.ts';
import type { Spec, SpecField } from '../../syntax/xl/values/spec.ts';
import type { FileId } from '../../text/location.ts';
import { touches } from '../../text/span.ts';
import type { XlSnapshot } from '../../workspace/snapshot.ts';
import type { SignatureHelp } from '../answers.ts';

/** The shape of the string at the offset, with the parameter at hand; `undefined` where none of a known shape stands. */
export function signatureHelpAt({ config }: XlSnapshot, _file: FileId, offset: number): SignatureHelp | undefined {
  const use = specUseAt(config, offset);
  if (use === undefined) return undefined;
  const language = specLanguages[use.language];
  if (language.parameters.length === 0) return undefined;
  const shown = shownParameters(language, use.spec);
  const labels = labelled(shown, language.separator);
  const active = activeName(language, use.spec, offset);
  const at = shown.findIndex(({ name }) => name === active);
  return {
    label: labels.label,
    parameters: shown.map((doc, index) => ({
      label: labels.places[index] ?? [0, 0],
      documentation: describeParameter(doc, language.title),
    })),
    active: at < 0 ? undefined : at,
  };
}

/** Those that may stand by their place alone, those that are required, and those that the string has. */
function shownParameters({ parameters }: SpecLanguage, { fields }: Spec): readonly ParameterDoc[] {
  const given = new Set(fields.map(({ name }) => name));
  const isShort = parameters.length <= mostShown;
  const [byPlace, byName] = [true, false].map((wanted) =>
    parameters.filter(({ position }) => (position !== undefined) === wanted),
  );
  return [
    ...(byPlace ?? []).toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0)),
    ...(byName ?? []).filter(
      ({ name, required, deprecated }) => required === true || given.has(name) || (isShort && deprecated === undefined),
    ),
  ];
}

/** Longer lists of parameters are not shown whole: nobody could read them on one line. */
const mostShown = 8;

interface Labels {
  readonly label: string;
  readonly places: readonly (readonly [start: number, end: number])[];
}

function labelled(parameters: readonly ParameterDoc[], separator: string): Labels {
  let label = '';
  const places = parameters.map(({ name, position, value }): readonly [number, number] => {
    if (label !== '') label += `${separator} `;
    const start = label.length;
    label += position !== undefined || value === undefined ? name : `${name}=…`;
    return [start, label.length];
  });
  return { label, places };
}

/** The parameter that the cursor is in; behind a separator, the one whose place comes next. */
function activeName({ parameters, separator }: SpecLanguage, spec: Spec, offset: number): string | undefined {
  const at = indexIn(spec.atom, offset);
  const isNew = spec.atom.text.slice(0, at).trimEnd().endsWith(separator) || at === 0;
  const field = spec.fields.findLast(({ span }) => touches(span, offset));
  if (field !== undefined && !(isNew && field.span.end === offset && field.span.start !== field.span.end))
    return field.name;
  return nextByPlace(
    parameters,
    spec.fields.filter(({ span }) => span.end <= offset),
  )?.name;
}

function nextByPlace(parameters: readonly ParameterDoc[], before: readonly SpecField[]): ParameterDoc | undefined {
  const given = new Set(before.map(({ name }) => name));
  return parameters
    .filter(({ position, name }) => position !== undefined && !given.has(name))
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0))[0];
}
