import {
  allOptions,
  canonicalOptionName,
  findMethod,
  isKnownOption,
  misspellingCandidates,
  optionsFor,
} from '../schema/interfaces/index.ts';
import { knownNames } from '../schema/interfaces/known-names.ts';
import { editDistance, nearest } from '../text/edit-distance.ts';
import type { Stanza, StanzaOption } from './host.ts';

/** What a misspelt option was likely meant to be. */
export interface MeantOption {
  /** In the spelling that fits the stanza: hooks read `-` and `_` alike, so it follows what was written. */
  readonly name: string;
  /**
   * `variant`: only case, `-` for `_`, a colon or an invisible letter are different. `words`: it was written as two words,
   * of which the second is the first of the value. `near`: some letters are different.
   */
  readonly how: 'variant' | 'words' | 'near';
}

/** The options that ifupdown itself reads, under exactly these names. */
const ownNames: ReadonlySet<string> = new Set(
  allOptions().flatMap((option) => (option.readBy === 'ifupdown' ? [option.name] : [])),
);

/** What a hook takes under whatever method; of the names that ifupdown reads itself, the method decides. */
const namesOfAnyMethod: readonly string[] = misspellingCandidates().filter((name) => !ownNames.has(name));

const plainNamesKnown: readonly string[] = knownNames().map(plainName);

/** From this length on two letters may be wrong, and none at all below the other one. */
const [lengthForTwo, lengthForOne] = [8, 5];

/** What can be said of a name alone; `undefined` where it is read as it stands, or is no name at all. */
interface Judgement {
  readonly variantOf: string | undefined;
  /** The names that are near, the method's own ones alone where it has some. */
  readonly near: readonly string[];
}

/** What may stand in a stanza of one family and method. */
interface Spellings {
  /** As man pages spell them. */
  readonly exact: ReadonlySet<string>;
  /** By their plain names. */
  readonly byPlainName: ReadonlyMap<string, string>;
  /** Files say the same again and again. */
  readonly judged: Map<string, Judgement | undefined>;
}

const spellings = new Map<string, Spellings>();

/** How many names are remembered for each family and method. */
const mostRemembered = 500;

/**
 * The options that whoever wrote this one meant, out of those that ifupdown takes for the stanza's family and method,
 * or that a hook of Debian's packages reads. Empty for an option that some program knows, and for one that is near
 * none: it may be data for a hook of the user's own.
 */
export function optionsMeant(stanza: Stanza, option: StanzaOption): readonly MeantOption[] {
  const { name: written } = option;
  const ofStanza = spellingsFor(stanza);
  const judgement = judge(written, ofStanza);
  if (judgement === undefined) return [];
  if (judgement.variantOf !== undefined) return [{ name: judgement.variantOf, how: 'variant' }];
  const joined = joinedName(option, ofStanza);
  if (joined !== undefined) return [{ name: spelledAs(written, joined), how: 'words' }];
  if (judgement.near.some((name) => isNumbered(stanza, written, name))) return [];
  return judgement.near.map((name) => ({ name: spelledAs(written, name), how: 'near' }));
}

/** Computed once for each family and method that ifupdown has; all others take the same. */
function spellingsFor({ family = '', method = '' }: Partial<Pick<Stanza, 'family' | 'method'>>): Spellings {
  const known = spellings.get(`${family} ${method}`);
  if (known !== undefined) return known;
  const isKnown = findMethod(family, method) !== undefined;
  if (!isKnown && family !== '') return spellingsFor({ family: '', method: '' });
  const ofMethod = optionsFor(family, method).map(({ name }) => name);
  // The method's own ones win where a hook's are plainly the same.
  const byPlainName = new Map([...namesOfAnyMethod, ...ofMethod].map((name) => [plainName(name), name]));
  const made: Spellings = { exact: new Set(ofMethod), byPlainName, judged: new Map() };
  spellings.set(isKnown ? `${family} ${method}` : ' ', made);
  return made;
}

function judge(written: string, ofStanza: Spellings): Judgement | undefined {
  const { judged } = ofStanza;
  if (judged.has(written)) return judged.get(written);
  if (judged.size >= mostRemembered) judged.clear();
  const judgement = judgeAnew(written, ofStanza);
  judged.set(written, judgement);
  return judgement;
}

function judgeAnew(written: string, { exact, byPlainName }: Spellings): Judgement | undefined {
  if (exact.has(written)) return undefined;
  const plain = plainName(written);
  const variant = byPlainName.get(plain);
  if (variant !== undefined && ownNames.has(variant)) return { variantOf: variant, near: [] };
  // What begins with another character, such as `;` or `//`, is most often meant as a comment.
  if (isKnownOption(written) || !/^\p{L}[\p{L}\p{N}_.:-]*$/u.test(written)) return undefined;
  const near = namesNear(plain, byPlainName);
  const ofThisMethod = near.filter((name) => exact.has(name));
  return { variantOf: undefined, near: ofThisMethod.length > 0 ? ofThisMethod : near };
}

/** None where a name that does not fit here is nearer. */
function namesNear(plain: string, byPlainName: ReadonlyMap<string, string>): readonly string[] {
  if (plain.length < lengthForOne) return [];
  const keys = nearest(plain, byPlainName.keys(), plain.length < lengthForTwo ? 1 : 2);
  const [first] = keys;
  if (first === undefined) return [];
  const nearer = nearest(plain, plainNamesKnown, editDistance(plain, first) - 1);
  return nearer.length > 0 ? [] : keys.flatMap((key) => byPlainName.get(key) ?? []);
}

/** The name without what is easily mistaken: case, `-` for `_`, letters that nobody sees, `address:` and `address=`. */
function plainName(name: string): string {
  return name
    .replace(/[\p{Z}\p{Cf}]|[:=]$/gu, '')
    .replaceAll('-', '_')
    .toLowerCase();
}

/** `bridge ports eth0`: the first word of the value belongs to the name. */
function joinedName({ name, value }: StanzaOption, { byPlainName }: Spellings): string | undefined {
  const [first, second] = value.words;
  return first && second && byPlainName.get(plainName(`${name}_${first.text}`));
}

/** `gateway6`, and what is counted otherwise beside the option itself, is no slip, but data for somebody's own hook. */
function isNumbered(stanza: Stanza, written: string, name: string): boolean {
  const withoutDigits = (text: string): string => text.replace(/_?\d+/g, '');
  const canonical = canonicalOptionName(name);
  if (plainName(written).replace(/_?\d+$/, '') === plainName(name)) return true;
  return (
    withoutDigits(plainName(written)) === withoutDigits(plainName(name)) &&
    stanza.options.some((option) => option.canonical === canonical)
  );
}

function spelledAs(written: string, name: string): string {
  if (ownNames.has(name)) return name;
  const [hyphens, underscores] = [written.includes('-'), written.includes('_')];
  if (hyphens === underscores) return name;
  return hyphens ? name.replaceAll('_', '-') : name.replaceAll('-', '_');
}
