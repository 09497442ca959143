import {
  canonicalOptionName,
  misspellingCandidates,
  optionsFor,
  packagesThatRead,
} from '../schema/interfaces/index.ts';
import type { OptionDoc } from '../schema/option-doc.ts';
import type { HostModel, Stanza, StanzaOption } from './host.ts';
import type { NamePlace } from './name-candidates.ts';
import { namingOptions } from './name-uses.ts';

/** Options worth offering in a stanza, the likeliest first. */
export interface OfferedOptions {
  readonly documented: readonly OptionDoc[];
  /** Names that hook scripts read and no catalogue describes. */
  readonly others: readonly string[];
}

/** The options that may still be added to a stanza which has these already, inherited ones included. */
export function optionsToOffer(
  host: HostModel,
  stanza: Stanza | undefined,
  present: readonly StanzaOption[],
): OfferedOptions {
  const { family, method } = methodAssumed(host, stanza);
  const all = optionsFor(family, method);
  const ranked = all
    .filter((doc) => mayBeAdded(doc, present))
    .map((doc) => ({ doc, rank: rankOf(doc, stanza?.name ?? '', present) }))
    .sort((a, b) => a.rank - b.rank);
  const excluded = new Set([...all.map(({ name }) => canonicalOptionName(name)), ...present.map((o) => o.canonical)]);
  return {
    documented: ranked.map(({ doc }) => doc),
    others: misspellingCandidates().filter(
      (name) => !excluded.has(canonicalOptionName(name)) && !packagesThatRead(name).includes('ifupdown'),
    ),
  };
}

/** ifupdown2 and ifupdown-ng read a stanza that says no method as one with an address. */
export function methodAssumed(host: HostModel, stanza: Stanza | undefined): Pick<Stanza, 'family' | 'method'> {
  if (host.dialect === 'ifupdown' || stanza === undefined || stanza.family !== undefined) {
    return { family: stanza?.family, method: stanza?.method };
  }
  return { family: 'inet', method: 'static' };
}

function mayBeAdded(doc: OptionDoc, present: readonly StanzaOption[]): boolean {
  if (doc.repeat === 'hook-list' || doc.repeat === 'joined-list') return true;
  const canonical = canonicalOptionName(doc.name);
  return present.every((option) => (doc.readBy === 'hook' ? option.canonical !== canonical : option.name !== doc.name));
}

/** What the stanza cannot do without, what is usual, what is rare, what is dead. */
function rankOf(doc: OptionDoc, name: string, present: readonly StanzaOption[]): number {
  if (doc.deprecated !== undefined || doc.repeat === 'unused') return 4;
  const isBridge = name.includes('br') || present.some(({ canonical }) => canonical.startsWith('bridge_'));
  const isMissing = present.every((option) => option.canonical !== canonicalOptionName(doc.name));
  if (doc.package === 'bridge-utils' && !isBridge) return 3;
  if (doc.name === 'vlan-raw-device') return /^vlan\d+$/.test(name) ? 0 : 3;
  if (doc.required === true && isMissing) return 0;
  return doc.package === 'bridge-utils' ? 1 : 2;
}

/**
 * What a name of an interface would be there for as the next word of an option's value; `undefined`: none belongs
 * there. The catalogue tells by the names it finds in a value; for options without an entry the model does.
 */
export function nameWantedIn(
  optionName: string,
  doc: OptionDoc | undefined,
  words: readonly string[],
): NamePlace | undefined {
  const canonical = canonicalOptionName(optionName);
  // Behind another word, `none` would be the name of a port.
  if (canonical === 'bridge_ports' && words[0] === 'none') return undefined;
  if (doc?.value.interfaces !== undefined) {
    const value = [...words, 'eth0'].join(' ');
    const at = value.length - 'eth0'.length;
    const named = doc.value.interfaces(value).find(({ span }) => span.start === at);
    if (named?.role !== 'bridge-port') return named?.role;
    return canonical === 'bridge_ports' ? 'bridge-port' : 'own-port';
  }
  const naming = Object.hasOwn(namingOptions, canonical) ? namingOptions[canonical] : undefined;
  if (naming === undefined || (naming.words === 'first' && words.length > 0)) return undefined;
  return naming.role === 'bond-slave' || naming.role === 'bond-master' ? naming.role : 'any';
}
