/**
 * Reads an interfaces file into statements as `read_interfaces_defn` of ifupdown's config.c does, but goes on behind
 * an error, where ifupdown stops. It knows no family, method or option name; those are the catalogues' and the rules'.
 */
import type { Span } from '../../text/span.ts';
import type { Token } from '../tree.ts';
import type {
  IfaceStanza,
  InterfacesFile,
  InterfacesProblem,
  InterfacesTree,
  MappingStanza,
  NamesLine,
  OptionLine,
  Statement,
  Value,
  Word,
} from './ast.ts';
import type { LogicalLine } from './lexer.ts';
import { cutWord, lexInterfaces, skipBlanks, spanIn, wordEnd, wordsOf } from './lexer.ts';
import { tokenizeInterfaces } from './tokens.ts';

/** A logical line, split into its first word and the rest. */
interface Line {
  readonly span: Span;
  readonly first: Word;
  readonly value: Value | undefined;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type OpenIface = Mutable<IfaceStanza> & { options: OptionLine[]; marks: NamesLine[] };
type OpenMapping = Mutable<MappingStanza> & { options: OptionLine[] };

interface Parser {
  readonly statements: Statement[];
  readonly problems: InterfacesProblem[];
  /** The stanza that takes the next option, if any. */
  open: OpenIface | OpenMapping | undefined;
}

/** The words that begin a statement; every other first word is an option. `allow-CLASS` and `source-dir…` are matched by form. */
const statementReaders: Readonly<Record<string, (parser: Parser, line: Line) => void>> = {
  iface: readIface,
  mapping: readMapping,
  auto: (parser, line) => readNames(parser, line, 'auto', 'auto'),
  'no-auto-down': (parser, line) => readNames(parser, line, 'no-auto-down', undefined),
  'no-scripts': (parser, line) => readNames(parser, line, 'no-scripts', undefined),
  rename: readRename,
  source: (parser, line) => readSource(parser, line, 'source'),
};

/** Reads the text of an interfaces file. Never fails: what ifupdown refuses is a problem of the tree. */
export function parseInterfaces(text: string): InterfacesTree {
  const { lines, comments } = lexInterfaces(text);
  const parser: Parser = { statements: [], problems: encodingProblems(text), open: undefined };
  for (const logical of lines) {
    const line = splitLine(logical);
    readerOf(line.first.text)(parser, line);
  }
  const root: InterfacesFile = {
    kind: 'interfaces',
    span: { start: 0, end: text.length },
    statements: parser.statements,
    comments,
  };
  let tokens: readonly Token[] | undefined;
  return {
    text,
    // Hardly anything looks at them, and there are many.
    get tokens() {
      tokens ??= tokenizeInterfaces(text);
      return tokens;
    },
    root,
    problems: parser.problems.sort((a, b) => a.span.start - b.span.start),
  };
}

/** Whether a first word begins a statement, so that it ends or opens a stanza; ifupdown compares exactly. */
export function isStatementKeyword(word: string): boolean {
  return readerOf(word) !== readOption;
}

function readerOf(word: string): (parser: Parser, line: Line) => void {
  if (Object.hasOwn(statementReaders, word)) return statementReaders[word] ?? readOption;
  if (word.startsWith('allow-') && word.length > 'allow-'.length) {
    return (parser, line) => readNames(parser, line, 'allow', word.slice('allow-'.length));
  }
  // config.c compares only this beginning, so `source-dir` and `source-dirxyz` are the same keyword.
  if (word.startsWith('source-dir')) return (parser, line) => readSource(parser, line, 'source-directory');
  return readOption;
}

function encodingProblems(text: string): InterfacesProblem[] {
  const problems: InterfacesProblem[] = [];
  if (text.startsWith('\uFEFF')) problems.push({ kind: 'byte-order-mark', span: { start: 0, end: 1 } });
  for (let at = text.indexOf('\0'); at >= 0; ) {
    problems.push({ kind: 'nul-byte', span: { start: at, end: at + 1 } });
    const newline = text.indexOf('\n', at);
    at = newline < 0 ? -1 : text.indexOf('\0', newline);
  }
  return problems;
}

function splitLine(logical: LogicalLine): Line {
  const { text, pieces } = logical;
  // A line that begins with a blank is the rest of a continuation; ifupdown then reads an empty first word.
  const firstEnd = wordEnd(text, 0);
  const first: Word = { text: cutWord(text.slice(0, firstEnd)), span: spanIn(pieces, 0, firstEnd) };
  const from = skipBlanks(text, firstEnd, text.length);
  const span = spanIn(pieces, 0, text.length);
  if (from === text.length) return { span, first, value: undefined };
  const value: Value = {
    text: text.slice(from),
    span: spanIn(pieces, from, text.length),
    // A getter that finds them when they are asked for would cost more: V8 makes a type of its own for each such object.
    words: wordsOf(logical, from),
    pieces: pieces.map(({ at, offset }) => ({ at: at - from, offset })),
  };
  return { span, first, value };
}

function readIface(parser: Parser, line: Line): void {
  const words = line.value?.words ?? [];
  const [name, ...rest] = words;
  const inheritsAt = rest.slice(0, 3).findIndex((word) => word.text === 'inherits');
  const described = inheritsAt < 0 ? rest : rest.slice(0, inheritsAt);
  const inheritsWord = rest[inheritsAt];
  const stanza: OpenIface = {
    kind: 'iface',
    span: line.span,
    line: line.span,
    keyword: line.first,
    name,
    family: described[0],
    method: described[1],
    inherits: inheritsWord && { keyword: inheritsWord, name: rest[inheritsAt + 1] },
    extra: inheritsAt < 0 ? rest.slice(2) : rest.slice(inheritsAt + 2),
    options: [],
    marks: [],
  };
  if (name === undefined) report(parser, 'iface-without-name', line.first.span);
  if (stanza.inherits && stanza.inherits.name === undefined) {
    report(parser, 'inherits-without-name', stanza.inherits.keyword.span);
  }
  const [extra] = stanza.extra;
  if (extra && !stanza.inherits) report(parser, 'extra-iface-word', extra.span);
  parser.statements.push(stanza);
  parser.open = stanza;
}

function readMapping(parser: Parser, line: Line): void {
  const stanza: OpenMapping = {
    kind: 'mapping',
    span: line.span,
    line: line.span,
    keyword: line.first,
    patterns: line.value?.words ?? [],
    options: [],
  };
  parser.statements.push(stanza);
  parser.open = stanza;
}

function readNames(parser: Parser, line: Line, kind: NamesLine['kind'], allowClass: string | undefined): void {
  const names = line.value?.words ?? [];
  const statement: NamesLine = { kind, span: line.span, keyword: line.first, class: allowClass, names };
  if (names.length === 0 && parser.open?.kind === 'iface') {
    parser.open.marks.push(statement);
    extend(parser.open, line.span);
    return;
  }
  parser.statements.push(statement);
  parser.open = undefined;
}

function readRename(parser: Parser, line: Line): void {
  parser.statements.push({
    kind: 'rename',
    span: line.span,
    keyword: line.first,
    renames: line.value?.words ?? [],
  });
  parser.open = undefined;
}

function readSource(parser: Parser, line: Line, kind: 'source' | 'source-directory'): void {
  parser.statements.push({ kind, span: line.span, keyword: line.first, value: line.value });
  parser.open = undefined;
}

function readOption(parser: Parser, line: Line): void {
  const option: OptionLine = { kind: 'option', span: line.span, name: line.first, value: line.value };
  const { open } = parser;
  if (open?.kind === 'iface') {
    if (option.value === undefined) report(parser, 'option-without-value', option.name.span);
    open.options.push(option);
    extend(open, line.span);
    return;
  }
  if (open?.kind === 'mapping' && (option.name.text === 'script' || option.name.text === 'map')) {
    const isScript = option.name.text === 'script';
    if (isScript && open.options.some((earlier) => earlier.name.text === 'script')) {
      report(parser, 'duplicate-mapping-script', option.name.span);
    }
    open.options.push(option);
    extend(open, line.span);
    return;
  }
  report(parser, 'misplaced-option', option.name.span);
  parser.statements.push({
    kind: 'stray',
    span: line.span,
    name: line.first,
    value: line.value,
    inside: open === undefined ? 'nothing' : 'mapping',
  });
}

function extend(stanza: OpenIface | OpenMapping, span: Span): void {
  stanza.span = { start: stanza.span.start, end: span.end };
}

function report(parser: Parser, kind: InterfacesProblem['kind'], span: Span): void {
  parser.problems.push({ kind, span });
}
