/** What a simple expression of Python comes to, where it can be told without running it. */
import type { XlConfig } from './config.ts';

/** The text that an expression comes to. */
interface PythonText {
  readonly text: string;
  /** Whether it rests on another line of the file, which Python may have changed in between. */
  readonly usesNames: boolean;
}

const operand = /[ \t\n]*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|([A-Za-z_]\w*))[ \t\n]*/y;

/** Strings, and names that the file sets once to a string before this place, joined by `+`; `undefined` for anything else. */
export function joinedText(config: XlConfig, expression: string, offset: number): PythonText | undefined {
  let text = '';
  let usesNames = false;
  let at = 0;
  while (true) {
    operand.lastIndex = at;
    const found = operand.exec(expression);
    if (found === null) return undefined;
    const [whole, single, double, name] = found;
    const part = single ?? double ?? textNamed(config, name ?? '', offset);
    if (part === undefined) return undefined;
    usesNames ||= name !== undefined;
    text += part;
    at += whole.length;
    if (at === expression.length) return { text, usesNames };
    if (expression[at] !== '+') return undefined;
    at++;
  }
}

function textNamed({ settings }: XlConfig, name: string, offset: number): string | undefined {
  const [assignment, ...more] = settings.get(name)?.assignments ?? [];
  const isKnown = assignment?.value?.kind === 'string' && more.length === 0 && assignment.span.end <= offset;
  return isKnown && assignment.value?.kind === 'string' ? assignment.value.atom.text : undefined;
}
