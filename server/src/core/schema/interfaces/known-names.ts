import type { OptionDoc } from '../option-doc.ts';
import { bridgeUtilsOptions } from './bridge-utils.ts';
import { legacyNames, namesOfDialects } from './dialect-names.ts';
import { families } from './families.ts';
import type { NamesOfProgram } from './hook-names.ts';
import { namesOfHooks } from './hook-names.ts';
import { stanzaOptions } from './ifupdown/common.ts';
import { canonicalOptionName } from './option-name.ts';
import { vlanOptions } from './vlan.ts';

/** ifupdown's own options, which must be spelt exactly. */
const exactNames: ReadonlySet<string> = new Set(
  [...families.flatMap((family) => family.methods.flatMap((method) => method.options)), ...stanzaOptions].map(
    (option) => option.name,
  ),
);

const catalogued: readonly NamesOfProgram[] = [
  programOf('bridge-utils', bridgeUtilsOptions),
  programOf('vlan', vlanOptions),
];

const programs: readonly NamesOfProgram[] = [...catalogued, ...namesOfHooks, ...namesOfDialects];

/** Names that are free for whoever writes the file. */
const ownPrefixes: readonly string[] = ['x-', 'x_'];

/** Which programs read a name, by its canonical form. */
const readers: ReadonlyMap<string, readonly string[]> = collectReaders();

const openFamilies: readonly { readonly prefix: string; readonly program: string }[] = programs.flatMap((entry) =>
  (entry.prefixes ?? []).map((prefix) => ({ prefix: canonicalOptionName(prefix), program: entry.program })),
);

/** Words that hook scripts use for themselves and that nobody means when an option is misspelt. */
const neverMeant: ReadonlySet<string> = new Set(
  namesOfHooks.filter((entry) => entry.program === 'netscript-2.4').flatMap((entry) => entry.names),
);

function programOf(program: string, options: readonly OptionDoc[]): NamesOfProgram {
  return { program, names: options.map((option) => option.name) };
}

/** Other programs' options that are called like one of ifupdown's own count only in its exact spelling. */
function collectReaders(): ReadonlyMap<string, readonly string[]> {
  const exactOnly = new Set([...exactNames].map(canonicalOptionName));
  const found = new Map<string, string[]>();
  for (const { program, names } of programs) {
    for (const name of names) {
      const canonical = canonicalOptionName(name);
      const key = exactOnly.has(canonical) ? name : canonical;
      const soFar = found.get(key) ?? [];
      if (!soFar.includes(program)) found.set(key, [...soFar, program]);
    }
  }
  return found;
}

/**
 * The packages and dialects whose programs read an option of this name: `ifupdown` for its own options in exact
 * spelling, hooks in any spelling, and open families such as `offload-…` by their beginning. Empty when nobody does.
 */
export function packagesThatRead(name: string): readonly string[] {
  const exact = name.length > 1 && name.endsWith('?') ? name.slice(0, -1) : name;
  const canonical = canonicalOptionName(name);
  const found = new Set(exactNames.has(exact) ? ['ifupdown'] : []);
  for (const program of readers.get(exact) ?? []) found.add(program);
  for (const program of readers.get(canonical) ?? []) found.add(program);
  for (const { prefix, program } of openFamilies) {
    if (canonical.length > prefix.length && canonical.startsWith(prefix)) found.add(program);
  }
  return [...found];
}

/** Whether the name means something to somebody: some program reads it, used to read it, or it is the writer's own (`x-…`). */
export function isKnownOption(name: string): boolean {
  if (ownPrefixes.some((prefix) => name.startsWith(prefix))) return true;
  return legacyNames.includes(canonicalOptionName(name).replaceAll('_', '-')) || packagesThatRead(name).length > 0;
}

/** Every name in some catalogue or list, in its man page's spelling. */
export function knownNames(): readonly string[] {
  return [...new Set([...exactNames, ...programs.flatMap((entry) => entry.names), ...legacyNames])];
}

/** What a did-you-mean may propose on a host of classic ifupdown: names that ifupdown or a hook of Debian's packages reads. */
export function misspellingCandidates(): readonly string[] {
  const names = [...exactNames, ...[...catalogued, ...namesOfHooks].flatMap((entry) => entry.names)];
  return [...new Set(names)].filter((name) => !neverMeant.has(name));
}
