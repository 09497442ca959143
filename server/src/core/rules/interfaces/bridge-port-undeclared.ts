import { freeDevices, freeDevicesFor, isUnspokenOf } from '../../model/free-devices.ts';
import type { BridgePort, HostModel, Interface, Stanza } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { namesMadeByCommands } from '../../model/made-by-commands.ts';
import { vlanOfName } from '../../model/names.ts';
import { parentStanzas } from '../../model/parents.ts';
import { deleteWord, replaceSpan } from '../../syntax/interfaces/print.ts';
import { nearest } from '../../text/edit-distance.ts';
import { enumerate } from '../../text/markdown.ts';
import { overlaps } from '../../text/span.ts';
import type { Fix, InterfacesRule, Report } from '../rule.ts';

/** What the kernel, udev and hypervisors call devices: a word of this form is no misspelling, whatever is near it. */
const usualName =
  /^(?:eth|wlan|em|usb|wwan|tap|tun|veth|vnet|vif|dummy|bond|team|br|virbr|vmbr|xenbr|lxcbr|docker|lan|wan|ppp|sit|gre|ifb)\d[\d.]*$|^en(?:o\d+|x[\da-f]{12}|(?:p\d+)?s\d+(?:f\d+)?(?:d\d+)?(?:np\d+)?)$|^wl\w*\d$/;

export const bridgePortUndeclared: InterfacesRule = {
  name: 'bridge-port-undeclared',
  group: 'interfaces',
  severity: 'warning',
  summary: 'A bridge port is misspelt, or several are written as one word; bridge-utils leaves it out.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['safe', 'unsafe'],
  *check({ host }) {
    const seen = new Set<string>();
    for (const link of host.interfaces.values()) {
      for (const words of quotedTogether(link.bridge?.ports ?? [], host)) {
        const [port] = words;
        // What several bridges inherit stands in one place.
        const place = `${port.location.span.start} ${port.location.file}`;
        if (seen.has(place)) continue;
        seen.add(place);
        if (punctuation.test(port.name)) yield reportPunctuation(words, link, host);
        else if (!host.incomplete && mayBeMisspelt(port.name, host)) yield* reportsOfMisspelling(port, link, host);
      }
    }
  },
};

const punctuation = /[,;'"]/;

/** One or several ports that one pair of quotes was to hold together: the words with quotes, commas or semicolons. */
type QuotedWords = readonly [BridgePort, ...BridgePort[]];

/** The ports in their order. Plain words between two quotes are ports like any other. */
function quotedTogether(ports: readonly BridgePort[], host: HostModel): readonly QuotedWords[] {
  const groups: [BridgePort, ...BridgePort[]][] = [];
  let open: { readonly quote: string; readonly group: BridgePort[] } | undefined;
  for (const port of ports) {
    const opened = open?.group.at(-1);
    if (open && opened && !standOnOneLine(opened, port, host)) open = undefined;
    const isPunctuated = punctuation.test(port.name);
    if (open && isPunctuated) open.group.push(port);
    else groups.push([port]);
    const quote = open?.quote ?? /["']/.exec(port.name)?.[0];
    if (quote === undefined || port.name.split(quote).length % 2 === 1) continue;
    open = open ? undefined : { quote, group: groups.at(-1) ?? [] };
  }
  return groups;
}

/** Whether both stand on one line of the file, which `\\` may continue. */
function standOnOneLine(one: BridgePort, other: BridgePort, host: HostModel): boolean {
  const { file, span } = one.location;
  if (file !== other.location.file || span.start >= other.location.span.start) return false;
  return !/(?<!\\)\r?\n/.test(textOf(host, file).slice(span.end, other.location.span.start));
}

function reportPunctuation(words: QuotedWords, bridge: Interface, host: HostModel): Report {
  const [port] = words;
  const { file, span } = port.location;
  const edited = { file, text: textOf(host, file) };
  const names = words.flatMap(namesIn);
  const free = freeDevicesFor(host, bridge);
  const canBePorts =
    isStanzaAlone(port.stanza, host) &&
    (names.length > 0 || standsWithNames(port)) &&
    names.every((name) => free.some((link) => link.name === name) || isUnspokenOf(host, name));
  const fix: Fix = {
    title: names.length === 0 ? 'Remove it' : `Write \`${names.join(' ')}\``,
    safety: 'safe',
    edits: words.map((word) => {
      const inWord = namesIn(word).join(' ');
      return inWord === '' ? deleteWord(edited, word.location.span) : replaceSpan(edited, word.location.span, inWord);
    }),
  };
  const shown = words.map(({ name }) => `\`${name}\``);
  const taken =
    words.length === 1
      ? `takes ${shown.join('')} for the name of one port, finds no such device, and leaves it out of ${bridge.name}`
      : `takes each of ${enumerate(shown)} for the name of a port, finds no such devices, and leaves them out of ${bridge.name}`;
  return {
    location: { file, span: { start: span.start, end: words.at(-1)?.location.span.end ?? span.end } },
    message: `bridge-utils ${taken} without a word: blanks alone part the ports, and quotes belong to the name.`,
    fixes: canBePorts ? [fix] : [],
  };
}

function namesIn({ name }: BridgePort): readonly string[] {
  return name.split(/[,;'"]+/).filter((part) => part !== '');
}

/** Whether the option names anything besides; ifupdown refuses a file with one that has no value. */
function standsWithNames({ stanza, location }: BridgePort): boolean {
  const option = stanza.options.find(({ file, line }) => file === location.file && overlaps(line.span, location.span));
  return option?.value.words.some((word) => /\w/.test(word.text)) ?? false;
}

/** Whether the stanza's ports are those of no other: it inherits from none, and none from it. */
function isStanzaAlone(stanza: Stanza, host: HostModel): boolean {
  return stanza.node.inherits === undefined && !parentStanzas(host).has(stanza);
}

/** Not a usual name, nor one that anything else in the host's files speaks of, nor a VLAN on a device that they know. */
function mayBeMisspelt(name: string, host: HostModel): boolean {
  if (name.length < 4 || usualName.test(name) || namesMadeByCommands(host).has(name)) return false;
  const rawDevice = vlanOfName(name)?.rawDevice;
  if (rawDevice !== undefined && host.interfaces.has(rawDevice)) return false;
  return host.interfaces.get(name)?.uses.every(({ role }) => role === 'bridge-port') ?? true;
}

function reportsOfMisspelling(port: BridgePort, bridge: Interface, host: HostModel): readonly Report[] {
  const free = freeDevices(host).map((link) => link.name);
  const limit = port.name.length < 6 ? 1 : 2;
  const meant = nearest(
    port.name,
    free.filter((name) => mayBeMeant(port.name, name)),
    limit,
  );
  const [first] = meant;
  if (first === undefined) return [];
  const edited = { file: port.location.file, text: textOf(host, port.location.file) };
  const fitting = new Set(freeDevicesFor(host, bridge).map((link) => link.name));
  return [
    {
      location: port.location,
      message:
        `Nothing in these files speaks of ${port.name}, but ${first} is there and unused. bridge-utils leaves out a port ` +
        'that does not exist, without a word.',
      related: (host.interfaces.get(first)?.stanzas ?? []).slice(0, 1).map(({ file, nameWord }) => ({
        location: { file, span: nameWord.span },
        message: `Here is ${first}.`,
      })),
      fixes: meant
        .filter((name) => fitting.has(name) && isStanzaAlone(port.stanza, host))
        .map((name) => ({
          title: `Change to ${name}`,
          safety: 'unsafe',
          edits: [replaceSpan(edited, port.location.span, name)],
        })),
    },
  ];
}

/** Names that differ in digits or in their first letter are names of two devices, and so are `lan-a0` and `lan-b0`. */
function mayBeMeant(word: string, name: string): boolean {
  const lettersAlone = (text: string): string => text.replace(/\d/g, '');
  return (
    word.charAt(0) === name.charAt(0) && lettersAlone(word) !== lettersAlone(name) && !isOtherOfTheKind(word, name)
  );
}

/** Whether one has other letters where the other has letters, and these stand apart from others or are several. */
function isOtherOfTheKind(word: string, name: string): boolean {
  if (word.length !== name.length) return false;
  const places = [...word].flatMap((letter, at) => (letter === name.charAt(at) ? [] : [at]));
  const [first = 0, second] = places;
  if (
    second !== undefined &&
    word.charAt(first) === name.charAt(second) &&
    word.charAt(second) === name.charAt(first)
  ) {
    return false;
  }
  const isLetter = (letter: string): boolean => /[A-Za-z]/.test(letter);
  if (!places.every((at) => isLetter(word.charAt(at)) && isLetter(name.charAt(at)))) return false;
  return second !== undefined || !isLetter(word.charAt(first - 1)) || !isLetter(word.charAt(first + 1));
}
