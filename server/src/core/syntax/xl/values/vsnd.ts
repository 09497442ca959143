import type { Atom } from '../atom.ts';
import type { KeyValueProblemKind, ValueReader } from './key-values.ts';
import { readPart, repeatedParameters } from './key-values.ts';
import type { Spec } from './spec.ts';
import { splitAtom, trimAtomStart } from './split.ts';
import type { AnyBaseProblemKind, ListProblemKind, WordProblemKind } from './value-readers.ts';
import { anyBase, anyText, asciiLower, listOf, oneOfAnyCase } from './value-readers.ts';

/** What can be wrong with an item of a sound card. xl exits for a parameter that the item does not have. */
export type VsndProblemKind =
  | KeyValueProblemKind
  | ValueKind
  /** The first part is neither `card` nor `pcm` nor `stream`; xl exits. Blanks behind the word count. */
  | 'unknown-item';

type ValueKind = AnyBaseProblemKind | WordProblemKind | ListProblemKind;

/** What an item of a card describes. */
type VsndItem = 'card' | 'pcm' | 'stream';

/** The formats of samples as libxl names them (libxl_types.idl, vsnd_pcm_format). */
const formats = [
  ...['s8', 'u8', 's16_le', 's16_be', 'u16_le', 'u16_be', 's24_le', 's24_be', 'u24_le', 'u24_be'],
  ...['s32_le', 's32_be', 'u32_le', 'u32_be', 'f32_le', 'f32_be', 'f64_le', 'f64_be'],
  ...['iec958_subframe_le', 'iec958_subframe_be', 'mu_law', 'a_law', 'ima_adpcm', 'mpeg', 'gsm'],
];

const common: readonly (readonly [name: string, reader: ValueReader<ValueKind>])[] = [
  ['sample-rates', listOf(';', anyBase)],
  ['sample-formats', listOf(';', oneOfAnyCase(formats))],
  ['channels-min', anyBase],
  ['channels-max', anyBase],
  ['buffer-size', anyBase],
];

const parametersOf: Readonly<Record<VsndItem, ReadonlyMap<string, ValueReader<ValueKind>>>> = {
  card: new Map([...common, ['backend', anyText], ['short-name', anyText], ['long-name', anyText]]),
  pcm: new Map([...common, ['name', anyText]]),
  stream: new Map<string, ValueReader<ValueKind>>([
    ...common,
    ['unique-id', anyText],
    ['type', oneOfAnyCase(['p', 'c'])],
  ]),
};

/** What the string of an item describes; `undefined` where xl knows no such item, or there is none. */
function vsndItemOf(atom: Atom): VsndItem | undefined {
  const word = asciiLower(trimAtomStart(splitAtom(atom, ',')[0]?.atom ?? atom, ' ').text);
  return word === 'card' || word === 'pcm' || word === 'stream' ? word : undefined;
}

/** A string of a list in `vsnd`, as xl reads it (xl_parse.c, parse_vsnd_item). The item itself is a field without value. */
export function parseVsnd(atom: Atom): Spec<VsndProblemKind> {
  const [first, ...parts] = splitAtom(atom, ',');
  if (first === undefined) return { atom, fields: [], problems: [] };
  const word = trimAtomStart(first.atom, ' ');
  const item = vsndItemOf(atom);
  const head = { name: item ?? word.text, nameSpan: word.span, value: undefined, span: word.span };
  if (item === undefined) {
    return { atom, fields: [head], problems: [{ kind: 'unknown-item', span: word.span, effect: 'refused' }] };
  }
  const parameters = parametersOf[item];
  const read = parts.map((part) => readPart(part.atom, { withoutSign: 'refused', unknown: 'refused', parameters }));
  const fields = read.flatMap(({ fields: found }) => found);
  const problems = [...read.flatMap(({ problems: found }) => found), ...repeatedParameters(fields, parameters)];
  return { atom, fields: [head, ...fields], problems };
}
