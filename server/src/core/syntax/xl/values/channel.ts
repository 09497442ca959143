import type { Atom } from '../atom.ts';
import type { KeyValueLanguage, ValueReader } from './key-values.ts';
import type { PairCut, PairProblemKind } from './pairs.ts';
import { readPairs } from './pairs.ts';
import type { Spec, SpecProblem } from './spec.ts';
import { fieldOf, fieldText } from './spec.ts';
import type { WordProblemKind } from './value-readers.ts';
import { anyText, oneOf } from './value-readers.ts';

/** What can be wrong with a channel. xl drops a parameter that it does not know, with a line on standard error, and exits for most else. */
export type ChannelProblemKind =
  | PairProblemKind
  | WordProblemKind
  /** xl exits without `connection`. */
  | 'missing-connection'
  /** xl exits where a channel to a socket has no `path`. */
  | 'missing-path'
  /** libxl refuses a channel without `name` at start (libxl_console.c, libxl__init_console_from_channel). */
  | 'missing-name'
  /** A path for a terminal, which has none of its own: xl does not look at it. */
  | 'unused-path';

const language: Pick<KeyValueLanguage<WordProblemKind>, 'parameters' | 'unknown'> = {
  unknown: 'dropped',
  parameters: new Map<string, ValueReader<WordProblemKind>>([
    ['backend', anyText],
    ['name', anyText],
    ['path', anyText],
    ['connection', oneOf(['pty', 'socket'])],
  ]),
};

/**
 * A string of `channel`, as xl reads it (xl_parse.c, parse_config_data).
 *
 * @param cut how xl cuts name and value; before 4.18 at each `=`
 */
export function parseChannel(atom: Atom, cut: PairCut = 'first-sign'): Spec<ChannelProblemKind> {
  const { fields, problems } = readPairs(atom, language, cut);
  const spec = { atom, fields, problems };
  const isEmpty = problems.some(({ kind }) => kind === 'empty-text');
  return { ...spec, problems: [...problems, ...(isEmpty ? [] : missing(spec))] };
}

function missing(spec: Spec): readonly SpecProblem<ChannelProblemKind>[] {
  const { span } = spec.atom;
  const connection = fieldText(spec, 'connection');
  const path = fieldOf(spec, 'path');
  const problems: SpecProblem<ChannelProblemKind>[] = [];
  if (connection === undefined) problems.push({ kind: 'missing-connection', span, effect: 'refused' });
  if (connection === 'socket' && !path) problems.push({ kind: 'missing-path', span, effect: 'refused' });
  if (connection === 'pty' && path) problems.push({ kind: 'unused-path', span: path.span, effect: 'dropped' });
  if (fieldOf(spec, 'name') === undefined) problems.push({ kind: 'missing-name', span, effect: 'fails-at-start' });
  return problems;
}
