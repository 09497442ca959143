/** Python, which xm ran and xl does not read. */
import type { Lexeme } from './lexer.ts';

const statementWords =
  /^(?:import|from|def|if|elif|else|for|while|try|except|finally|return|print|class|with|assert|pass|global|raise|exec|del|lambda|yield|break|continue)$/;

/** Whether a line that begins with this word, and goes on with no operator, is one of Python. */
export function beginsPythonStatement(word: string): boolean {
  return statementWords.test(word.replace(/[:(].*$/s, ''));
}

/** What only an expression of Python begins with: a bracket, `lambda`, or one of its three words. */
export function isPythonWord(word: string): boolean {
  return /^(?:[({]|(?:True|False|None|lambda)\b|[A-Za-z_][\w.]*\()/.test(word);
}

/** Whether a word that follows a value goes on with an expression of Python: `% x`, `+ x`, `.format(`, `(`. */
export function continuesExpression(word: string): boolean {
  return /^(?:[%+*(]|\.[A-Za-z]|-[A-Za-z0-9]*$|(?:if|for|and|or|in|not|is)$)/.test(word);
}

/** By how much more round and curly brackets the pieces open than they close. */
export function openBrackets(text: string, lexemes: readonly Lexeme[]): number {
  let open = 0;
  for (const { kind, span } of lexemes) {
    if (kind !== 'word') continue;
    for (const letter of text.slice(span.start, span.end)) {
      if (letter === '(' || letter === '{') open++;
      if (letter === ')' || letter === '}') open--;
    }
  }
  return open;
}
