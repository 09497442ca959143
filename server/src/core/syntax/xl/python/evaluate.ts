import type { PythonArgument, PythonExpression } from './expression.ts';

/** A value of Python. */
export type PythonValue = string | number | boolean | null | PythonSequence;

export interface PythonSequence {
  readonly kind: 'list' | 'tuple';
  readonly items: readonly PythonValue[];
}

/** What names stand for at a place of the program. */
export type PythonNames = ReadonlyMap<string, PythonValue>;

/** What an expression comes to; `undefined` where that depends on what only a run tells, or Python would refuse it. */
export function evaluate(expression: PythonExpression, names: PythonNames): PythonValue | undefined {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'name':
      return names.get(expression.name);
    case 'list':
    case 'tuple': {
      const items = evaluateAll(expression.items, names);
      return items && { kind: expression.kind, items };
    }
    case 'negative': {
      const value = evaluate(expression.operand, names);
      return typeof value === 'number' ? -value : undefined;
    }
    case 'binary': {
      const left = evaluate(expression.left, names);
      const right = evaluate(expression.right, names);
      return left === undefined || right === undefined ? undefined : compute(expression.operator, left, right);
    }
    case 'call': {
      const [value, ...more] = evaluateAll(expression.items, names) ?? [];
      return value === undefined || more.length > 0 ? undefined : convert(expression.name, value);
    }
    case 'format': {
      const text = evaluate(expression.text, names);
      return typeof text === 'string' ? fillBraces(text, expression.items, names) : undefined;
    }
  }
}

function evaluateAll(expressions: readonly PythonExpression[], names: PythonNames): readonly PythonValue[] | undefined {
  const values = expressions.map((expression) => evaluate(expression, names));
  return values.every((value) => value !== undefined) ? values : undefined;
}

function isSequence(value: PythonValue): value is PythonSequence {
  return typeof value === 'object' && value !== null;
}

/** What an operator makes of two values. */
export function compute(operator: string, left: PythonValue, right: PythonValue): PythonValue | undefined {
  if (operator === '%' && typeof left === 'string') return fillPercents(left, right);
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') return left + right;
  if (operator === '+' && isSequence(left) && isSequence(right) && left.kind === right.kind)
    return { kind: left.kind, items: [...left.items, ...right.items] };
  if (operator === '*' && typeof left === 'string' && typeof right === 'number' && right < 1000)
    return left.repeat(Math.max(0, right));
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  const result = arithmetic[operator]?.(left, right);
  return Number.isSafeInteger(result) ? result : undefined;
}

/** Division of Python 2 rounds down. */
const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => Math.floor(left / right),
  '//': (left, right) => Math.floor(left / right),
  '%': (left, right) => left - right * Math.floor(left / right),
};

function convert(name: string, value: PythonValue): PythonValue | undefined {
  if (name === 'str') return written(value);
  if (name !== 'int') return undefined;
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[0-9]{1,15}$/.test(value) ? Number(value) : undefined;
}

/** As `str()` has it. */
function written(value: PythonValue): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === null ? 'None' : undefined;
}

/** `"%s-%02d" % (a, b)` */
function fillPercents(text: string, values: PythonValue): string | undefined {
  const waiting = isSequence(values) && values.kind === 'tuple' ? [...values.items] : [values];
  let failed = false;
  const filled = text.replace(/%(?:%|([-0]*)([0-9]*)([sdiuxX])|)/g, (found, flags, width, kind) => {
    if (found === '%%') return '%';
    const value = waiting.shift();
    const part = kind === undefined || value === undefined ? undefined : fieldOf(value, kind);
    if (part === undefined) failed = true;
    return padded(part ?? '', flags ?? '', Number(width ?? 0));
  });
  return failed || waiting.length > 0 ? undefined : filled;
}

function fieldOf(value: PythonValue, kind: string): string | undefined {
  if (kind === 's') return written(value);
  if (typeof value !== 'number') return undefined;
  if (kind === 'x') return value.toString(16);
  return kind === 'X' ? value.toString(16).toUpperCase() : String(value);
}

function padded(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0')) return text.padStart(width);
  return text.startsWith('-') ? `-${text.slice(1).padStart(width - 1, '0')}` : text.padStart(width, '0');
}

/** `"{}-{1:02d}-{name}".format(…)` */
function fillBraces(text: string, items: readonly PythonArgument[], names: PythonNames): string | undefined {
  let next = 0;
  let failed = false;
  const filled = text.replace(
    /\{\{|\}\}|\{([A-Za-z0-9_]*)(?::(0?)([0-9]*)([sdxX]?))?\}|[{}]/g,
    (found, key, zero, width, kind) => {
      if (found === '{{' || found === '}}') return found.slice(1);
      if (key === undefined) failed = true;
      const positional = items.filter(({ name }) => name === undefined);
      const item = /^[0-9]*$/.test(key ?? '')
        ? positional[key === '' ? next++ : Number(key)]
        : items.find(({ name }) => name === key);
      const value = item && evaluate(item.value, names);
      const part = value === undefined ? undefined : fieldOf(value, kind || 's');
      if (part === undefined) failed = true;
      const isText = typeof value === 'string';
      return padded(part ?? '', (zero ?? '') + (isText ? '-' : ''), Number(width || 0));
    },
  );
  return failed ? undefined : filled;
}
