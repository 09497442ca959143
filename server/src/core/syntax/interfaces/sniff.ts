import { lexInterfaces, wordsOf } from './lexer.ts';
import { isStatementKeyword } from './parser.ts';

const canonicalPlaces = /(?:^|\/)network\/(?:interfaces|interfaces\.new|interfaces\.d\/[^/]+)$/;

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
