import type { Atom } from '../atom.ts';
import { cutAtom, spanIn } from '../atom.ts';
import type { Spec, SpecField, SpecProblem } from './spec.ts';

/** What can be wrong with `rdm=`. xl drops all of the option for each but the last. */
export type RdmProblemKind =
  /** A parameter other than `strategy` and `policy`. xl prints "Unknown RDM state option". */
  | 'unknown-rdm-parameter'
  /** Not `host`. xl prints "Unknown RDM strategy option". */
  | 'unknown-rdm-strategy'
  /** A right policy, which xl takes for a fault by a slip of its own, without a word. */
  | 'rdm-with-policy'
  /** Nothing at all, a comma at the end, or a part without `=`. */
  | 'incomplete-rdm'
  /** A wrong policy. xl prints "Unknown RDM policy" and goes on without it. */
  | 'unknown-rdm-policy';

/** How memory that the host's firmware reserves for devices is kept free in a guest (libxlu_pci.c, xlu_rdm_parse). */
export interface Rdm extends Spec<RdmProblemKind> {
  /** `undefined` where xl takes none. */
  readonly strategy: 'host' | undefined;
}

type Problem = SpecProblem<RdmProblemKind>;

/** The words of libxl's enumeration, in any case of letters. */
const policies: readonly string[] = ['invalid', 'strict', 'relaxed'];

/** What stands behind `rdm=`, as libxlutil reads it. */
export function parseRdm(atom: Atom): Rdm {
  const fields = fieldsOf(atom);
  const problems: Problem[] = [];
  for (const field of fields) {
    const problem = problemOf(field);
    if (problem !== undefined) problems.push(problem);
    // xl stops at the first fault.
    if (problem !== undefined && problem.kind !== 'unknown-rdm-policy') break;
  }
  const isDropped = problems.some(({ kind }) => kind !== 'unknown-rdm-policy');
  if (!isDropped && (atom.text === '' || atom.text.endsWith(',')))
    problems.push({ kind: 'incomplete-rdm', span: atom.span, effect: 'dropped' });
  const hasStrategy = fields.some(({ name }) => name === 'strategy');
  const isRead = !problems.some(({ kind }) => kind !== 'unknown-rdm-policy');
  return { atom, fields, problems, strategy: isRead && hasStrategy ? 'host' : undefined };
}

/** A name goes up to its `=`, commas included, and its value up to the next comma. */
function fieldsOf(atom: Atom): readonly SpecField[] {
  const fields: SpecField[] = [];
  const { text } = atom;
  let at = 0;
  while (at < text.length) {
    const equals = text.indexOf('=', at);
    const comma = text.indexOf(',', Math.max(equals, at));
    const end = comma < 0 ? text.length : comma;
    const name = cutAtom(atom, at, equals < 0 ? end : equals);
    const value = equals < 0 ? undefined : cutAtom(atom, equals + 1, end);
    fields.push({ name: name.text, nameSpan: name.span, value, span: spanIn(atom, at, end) });
    if (equals < 0) break;
    at = end + 1;
  }
  return fields;
}

function problemOf({ name, value, span }: SpecField): Problem | undefined {
  const dropped = (kind: RdmProblemKind, at = span): Problem => ({ kind, span: at, effect: 'dropped' });
  if (value === undefined) return dropped('incomplete-rdm');
  if (name === 'strategy') return value.text === 'host' ? undefined : dropped('unknown-rdm-strategy', value.span);
  if (name !== 'policy') return dropped('unknown-rdm-parameter');
  return dropped(policies.includes(value.text.toLowerCase()) ? 'rdm-with-policy' : 'unknown-rdm-policy', value.span);
}
