import type { OptionDoc } from '../option-doc.ts';
import { bridgeUtilsOptions } from './bridge-utils.ts';
import { families, findMethod } from './families.ts';
import { stanzaOptions } from './ifupdown/common.ts';
import { knownNames } from './known-names.ts';
import { canonicalOptionName } from './option-name.ts';
import { vlanOptions } from './vlan.ts';

export { bondModes } from './bonding.ts';
export { families, findFamily, findMethod } from './families.ts';
export { isHookCommand } from './hook-command.ts';
export { findKeyword, type KeywordDoc, keywords } from './keywords.ts';
export { isKnownOption, misspellingCandidates, packagesThatRead } from './known-names.ts';
export type { FamilyDoc, MethodDoc } from './method-doc.ts';
export { canonicalOptionName } from './option-name.ts';

/** The options that hook scripts read, whatever the method. */
const hookOptions: readonly OptionDoc[] = [...bridgeUtilsOptions, ...vlanOptions];

/** A name that ends in `?` sets the option only where it is not set yet (config.c, set_variable). */
function withoutQuestionMark(name: string): string {
  return name.length > 1 && name.endsWith('?') ? name.slice(0, -1) : name;
}

/**
 * What is known of an option in a stanza of this family and method: ifupdown's own options by exact spelling, those
 * of hooks in any of their spellings. Family and method may be unknown words or missing. `undefined` for data that no
 * program catalogued here reads.
 */
export function findOption(
  name: string,
  family: string | undefined,
  method: string | undefined,
): OptionDoc | undefined {
  const exact = withoutQuestionMark(name);
  const ofMethod = family === undefined || method === undefined ? undefined : findMethod(family, method);
  const core = [...(ofMethod?.options ?? []), ...stanzaOptions].find((option) => option.name === exact);
  if (core) return core;
  const canonical = canonicalOptionName(name);
  return hookOptions.find((option) => canonicalOptionName(option.name) === canonical);
}

/** The options worth offering in a stanza of this family and method, the method's own ones first. */
export function optionsFor(family: string | undefined, method: string | undefined): readonly OptionDoc[] {
  const ofMethod = family === undefined || method === undefined ? undefined : findMethod(family, method);
  return [...(ofMethod?.options ?? []), ...stanzaOptions, ...hookOptions];
}

/** Every option of every catalogue, each name of each method once. */
export function allOptions(): readonly OptionDoc[] {
  const ofMethods = families.flatMap((family) => family.methods.flatMap((method) => method.options));
  return [...ofMethods, ...stanzaOptions, ...hookOptions];
}

/** Every option name that some program reads, in the spelling of its man page; what a did-you-mean may choose from. */
export function allKnownOptionNames(): readonly string[] {
  return [...new Set([...allOptions().map((option) => option.name), ...knownNames()])];
}
