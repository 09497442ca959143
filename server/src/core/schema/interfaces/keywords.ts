/** A word that begins a line of its own kind. */
export interface KeywordDoc {
  /** The word, or `allow-` for the open family `allow-CLASS`. */
  readonly name: string;
  /** The form of the line, with the parts to fill in capitals. */
  readonly syntax: string;
  /** One line: what it does. */
  readonly summary: string;
  /** Markdown: what else one has to know. */
  readonly details?: string;
  /** Where it may stand: as a line of its own, on the iface line, or inside a mapping. */
  readonly place: 'top' | 'iface line' | 'mapping';
  readonly since?: string;
  readonly source: string;
}

const configSource = 'interfaces(5); ifupdown 0.8.41, config.c';

/** The keywords of the language, in the order in which a reader meets them. */
export const keywords: readonly KeywordDoc[] = [
  {
    name: 'auto',
    syntax: 'auto NAME...',
    summary: 'Interfaces that `ifup -a` brings up, and so the boot does.',
    details:
      'A word with a `/` is a pattern over the interfaces that the kernel has at that moment, such as `/eth*`; one that matches nothing disappears silently. Each name needs an `iface` stanza, else `ifup -a` reports an unknown interface and exits with 1. The line ends the stanza above it. Without a name inside a stanza it marks that stanza.',
    place: 'top',
    source: configSource,
  },
  {
    name: 'allow-',
    syntax: 'allow-CLASS NAME...',
    summary: 'Interfaces that `ifup --allow=CLASS` brings up.',
    details:
      '`allow-auto` is the same as `auto`. `allow-hotplug` is for network cards: udev brings them up when they appear; a bridge never appears by itself. Other classes are free words, such as the name of an Open vSwitch bridge.',
    place: 'top',
    source: configSource,
  },
  {
    name: 'iface',
    syntax: 'iface NAME FAMILY METHOD [inherits OTHER]',
    summary: 'Begins a stanza: how one interface is configured.',
    details:
      'The options that follow belong to it, up to the next line that begins with a keyword; blank lines and indentation mean nothing. Several stanzas of one name are all applied, in the order of the file. The name is literal: `iface eth*` is an interface called `eth*`.',
    place: 'top',
    source: configSource,
  },
  {
    name: 'inherits',
    syntax: 'iface NAME [FAMILY [METHOD]] inherits OTHER',
    summary: 'Copies the options of a stanza that stands further up.',
    details:
      'Family and method come from the other stanza where they are left out. A stanza further down, of another family, or an unknown one makes ifupdown refuse the file. An option that is copied and written again is a repeated option.',
    place: 'iface line',
    since: 'ifupdown 0.8',
    source: configSource,
  },
  {
    name: 'mapping',
    syntax: 'mapping PATTERN...',
    summary: 'Lets a script choose the stanza for an interface.',
    details: 'Only `script` and `map` lines may follow; any other line makes ifupdown refuse the file.',
    place: 'top',
    source: configSource,
  },
  {
    name: 'script',
    syntax: 'script PATH',
    summary: 'The program that a mapping asks: it gets the interface as its argument and prints the stanza to use.',
    details: 'Once in each mapping. Without it `ifup` of such an interface reports an error.',
    place: 'mapping',
    source: configSource,
  },
  {
    name: 'map',
    syntax: 'map TEXT',
    summary: 'A line for the standard input of the mapping script.',
    place: 'mapping',
    source: configSource,
  },
  {
    name: 'source',
    syntax: 'source FILE...',
    summary: 'Reads other files as if they stood here.',
    details:
      'The words are expanded like a shell would: `*`, `?`, `[…]`, `~`, `$NAME`, quotes. With `$(…)`, braces or other shell characters the whole line is silently ignored. Only the first word is relative to this file. A file that is missing is no error; one with an error loses the rest of its lines, and `ifup` goes on. The line ends the stanza above it.',
    place: 'top',
    source: configSource,
  },
  {
    name: 'source-directory',
    syntax: 'source-directory DIRECTORY...',
    summary: 'Reads the files of a directory, in the order of their names.',
    details:
      'Only names of letters, digits, `_` and `-` are read: `br0.cfg` and `eth0.10` are silently skipped. The line ends the stanza above it.',
    place: 'top',
    source: configSource,
  },
  {
    name: 'rename',
    syntax: 'rename CURRENT=NEW...',
    summary: 'Renames interfaces when `ifup` runs.',
    details:
      'The current name may be a pattern. A word without `=NEW` makes `ifup` stop before it brings up anything; `ifquery` does not report it.',
    place: 'top',
    since: 'ifupdown 0.8.22 (Debian 10)',
    source: 'interfaces(5); ifupdown 0.8.41, config.c and main.c',
  },
  {
    name: 'no-auto-down',
    syntax: 'no-auto-down PATTERN...',
    summary: 'Interfaces that `ifdown -a` leaves up.',
    details:
      'Useful where the root file system comes over the network. Without a name inside a stanza it marks that stanza.',
    place: 'top',
    since: 'ifupdown 0.8.9',
    source: 'interfaces(5); ifupdown 0.8.41, config.c and main.c',
  },
  {
    name: 'no-scripts',
    syntax: 'no-scripts PATTERN...',
    summary: 'Interfaces for which no script in /etc/network/if-*.d runs.',
    details:
      'It goes by the name of the stanza. A bridge cannot do without: the hook of bridge-utils is such a script. Without a name inside a stanza it marks that stanza.',
    place: 'top',
    since: 'ifupdown 0.8.9',
    source: 'interfaces(5); ifupdown 0.8.41, config.c and execute.c',
  },
];

/** The keyword that a line's first word is, also for `allow-CLASS` and the short forms of `source-directory`. */
export function findKeyword(word: string): KeywordDoc | undefined {
  const name = keywordName(word);
  return keywords.find((keyword) => keyword.name === name);
}

/** `allow-CLASS` needs a class; `source-directory` is matched by its first ten letters (config.c, strlmatch). */
function keywordName(word: string): string {
  if (word.startsWith('allow-') && word.length > 'allow-'.length) return 'allow-';
  return word.startsWith('source-dir') ? 'source-directory' : word;
}
