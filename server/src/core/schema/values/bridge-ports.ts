import { inlineCode } from '../../text/markdown.ts';
import type { ValueCandidate, ValueType } from './value-type.ts';
import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

/**
 * A word of `bridge_ports` and what the hook makes of it: `port`: the name of an interface · `none`: no port at all ·
 * `all`: every interface with a usual name of a network card · `regex`, `noregex`: switches · `pattern`: a regular
 * expression over the interfaces that exist.
 */
export interface BridgePortWord extends Word {
  readonly kind: 'port' | 'none' | 'all' | 'regex' | 'noregex' | 'pattern';
}

/** What `all` stands for (bridge-utils 1.7.1, /lib/bridge-utils/bridge-utils.sh). */
export const patternsOfAll: readonly string[] = ['eth.*', 'em.*', 'en.*', 'p[0-9].*'];

/** Whether the name is a usual one of a network card, so that the device is there whatever the files say. */
export function isNamedLikeCard(name: string): boolean {
  return patternsOfAll.some((pattern) => new RegExp(`^${pattern}$`).test(name));
}

/**
 * The words of `bridge_ports` as the hook's bridge_parse_ports takes them. The word behind `regex`, `noregex` or `all` is
 * never a switch again, so `all regex vif.*` names a port called `regex`. `none` counts only when it stands alone.
 */
export function parseBridgePorts(text: string): readonly BridgePortWord[] {
  const words = wordsOf(text);
  if (words.length === 1 && words[0]?.text === 'none') return words.map((word) => ({ ...word, kind: 'none' }));
  const result: BridgePortWord[] = [];
  let inRegex = false;
  let mayBeSwitch = true;
  for (const word of words) {
    const kind: BridgePortWord['kind'] = mayBeSwitch ? kindOf(word.text, inRegex) : itemKind(inRegex);
    result.push({ ...word, kind });
    const isSwitch: boolean = kind === 'regex' || kind === 'noregex' || kind === 'all';
    if (isSwitch) inRegex = kind === 'regex';
    mayBeSwitch = !isSwitch;
  }
  return result;
}

function kindOf(word: string, inRegex: boolean): BridgePortWord['kind'] {
  return word === 'all' || word === 'regex' || word === 'noregex' ? word : itemKind(inRegex);
}

function itemKind(inRegex: boolean): BridgePortWord['kind'] {
  return inRegex ? 'pattern' : 'port';
}

/** All of them are more than names, so they are not offered behind a name, where they are rare. */
const firstWords: readonly ValueCandidate[] = [
  { label: 'none', detail: 'a bridge without ports' },
  { label: 'all', detail: 'every interface named like a network card' },
  { label: 'regex', detail: 'regular expressions follow' },
];

const wordsAfterPattern: readonly ValueCandidate[] = [{ label: 'noregex', detail: 'plain names follow again' }];

/** Whether the last of the words is a regular expression, and none is needed any more. */
function isAmongPatterns(words: readonly string[]): boolean {
  return parseBridgePorts(words.join(' ')).at(-1)?.kind === 'pattern';
}

/** The ports of a bridge: names, `none`, `all`, or regular expressions. */
export const bridgePorts: ValueType = {
  kind: 'bridge-ports',
  describe: 'names of interfaces with blanks between them, none, all, or regex and regular expressions',
  check: () => undefined,
  explain(text) {
    const words = parseBridgePorts(text);
    if (words.some((word) => word.kind === 'none')) return 'A bridge without ports; guests may still join it';
    if (words.some((word) => word.kind === 'all'))
      return `\`all\` is every interface named ${patternsOfAll.map((pattern) => `\`${pattern}\``).join(', ')}`;
    const patterns = words.filter((word) => word.kind === 'pattern').map((word) => inlineCode(`^${word.text}$`));
    return patterns.length > 0
      ? `Every interface that exists at \`ifup\` and matches ${patterns.join(' or ')}`
      : undefined;
  },
  complete: (before = []) => (before.length === 0 ? firstWords : isAmongPatterns(before) ? wordsAfterPattern : []),
  interfaces: (text) =>
    parseBridgePorts(text)
      .filter((word) => word.kind === 'port')
      .map((word) => ({ name: word.text, role: 'bridge-port', span: word.span })),
  interfaceRole: 'bridge-port',
};
