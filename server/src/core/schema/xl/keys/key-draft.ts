import type { GuestType, KeyDoc } from '../key-doc.ts';

/** A key as the tables write it: without what a section says for all its keys. */
export type KeyDraft = Omit<KeyDoc, 'guests' | 'section' | 'onWrongShape' | 'source'> &
  Partial<Pick<KeyDoc, 'guests' | 'onWrongShape'>> & {
    /** The functions or files that read it, where tools/xl/xl_parse.c is not all. */
    readonly alsoIn?: string;
  };

/** What holds for the keys of a section where they do not say otherwise. */
export interface SectionFacts {
  /** The heading in the man page; `undefined` for keys that it leaves out. */
  readonly heading: string | undefined;
  readonly guests?: readonly GuestType[];
  /** The man page; xl.cfg(5) when it is left out. */
  readonly page?: string;
  /** The source file that reads them; xl's own parser when it is left out. */
  readonly file?: string;
}

const everyGuest: readonly GuestType[] = ['pv', 'pvh', 'hvm'];

/** The keys of a section, complete. A value of a wrong shape is dropped where a key does not say otherwise. */
export function section(facts: SectionFacts, drafts: readonly KeyDraft[]): readonly KeyDoc[] {
  const { page = 'xl.cfg(5)', file = 'tools/xl/xl_parse.c', heading } = facts;
  const documented = heading === undefined ? `not in ${page}` : `${page}, ${heading}`;
  return drafts.map(({ alsoIn, ...draft }) => ({
    guests: facts.guests ?? everyGuest,
    onWrongShape: 'dropped',
    ...draft,
    section: heading ?? `Not in ${page}`,
    source: [documented, file, alsoIn].filter((part) => part !== undefined).join('; '),
  }));
}
