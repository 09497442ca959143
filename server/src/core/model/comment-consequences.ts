import { allOptions, isHookCommand, packagesThatRead } from '../schema/interfaces/index.ts';
import { canonicalOptionName } from '../schema/interfaces/option-name.ts';
import type { OptionDoc } from '../schema/option-doc.ts';
import type { Stanza } from './host.ts';

/**
 * What comes of a `#` and words behind it in the value of an option, as real bring-ups show.
 * - `fails`: ifup fails
 * - `down`: the rest of the shell command is lost and with it `up`: the link stays down, and ifup exits with 0
 * - `lost`: the value is not set, and ifup exits with 0
 * - `cut`: the rest of a shell command is lost, which happens to work
 * - `passed-on`: the program that reads the option gets the comment, too
 */
export type CommentConsequence = 'fails' | 'down' | 'lost' | 'cut' | 'passed-on';

/** Where it is not `cut`: ifupdown's own options, by family, method and name (inet.defn, inet6.defn). */
const consequencesInCommands: Readonly<Record<string, Readonly<Record<string, CommentConsequence>>>> = {
  'inet static': {
    netmask: 'fails',
    broadcast: 'fails',
    pointopoint: 'fails',
    scope: 'fails',
    mtu: 'down',
    hwaddress: 'down',
  },
  'inet tunnel': { address: 'fails', netmask: 'fails' },
  'inet6 static': {
    address: 'fails',
    netmask: 'fails',
    scope: 'fails',
    hwaddress: 'fails',
    mtu: 'lost',
    'dad-interval': 'fails',
  },
  'inet6 manual': { mtu: 'lost' },
  'inet6 dhcp': { hwaddress: 'fails' },
  'inet6 v4tunnel': { address: 'fails', netmask: 'fails' },
};

/** Where a hook does more than to hand the words on (bridge-utils.sh, bridge's if-pre-up.d script). */
const consequencesInHooks: Readonly<Record<string, CommentConsequence>> = {
  bridge_maxwait: 'fails',
  bridge_hw: 'lost',
};

/** Programs whose options hold passwords, names of networks, or words for a shell: there a `#` may be meant. */
const readersOfFreeText: ReadonlySet<string> = new Set([
  'openvswitch-switch',
  'tinc',
  'ucarp',
  'wireless-tools',
  'wpasupplicant',
]);
const otherDialects: ReadonlySet<string> = new Set(['ifupdown2', 'ifupdown-ng']);

/** What ifupdown itself reads, each for some methods only. */
const ownNames: ReadonlySet<string> = new Set(
  allOptions()
    .filter((option) => option.readBy === 'ifupdown')
    .map((option) => option.name),
);

/**
 * What comes of a comment behind the value of an option; `doc` is what is catalogued of it. `undefined` where a `#` may
 * be meant, as in commands and passwords, and where nothing reads the option.
 */
export function consequenceOfComment(
  { family, method }: Stanza,
  name: string,
  doc: OptionDoc | undefined,
  before: string,
): CommentConsequence | undefined {
  if (isHookCommand(name) || name === 'description') return undefined;
  if (doc?.readBy !== 'ifupdown') {
    return consequencesInHooks[canonicalOptionName(name)] ?? (isReadByHook(name) ? 'passed-on' : undefined);
  }
  // With a prefix ifupdown reads the number alone (archcommon.c, compute_v4_mask); only without it the words are pasted.
  if (name === 'address' && family === 'inet' && method === 'static') return before.includes('/') ? 'cut' : 'fails';
  // Only the word alone is replaced by an address (archcommon.c, cleanup_hwaddress).
  if (name === 'hwaddress' && before === 'random') return 'fails';
  return consequencesInCommands[`${family} ${method}`]?.[name] ?? 'cut';
}

function isReadByHook(name: string): boolean {
  if (ownNames.has(name)) return false;
  const readers = packagesThatRead(name).filter((program) => !otherDialects.has(program));
  return readers.length > 0 && !readers.some((program) => readersOfFreeText.has(program));
}
