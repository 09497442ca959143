import type { Span } from '../text/span.ts';

/** What a piece of text is, before anything knows what it means. */
export type TokenKind =
  | 'byte-order-mark'
  | 'blank'
  | 'newline'
  | 'comment'
  | 'continuation'
  | 'word'
  /** What the real tool never sees, such as what stands behind a NUL on ifupdown's lines. */
  | 'unread'
  | 'key'
  | 'string'
  | 'number'
  /** `=`, `+=`, `[`, `]`, `,`, `;` */
  | 'punctuation'
  /** What the language has no token for: xl calls it a lexical error. */
  | 'stray';

/** A piece of the text. The tokens of a tree, joined, are the text. */
export interface Token {
  readonly kind: TokenKind;
  readonly span: Span;
}

/** Something that the parser could not read as the language has it. The tree goes on behind it. */
export interface SyntaxProblem<Kind extends string> {
  readonly kind: Kind;
  readonly span: Span;
}

/** One file, read: a value that knows no other file and no meaning. Parsing never fails. */
export interface SyntaxTree<Root, Kind extends string> {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly root: Root;
  readonly problems: readonly SyntaxProblem<Kind>[];
}

/** A comment line, from `#` to the end of its line. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}
