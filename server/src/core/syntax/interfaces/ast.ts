import type { Span } from '../../text/span.ts';
import type { Comment, SyntaxProblem, SyntaxTree } from '../tree.ts';

/** A word as ifupdown reads it: continuation lines joined, cut where its buffer ends. The span is that in the file. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** What stands behind the first word of a line, as one text and as words. */
export interface Value {
  /** Continuation lines joined, blanks at both ends removed. */
  readonly text: string;
  readonly span: Span;
  readonly words: readonly Word[];
  /** Where the text's pieces come from: each begins at `at` in the text and at `offset` in the file. */
  readonly pieces: readonly { readonly at: number; readonly offset: number }[];
}

/** An option of an `iface` stanza, or a `script` or `map` line of a mapping. */
export interface OptionLine {
  readonly kind: 'option';
  readonly span: Span;
  readonly name: Word;
  /** `undefined`: nothing stands behind the name, for which ifupdown refuses the file. */
  readonly value: Value | undefined;
}

/** `auto`, `allow-CLASS`, `no-auto-down`, `no-scripts` and their interfaces. */
export interface NamesLine {
  readonly kind: 'auto' | 'allow' | 'no-auto-down' | 'no-scripts';
  readonly span: Span;
  readonly keyword: Word;
  /** What follows `allow-`, or `auto`; `undefined` for `no-auto-down` and `no-scripts`. */
  readonly class: string | undefined;
  readonly names: readonly Word[];
}

/** `rename CURRENT=NEW …` */
export interface RenameLine {
  readonly kind: 'rename';
  readonly span: Span;
  readonly keyword: Word;
  readonly renames: readonly Word[];
}

/** `source` and `source-directory`. */
export interface SourceLine {
  readonly kind: 'source' | 'source-directory';
  readonly span: Span;
  readonly keyword: Word;
  /** `undefined`: the keyword stands alone. */
  readonly value: Value | undefined;
}

/** An `iface` line and the options below it. */
export interface IfaceStanza {
  readonly kind: 'iface';
  /** From the `iface` keyword to the end of the last line that belongs to the stanza. */
  readonly span: Span;
  /** The `iface` line alone. */
  readonly line: Span;
  readonly keyword: Word;
  readonly name: Word | undefined;
  readonly family: Word | undefined;
  readonly method: Word | undefined;
  readonly inherits: { readonly keyword: Word; readonly name: Word | undefined } | undefined;
  /** Words behind what the line takes; ifupdown ignores them. */
  readonly extra: readonly Word[];
  readonly options: readonly OptionLine[];
  /** `auto` and the like without a name inside the stanza: they mean the stanza's own interface (config.c). */
  readonly marks: readonly NamesLine[];
}

/** A `mapping` line and the lines below it. */
export interface MappingStanza {
  readonly kind: 'mapping';
  readonly span: Span;
  readonly line: Span;
  readonly keyword: Word;
  readonly patterns: readonly Word[];
  readonly options: readonly OptionLine[];
}

/** A line that belongs to nothing: ifupdown calls it a misplaced option. */
export interface StrayLine {
  readonly kind: 'stray';
  readonly span: Span;
  readonly name: Word;
  readonly value: Value | undefined;
  /** What is open above the line: nothing, or a mapping, which takes `script` and `map` alone. */
  readonly inside: 'nothing' | 'mapping';
}

export type Statement = IfaceStanza | MappingStanza | NamesLine | RenameLine | SourceLine | StrayLine;

export interface InterfacesFile {
  readonly kind: 'interfaces';
  readonly span: Span;
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
}

/** What can be wrong with the text alone; each is reported by the rule of the same name. */
export type InterfacesProblemKind =
  | 'byte-order-mark'
  | 'nul-byte'
  | 'misplaced-option'
  | 'option-without-value'
  | 'iface-without-name'
  | 'inherits-without-name'
  | 'duplicate-mapping-script'
  | 'extra-iface-word';

export type InterfacesProblem = SyntaxProblem<InterfacesProblemKind>;
export type InterfacesTree = SyntaxTree<InterfacesFile, InterfacesProblemKind>;
