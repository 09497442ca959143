import type { Span } from '../../../text/span.ts';
import type { PythonToken } from './lexer.ts';
import { pythonString } from './lexer.ts';

/** An expression, as far as its value may be told without running it. */
export type PythonExpression = { readonly span: Span } & (
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list' | 'tuple'; readonly items: readonly PythonExpression[] }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: PythonExpression;
      readonly right: PythonExpression;
    }
  | { readonly kind: 'negative'; readonly operand: PythonExpression }
  | { readonly kind: 'call'; readonly name: string; readonly items: readonly PythonExpression[] }
  | { readonly kind: 'format'; readonly text: PythonExpression; readonly items: readonly PythonArgument[] }
);

/** An argument of `.format()`, with its name where it has one. */
export interface PythonArgument {
  readonly name: string | undefined;
  readonly value: PythonExpression;
}

interface Reader {
  readonly tokens: readonly PythonToken[];
  at: number;
}

/** Reads an expression that all the tokens make; `undefined` where it has anything beyond {@link PythonExpression}. */
export function readExpression(tokens: readonly PythonToken[]): PythonExpression | undefined {
  const reader = { tokens: tokens.filter(({ kind }) => kind !== 'comment' && kind !== 'newline'), at: 0 };
  const expression = readSum(reader);
  return reader.at === reader.tokens.length ? expression : undefined;
}

function peek({ tokens, at }: Reader): PythonToken | undefined {
  return tokens[at];
}

function take(reader: Reader, operator: string): boolean {
  const token = peek(reader);
  if (token?.kind !== 'operator' || token.text !== operator) return false;
  reader.at++;
  return true;
}

function readSum(reader: Reader): PythonExpression | undefined {
  return readBinary(reader, ['+', '-'], readProduct);
}

function readProduct(reader: Reader): PythonExpression | undefined {
  return readBinary(reader, ['*', '%', '/', '//'], readUnary);
}

function readBinary(
  reader: Reader,
  operators: readonly string[],
  readOperand: (reader: Reader) => PythonExpression | undefined,
): PythonExpression | undefined {
  let left = readOperand(reader);
  for (;;) {
    const operator = operators.find((one) => take(reader, one));
    if (operator === undefined || left === undefined) return left;
    const right = readOperand(reader);
    left = right && { kind: 'binary', operator, left, right, span: { start: left.span.start, end: right.span.end } };
  }
}

function readUnary(reader: Reader): PythonExpression | undefined {
  const start = peek(reader)?.span.start ?? 0;
  if (!take(reader, '-')) return readPostfix(reader);
  const operand = readUnary(reader);
  return operand && { kind: 'negative', operand, span: { start, end: operand.span.end } };
}

function readPostfix(reader: Reader): PythonExpression | undefined {
  let value = readPrimary(reader);
  while (value !== undefined && take(reader, '.')) {
    const isFormat = peek(reader)?.text === 'format';
    reader.at++;
    if (!isFormat || !take(reader, '(')) return undefined;
    const items = readArguments(reader);
    value = items && { kind: 'format', text: value, items, span: spanFrom(value.span.start, reader) };
  }
  return value;
}

function readPrimary(reader: Reader): PythonExpression | undefined {
  const token = peek(reader);
  if (token === undefined) return undefined;
  const { span, text } = token;
  if (token.kind === 'string') return readStrings(reader);
  reader.at++;
  if (token.kind === 'number') {
    const value = numberOf(text);
    return value === undefined ? undefined : { kind: 'constant', value, span };
  }
  if (token.kind === 'name') return readName(reader, token);
  if (token.kind !== 'operator' || (text !== '[' && text !== '(')) return undefined;
  const close = text === '[' ? ']' : ')';
  const items: PythonExpression[] = [];
  let hasComma = false;
  while (!take(reader, close)) {
    const item = readSum(reader);
    if (item === undefined) return undefined;
    items.push(item);
    if (take(reader, ',')) hasComma = true;
    else if (peek(reader)?.text !== close) return undefined;
  }
  const whole = spanFrom(span.start, reader);
  if (text === '[') return { kind: 'list', items, span: whole };
  const [only] = items;
  return only !== undefined && !hasComma ? { ...only, span: whole } : { kind: 'tuple', items, span: whole };
}

function readName(reader: Reader, { text, span }: PythonToken): PythonExpression | undefined {
  const constant = constants.get(text);
  if (constant !== undefined) return { kind: 'constant', value: constant.value, span };
  if (!take(reader, '(')) return { kind: 'name', name: text, span };
  const items = readArguments(reader);
  if (items === undefined || items.some(({ name }) => name !== undefined)) return undefined;
  return { kind: 'call', name: text, items: items.map(({ value }) => value), span: spanFrom(span.start, reader) };
}

const constants: ReadonlyMap<string, { readonly value: boolean | null }> = new Map([
  ['True', { value: true }],
  ['False', { value: false }],
  ['None', { value: null }],
]);

/** Those behind an opening bracket, up to the closing one. */
function readArguments(reader: Reader): readonly PythonArgument[] | undefined {
  const items: PythonArgument[] = [];
  while (!take(reader, ')')) {
    const token = peek(reader);
    const isNamed = token?.kind === 'name' && reader.tokens[reader.at + 1]?.text === '=';
    if (isNamed) reader.at += 2;
    const value = readSum(reader);
    if (value === undefined) return undefined;
    items.push({ name: isNamed ? token.text : undefined, value });
    if (!take(reader, ',') && peek(reader)?.text !== ')') return undefined;
  }
  return items;
}

/** Strings that stand one behind the other are one. */
function readStrings(reader: Reader): PythonExpression | undefined {
  const start = peek(reader)?.span.start ?? 0;
  let value = '';
  for (let token = peek(reader); token?.kind === 'string'; token = peek(reader)) {
    const part = pythonString(token.text);
    if (part === undefined) return undefined;
    value += part;
    reader.at++;
  }
  return { kind: 'constant', value, span: spanFrom(start, reader) };
}

/** Whole numbers as Python 2 has them; `undefined` for others. */
function numberOf(text: string): number | undefined {
  const digits = text.replace(/l$/i, '');
  const octal = /^0[oO]?([0-7]+)$/.exec(digits)?.[1];
  const value = octal === undefined ? Number(digits) : Number.parseInt(octal, 8);
  return Number.isSafeInteger(value) && !digits.includes('.') ? value : undefined;
}

function spanFrom(start: number, { tokens, at }: Reader): Span {
  return { start, end: tokens[at - 1]?.span.end ?? start };
}
