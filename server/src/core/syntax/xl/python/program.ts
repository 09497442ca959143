import type { Span } from '../../../text/span.ts';
import type { PythonToken } from './lexer.ts';
import { lexPython } from './lexer.ts';

/** A statement of the first level with all that belongs to it: what stands deeper below it, and its `else`. */
export interface PythonUnit {
  readonly kind: 'import' | 'assignment' | 'code';
  readonly span: Span;
  /** Comments included, line ends left out. */
  readonly tokens: readonly PythonToken[];
  /** The names that it gives something to. */
  readonly binds: ReadonlySet<string>;
  /** The names that it uses. */
  readonly uses: ReadonlySet<string>;
  /** The words in its strings. */
  readonly words: ReadonlySet<string>;
}

interface Statement {
  readonly tokens: readonly PythonToken[];
  readonly indent: number;
  /** Where its line begins. */
  readonly line: number;
}

/** The program; `undefined` where a bracket is open at its end, or it has anything that Python has no place for. */
export function readProgram(text: string): readonly PythonUnit[] | undefined {
  const statements = statementsOf(text, lexPython(text));
  return statements && unitsOf(statements).map(unitOf);
}

function statementsOf(text: string, tokens: readonly PythonToken[]): readonly Statement[] | undefined {
  const statements: Statement[] = [];
  let own: PythonToken[] = [];
  let depth = 0;
  const close = (): void => {
    const [first] = own;
    const line = first === undefined ? 0 : text.lastIndexOf('\n', first.span.start - 1) + 1;
    const indent = first === undefined ? 0 : (/^[ \t]*/.exec(text.slice(line, first.span.start))?.[0].length ?? 0);
    if (first !== undefined) statements.push({ tokens: own, indent, line });
    own = [];
  };
  for (const token of tokens) {
    if (token.kind === 'stray') return undefined;
    if (token.kind === 'operator') depth += bracket(token.text);
    const endsHere = token.kind === 'newline' || (token.kind === 'operator' && token.text === ';');
    if (depth < 0) return undefined;
    if (depth === 0 && endsHere) close();
    else if (token.kind !== 'newline' && (own.length > 0 || token.kind !== 'comment')) own.push(token);
  }
  close();
  return depth === 0 ? statements.map(withoutLastComment) : undefined;
}

function bracket(text: string): number {
  if (text === '(' || text === '[' || text === '{') return 1;
  return text === ')' || text === ']' || text === '}' ? -1 : 0;
}

function withoutLastComment(statement: Statement): Statement {
  const { tokens } = statement;
  return { ...statement, tokens: tokens.at(-1)?.kind === 'comment' ? tokens.slice(0, -1) : tokens };
}

const headers = /^(?:if|for|while|def|class|try|with)$/;
const continuations = /^(?:elif|else|except|finally)$/;

function unitsOf(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const units: Statement[][] = [];
  for (const statement of statements) {
    const unit = units.at(-1);
    const [header] = unit ?? [];
    const word = header?.tokens[0]?.text ?? '';
    const first = statement.tokens[0]?.text ?? '';
    const isBlock = header !== undefined && headers.test(word);
    const belongs = isBlock && (statement.indent > header.indent || continuations.test(first));
    const joinsImport = isImport(word) && isImport(first) && unit?.at(-1)?.line === statement.line;
    if (unit !== undefined && (belongs || joinsImport)) unit.push(statement);
    else units.push([statement]);
  }
  return units;
}

function isImport(word: string): boolean {
  return word === 'import' || word === 'from';
}

function unitOf(statements: readonly Statement[]): PythonUnit {
  const tokens = statements.flatMap((statement) => statement.tokens);
  const [first, second] = tokens;
  const last = tokens.findLast(({ kind }) => kind !== 'comment');
  const span = { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
  const words = tokens.flatMap(({ kind, text }) => (kind === 'string' ? (text.match(/[A-Za-z_]\w*/g) ?? []) : []));
  const unit = { span, tokens, words: new Set(words) };
  if (isImport(first?.text ?? '')) {
    const names = namesIn(tokens).filter((name) => !/^(?:import|from|as)$/.test(name));
    return { ...unit, kind: 'import', binds: new Set(names), uses: new Set() };
  }
  const isAssignment = statements.length === 1 && first?.kind === 'name' && /^\+?=$/.test(second?.text ?? '');
  if (isAssignment)
    return { ...unit, kind: 'assignment', binds: new Set([first.text]), uses: new Set(namesIn(tokens.slice(2))) };
  return { ...unit, kind: 'code', binds: boundIn(statements), uses: new Set(namesIn(tokens)) };
}

/** Those of attributes left out: `os` of `os.uname`. */
function namesIn(tokens: readonly PythonToken[]): readonly string[] {
  return tokens.flatMap(({ kind, text }, index) => (kind === 'name' && tokens[index - 1]?.text !== '.' ? [text] : []));
}

function boundIn(statements: readonly Statement[]): ReadonlySet<string> {
  const names = statements.flatMap(({ tokens }) =>
    tokens.flatMap(({ kind, text }, index) => {
      const before = tokens[index - 1]?.text ?? '';
      const isAssigned = /^[-+*/]?=$/.test(tokens[index + 1]?.text ?? '');
      return kind === 'name' && (isAssigned || /^(?:def|class|for)$/.test(before)) ? [text] : [];
    }),
  );
  return new Set(names);
}
