import { keywords } from '../schema/interfaces/index.ts';
import { nearest } from '../text/edit-distance.ts';

/** A keyword that somebody may have meant. */
export interface MeantKeyword {
  readonly keyword: string;
  /** Whether only upper and lower case, or `_` for `-`, are different, so that nothing else can be meant. */
  readonly isVariant: boolean;
}

/** The first words of lines; of the open family `allow-CLASS` the classes that are in use everywhere. */
const lineKeywords: readonly string[] = [
  ...keywords.filter(({ name, place }) => place === 'top' && name !== 'allow-').map(({ name }) => name),
  'allow-hotplug',
  'allow-auto',
];

/** What other configuration languages call the same. */
const otherNames: Readonly<Record<string, string>> = { interface: 'iface', include: 'source' };

/** The keywords that a first word may stand for, the likeliest first; none for a word that is one. */
export function keywordsMeant(word: string): readonly MeantKeyword[] {
  const variant = variantOf(word);
  if (variant === word) return [];
  if (variant !== undefined) return [{ keyword: variant, isVariant: true }];
  const lower = word.toLowerCase();
  const other = Object.hasOwn(otherNames, lower) ? otherNames[lower] : undefined;
  const found = other === undefined ? nearest(lower, lineKeywords, lower.length >= 8 ? 2 : 1) : [other];
  return found.map((keyword) => ({ keyword, isVariant: false }));
}

/** The name of a class keeps its letters: it is free text. */
function variantOf(word: string): string | undefined {
  const allowed = /^allow[-_](.+)$/i.exec(word)?.[1];
  if (allowed !== undefined) return `allow-${allowed}`;
  const usual = word.toLowerCase().replaceAll('_', '-');
  return lineKeywords.includes(usual) ? usual : undefined;
}
