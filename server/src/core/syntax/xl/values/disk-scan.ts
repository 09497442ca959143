/** A piece of a disk's string, by what xl takes it for. */
export type DiskPieceKind =
  | 'blank'
  /** `name=value` with a name that xl knows. */
  | 'parameter'
  | 'flag'
  | 'unknown-parameter'
  /** An old prefix in front of the target, such as `phy:`. */
  | 'prefix'
  | 'unknown-prefix'
  /** What has no name: target, format, vdev and access in their order. */
  | 'positional'
  /** From where xl can make nothing of the text, to the end of its line. xl looks at nothing behind it. */
  | 'stray';

/** `start` up to `end`, the comma behind it left out; a parameter's value begins at `value`. */
export interface DiskPiece {
  readonly kind: DiskPieceKind;
  readonly start: number;
  readonly end: number;
  /** Name of the parameter, the flag or the prefix; as written where xl does not know it. */
  readonly name: string;
  /** Where a parameter's value begins. */
  readonly value: number;
}

const parameters = [
  ...['format', 'devtype', 'access', 'backend', 'backendtype', 'specification', 'vdev', 'script', 'colo-host'],
  ...['colo-port', 'colo-export', 'active-disk', 'hidden-disk'],
];
const flags = ['cdrom', 'direct-io-safe', 'discard', 'no-discard', 'colo', 'no-colo', 'trusted', 'untrusted'];
const prefixes = 'raw|qcow2?|vhd|iscsi|e?nbd|drbd|tapdisk|tap2?|aio|ioemu|file|phy';

interface Pattern {
  readonly kind: DiskPieceKind;
  /** What it takes; the group `name` is a name. */
  readonly shape: RegExp;
  /** A character behind it from which on it looks at all of the line. */
  readonly lookahead?: RegExp;
}

/**
 * What xl can find at a place. It takes the longest, of equally long ones the first; what a pattern only looks at counts
 * for its length (libxlu_disk_l.l).
 */
const patterns: readonly Pattern[] = [
  { kind: 'blank', shape: /[ \t\n]+/y, lookahead: /[^ \t\n]/ },
  { kind: 'parameter', shape: new RegExp(`(?<name>${parameters.join('|')})=[^,]*,?`, 'y') },
  { kind: 'parameter', shape: /(?<name>grant_usage)=[01],?/y },
  { kind: 'flag', shape: new RegExp(`(?<name>${flags.join('|')}),?`, 'y') },
  { kind: 'parameter', shape: /(?<name>target)=[^\n]*/y },
  { kind: 'unknown-parameter', shape: /(?<name>[a-z][-a-z0-9]*)=[^,],?/y },
  { kind: 'prefix', shape: new RegExp(`(?<name>${prefixes}):`, 'y'), lookahead: /[^\n]/ },
  { kind: 'unknown-prefix', shape: /(?<name>[a-z][a-z0-9]*):/y, lookahead: /[^a-z0-9]/ },
  { kind: 'positional', shape: /[^=,]*,|[^=,]+/y },
];

/** The pieces of a disk's string, in their order; the last one is where xl stops reading. */
export function scanDisk(text: string): readonly DiskPiece[] {
  const pieces: DiskPiece[] = [];
  let at = 0;
  while (at < text.length) {
    const found = longestAt(text, at);
    const piece = pieceOf(text, at, found);
    pieces.push(piece);
    if (found.kind === 'unknown-prefix' || found.kind === 'stray') break;
    at = piece.end + (endsWithComma(text, piece) ? 1 : 0);
  }
  return pieces;
}

interface Found {
  readonly kind: DiskPieceKind;
  readonly taken: string;
  readonly name: string;
}

function longestAt(text: string, at: number): Found {
  let longest = 0;
  let best: Found | undefined;
  for (const { kind, shape, lookahead } of patterns) {
    shape.lastIndex = at;
    const found = shape.exec(text);
    if (found === null) continue;
    const end = at + found[0].length;
    const length = (lookahead?.test(text.charAt(end)) ? endOfLine(text, end + 1) : end) - at;
    if (length <= longest) continue;
    longest = length;
    best = { kind, taken: found[0], name: found.groups?.['name'] ?? '' };
  }
  return best ?? { kind: 'stray', taken: text.slice(at, endOfLine(text, at)), name: '' };
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

function pieceOf(text: string, start: number, { kind, taken, name }: Found): DiskPiece {
  const hasComma = taken.endsWith(',');
  let end = start + taken.length - (hasComma ? 1 : 0);
  // xl would go on in the middle of the value, in a disk that it has refused by then.
  if (kind === 'unknown-parameter' && !hasComma) end = nextComma(text, end);
  const isNamed = kind === 'parameter' || kind === 'unknown-parameter';
  return { kind, start, end, name, value: isNamed ? start + name.length + 1 : start };
}

function nextComma(text: string, from: number): number {
  const at = text.indexOf(',', from);
  return at < 0 ? text.length : at;
}

function endsWithComma(text: string, { kind, end }: DiskPiece): boolean {
  const mayEnd = kind !== 'blank' && kind !== 'prefix';
  return mayEnd && text[end] === ',';
}
