/**
 * Reads a file in xl's language: what libxlu_cfg_y.y reads is read alike, and for all else there is a problem, at the line
 * that xl names. Only there xl's own count differs: it names the line before for a newline that it did not expect
 * (libxlu_cfg.c, xlu__cfg_yyerror takes one off although the lexer has done so), the last newline for the end of the file,
 * and the closing bracket for a `+=` that joins what cannot be joined.
 */
import type { Comment } from '../tree.ts';
import type { XlFile, XlTree } from './ast.ts';
import { joinProblems } from './joins.ts';
import { lexicalProblems, lexXl, tokensOf } from './lexer.ts';
import { mergeProblems, openReader } from './reader.ts';
import { readStatements } from './statements.ts';

/** Reads a text. Never fails: what xl cannot read has a problem, and the tree goes on behind it. */
export function parseXl(text: string): XlTree {
  const lexemes = lexXl(text);
  const reader = openReader(text, lexemes);
  const assignments = readStatements(reader);
  const own = [...lexicalProblems(text, lexemes), ...reader.problems];
  const problems = [...own, ...joinProblems(assignments, own)];
  const root: XlFile = {
    kind: 'xl',
    span: { start: 0, end: text.length },
    assignments,
    comments: commentsOf(text, lexemes),
  };
  return { text, tokens: tokensOf(lexemes), root, problems: mergeProblems(text, problems) };
}

function commentsOf(text: string, lexemes: ReturnType<typeof lexXl>): readonly Comment[] {
  return lexemes
    .filter(({ kind }) => kind === 'comment')
    .map(({ span: { start, end } }) => {
      const read = text.slice(start, end).trimEnd();
      return { text: read, span: { start, end: start + read.length } };
    });
}
