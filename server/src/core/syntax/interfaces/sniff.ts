import { lexInterfaces, wordsOf } from './lexer.ts';
import { isStatementKeyword } from './parser.ts';

const canonicalPlaces = /(?:^|\/)network\/(?:interfaces|interfaces\.new|interfaces\.d\/[^/]+)$/;

/** Lines of a template language that stand for themselves: Jinja, ERB, mustache. */
const templateLine = /^[ \t]*(?:\{[%{#]|<%)|^(?!#)[^\n]*(?:\{\{.*\}\}|<%=.*%>)/m;

/** Whether the path says that a file is in ifupdown's language, whatever stands in it. Takes the decoded path. */
export function isInterfacesPath(path: string): boolean {
  return canonicalPlaces.test(path);
}

/**
 * Whether a text is in ifupdown's language: its first word that is no comment is a keyword. A text without any word
 * tells nothing and is not. Shorewall, too, has files named `interfaces`.
 */
export function looksLikeInterfaces(text: string): boolean {
  const [first] = lexInterfaces(text).lines;
  const word = first && wordsOf(first)[0];
  return word !== undefined && isStatementKeyword(word.text);
}

/** Whether another program still has to make an interfaces file of this text, so that nothing can be said about it. */
export function isTemplate(text: string): boolean {
  return text.includes('{{') || text.includes('{%') || text.includes('<%') ? templateLine.test(text) : false;
}

/** Whether a text holds NULs on more than one line; such a file is no text. A lone one is a mistake in a text. */
export function isBinary(text: string): boolean {
  const first = text.indexOf('\0');
  if (first < 0) return false;
  const newline = text.indexOf('\n', first);
  return newline >= 0 && text.indexOf('\0', newline) >= 0;
}
