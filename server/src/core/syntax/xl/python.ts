/** Python, which xm ran and xl does not read. */
import type { Lexeme } from './lexer.ts';

const statementWords =
  /^(?:import|from|def|if|elif|else|for|while|try|except|finally|return|print|class|with|assert|pass|global|raise|exec|del|lambda|yield|break|continue)$/;

/** Whether a line that begins with this word, behind which no operator stands, is one of Python. */
export function beginsPythonStatement(word: string): boolean {
  return statementWords.test(word.replace(/[:(].*$/s, ''));
}

/** What only an expression of Python begins with: a bracket, `lambda`, one of its three words, a call, or `a+b`. */
export function isPythonWord(word: string): boolean {
  return /^(?:[({]|(?:True|False|None|lambda)\b|[A-Za-z_][\w.]*\(|\w+[*+]\w)/.test(word);
}

/** Whether a word that follows another one, or a number, is an operator of Python: `+`, `% x`, `*2`. */
export function isPythonOperator(word: string): boolean {
  return /^(?:[-+*/%]$|[%*(]|\+[A-Za-z])/.test(word);
}

/** Whether a word that follows a value goes on with an expression of Python: `% x`, `+ x`, `.format(`, `if`. */
export function continuesExpression(word: string): boolean {
  return /^(?:[%+*(]|-$|\.[A-Za-z]|(?:if|for|and|or|in|not|is)$)/.test(word);
}

/** By how much more brackets of all kinds a piece opens than it closes. */
export function bracketsOpened({ kind }: Lexeme, text: string): number {
  if (kind === 'open') return 1;
  if (kind === 'close') return -1;
  if (kind !== 'word') return 0;
  return text.replace(/[^({]/g, '').length - text.replace(/[^)}]/g, '').length;
}
