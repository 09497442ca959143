import type { Atom } from '../atom.ts';
import type { KeyValueLanguage, KeyValueProblemKind, ValueReader } from './key-values.ts';
import { readKeyValues } from './key-values.ts';
import type { PairCut } from './pairs.ts';
import type { Spec, SpecProblem } from './spec.ts';
import { fieldOf } from './spec.ts';
import { cutInTwo, splitAtom } from './split.ts';
import type { AnyBaseProblemKind } from './value-readers.ts';
import { anyBase, anyText } from './value-readers.ts';

/** What can be wrong with a virtual display. xl exits for a parameter that it does not know. */
export type VdisplProblemKind =
  | KeyValueProblemKind
  | ValueKind
  /** No `connectors` at all; xl exits. */
  | 'missing-connectors';

type ValueKind =
  | AnyBaseProblemKind
  /** `connectors=` with nothing in it; xl crashes. */
  | 'empty-connectors'
  /** A connector without `:` or without anything behind it; xl reads what is not there, and crashes as a rule. */
  | 'connector-without-resolution'
  /** The resolution is no `WxH`; xl exits where it begins with a number. Where it does not, xl takes 0x0 and drops the connectors behind it. */
  | 'malformed-resolution'
  /** Something stands behind the resolution, which xl does not look at. */
  | 'text-behind-resolution'
  /** A connector without a name before its `:`; xl before 4.18 crashes, later ones take the empty name. */
  | 'connector-without-name';

/** What scanf("%ux%u") takes: blanks before a number, and a sign. */
const resolutionShape = /^[ \t\n\v\f\r]*[+-]?[0-9]+x[ \t\n\v\f\r]*[+-]?[0-9]+(.*)$/s;

/** A reader of connectors that cuts them as xl of a series does. */
function connectorsCutBy(cut: PairCut): ValueReader<ValueKind> {
  return (value) => {
    const found = splitAtom(value, ';');
    if (found.length === 0) return { kind: 'empty-connectors', span: value.span, effect: 'refused' };
    const problems = found.map(({ atom }) => connectorProblem(atom, cut));
    // xl reads no connector behind one that it drops.
    const last = problems.findIndex((problem) => problem?.effect === 'dropped');
    return problems.slice(0, last < 0 ? undefined : last + 1).flatMap((problem) => problem ?? []);
  };
}

function connectorProblem(connector: Atom, cut: PairCut): SpecProblem<ValueKind> | undefined {
  const [name, resolution] = cutConnector(connector, cut);
  if (name === undefined || resolution === undefined || resolution.text === '') {
    return { kind: 'connector-without-resolution', span: connector.span, effect: 'refused' };
  }
  const shape = resolutionShape.exec(resolution.text);
  if (shape === null) {
    const isRefused = /^[ \t\n\v\f\r]*(?:[+-]?[0-9]|$)/.test(resolution.text);
    return { kind: 'malformed-resolution', span: resolution.span, effect: isRefused ? 'refused' : 'dropped' };
  }
  if (name.text === '') return { kind: 'connector-without-name', span: connector.span, effect: 'misread' };
  if (shape[1] === '') return undefined;
  return { kind: 'text-behind-resolution', span: resolution.span, effect: 'misread' };
}

function cutConnector(connector: Atom, cut: PairCut): readonly Atom[] {
  if (cut === 'first-sign') return cutInTwo(connector, ':') ?? [];
  return splitAtom(connector, ':').map(({ atom }) => atom);
}

function languageOf(cut: PairCut): KeyValueLanguage<ValueKind> {
  return {
    withoutSign: 'refused',
    unknown: 'refused',
    parameters: new Map<string, ValueReader<ValueKind>>([
      ['backend', anyText],
      ['be-alloc', anyBase],
      ['connectors', connectorsCutBy(cut)],
    ]),
  };
}

/**
 * A string of `vdispl`, as xl reads it (xl_parse.c, parse_vdispl_config).
 *
 * @param cut how xl cuts a connector into name and resolution; before 4.18 at each `:`
 */
export function parseVdispl(atom: Atom, cut: PairCut = 'first-sign'): Spec<VdisplProblemKind> {
  const { fields, problems } = readKeyValues(atom, languageOf(cut));
  if (fieldOf({ atom, fields, problems }, 'connectors') !== undefined) return { atom, fields, problems };
  return { atom, fields, problems: [...problems, { kind: 'missing-connectors', span: atom.span, effect: 'refused' }] };
}
