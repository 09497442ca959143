import type { Word } from '../syntax/interfaces/ast.ts';
import { isGlob } from '../text/glob.ts';
import type { Bridge, BridgePort, Stanza, StanzaOption } from './host.ts';
import { wordsBeforeComment } from './inline-comment.ts';
import { optionsNamed } from './stanzas.ts';

/** What a stanza's `bridge_ports` says, read as bridge-utils' hook reads it (bridge_parse_ports in bridge-utils.sh). */
export interface BridgePortsValue {
  /** The ports named outright. */
  readonly ports: readonly { readonly word: Word; readonly option: StanzaOption }[];
  readonly takesUnnamedPorts: boolean;
}

/** `undefined`: the stanza has no `bridge_ports`, so that bridge-utils makes no bridge of it. */
export function bridgePortsOf(stanza: Stanza): BridgePortsValue | undefined {
  const options = optionsNamed(stanza, 'bridge_ports');
  if (options.length === 0) return undefined;
  // Two spellings are two options, and of these the environment of the hook keeps the last.
  const lastSpelling = options.at(-1)?.name;
  const inEffect = options.filter((option) => option.name === lastSpelling);
  const words = inEffect.flatMap((option) => wordsBeforeComment(option.value.words).map((word) => ({ word, option })));
  const [only] = words;
  if (words.length === 1 && only?.word.text === 'none') return { ports: [], takesUnnamedPorts: false };
  return readPortWords(words);
}

/** `glob` and ranges such as `swp[1-4]` are ifupdown2's; to bridge-utils they are names of ports that nothing has. */
function readPortWords(words: BridgePortsValue['ports']): BridgePortsValue {
  const ports: { word: Word; option: StanzaOption }[] = [];
  let takesUnnamedPorts = false;
  let areExpressions = false;
  for (const entry of words) {
    const { text } = entry.word;
    if (text === 'all') {
      takesUnnamedPorts = true;
      areExpressions = false;
    } else if (text === 'regex' || text === 'glob') {
      takesUnnamedPorts = true;
      areExpressions = true;
    } else if (text === 'noregex' || text === 'noglob') areExpressions = false;
    else if (!areExpressions && isGlob(text)) takesUnnamedPorts = true;
    else if (!areExpressions) ports.push(entry);
  }
  return { ports, takesUnnamedPorts };
}

/** The bridge that the stanzas of one name make together; `undefined` when none of them has `bridge_ports`. */
export function bridgeOf(stanzas: readonly Stanza[]): Bridge | undefined {
  const made = stanzas.flatMap((stanza) => {
    const value = bridgePortsOf(stanza);
    return value === undefined ? [] : [{ stanza, value }];
  });
  if (made.length === 0) return undefined;
  const ports = made.flatMap(({ stanza, value }) =>
    value.ports.map(
      ({ word, option }): BridgePort => ({
        name: word.text,
        location: { file: option.file, span: word.span },
        stanza,
      }),
    ),
  );
  return {
    stanzas: made.map(({ stanza }) => stanza),
    ports,
    takesUnnamedPorts: made.some(({ value }) => value.takesUnnamedPorts),
  };
}
