import type { Span } from '../../text/span.ts';
import type { Comment, SyntaxProblem, SyntaxTree } from '../tree.ts';
import type { Atom } from './atom.ts';

/** The name of a setting, as written. */
export interface Key {
  readonly text: string;
  readonly span: Span;
}

/** A string in either kind of quotes; `atom` is what xl reads, escapes resolved. */
export interface StringValue {
  readonly kind: 'string';
  /** Quotes included; to the end of the line where the closing one is missing. */
  readonly span: Span;
  readonly atom: Atom;
}

/** A word of digits, as in `memory = 512`. xl takes it for the string of the same letters (libxlu_cfg_l.l, NUMBER). */
export interface NumberValue {
  readonly kind: 'number';
  readonly span: Span;
  readonly atom: Atom;
}

/** `[ … ]` */
export interface ListValue {
  readonly kind: 'list';
  /** Brackets included; to the last item where the closing one is missing. */
  readonly span: Span;
  readonly items: readonly Value[];
}

/** What stands where a value is wanted and is none, such as a bare word. There is a problem about it in the tree. */
export interface UnreadValue {
  readonly kind: 'unread';
  readonly span: Span;
  readonly text: string;
}

export type Value = StringValue | NumberValue | ListValue | UnreadValue;

/** `KEY = VALUE` or `KEY += VALUE`. */
export interface Assignment {
  readonly kind: 'assignment';
  /** From the key to the end of the value. */
  readonly span: Span;
  readonly key: Key;
  readonly operator: '=' | '+=';
  /** `undefined`: nothing stands behind the operator on its line. */
  readonly value: Value | undefined;
}

/** A file in xl's language: a domU's configuration, `xl.conf`, or a CPU pool's. */
export interface XlFile {
  readonly kind: 'xl';
  readonly span: Span;
  /** In the file's order; those of lines that xl cannot read are left out, or are there as far as they can be told. */
  readonly assignments: readonly Assignment[];
  readonly comments: readonly Comment[];
}

/** What can be wrong with the text alone; xl refuses the file for each. Each is reported by the rule of the same name. */
export type XlProblemKind =
  /** U+FEFF at the very start. */
  | 'xl-byte-order-mark'
  /** A CR, which is no blank to xl. */
  | 'carriage-return'
  | 'xl-nul-byte'
  /** A comment on the last line, without a newline behind it. */
  | 'comment-without-newline'
  | 'unterminated-string'
  /** `'''x'''` */
  | 'triple-quotes'
  /** A backslash with something behind it that is no escape, or `\x`. */
  | 'invalid-escape'
  | 'unclosed-list'
  /** Two values in a list with nothing between. */
  | 'missing-comma'
  /** A comma with no value before it, or behind a value that is in no list. */
  | 'extra-comma'
  /** A key with upper-case letters or `-`, or one that begins with a digit. */
  | 'invalid-key'
  /** A word, or a number of a shape xl does not have, where a value needs quotes: `web`, `512MB`, `-3600`, `0x1F`, `1.5`. */
  | 'unquoted-value'
  /** `key =` at the end of its line, the value on the next one. */
  | 'value-on-next-line'
  /** `key =` and no value at all. */
  | 'missing-value'
  /** A key alone, or two words, or `key : value`. */
  | 'missing-equals-sign'
  /** Two assignments on one line without `;` between. */
  | 'missing-semicolon'
  /** Python that xm could run: `import`, `def`, `if`, `%`, `+`, calls, tuples, `{}`, `None`. */
  | 'python-code'
  /** A section header, as in an INI file. */
  | 'section-header'
  /** A backslash at the end of a line. */
  | 'line-continuation'
  /** `+=` of a list to a string, or of a string to a list. */
  | 'list-joined-to-string'
  /** Anything else that xl has no place for. */
  | 'stray-text';

export type XlProblem = SyntaxProblem<XlProblemKind>;
export type XlTree = SyntaxTree<XlFile, XlProblemKind>;
