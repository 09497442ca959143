/** What the features answer, whatever the language: plain data that the outer layers turn into an editor's terms. */

import type { TextEdit } from '../text/edits.ts';
import type { FileId, Location } from '../text/location.ts';
import type { Span } from '../text/span.ts';

/** What is said about a word. */
export interface Hover {
  /** The word. */
  readonly span: Span;
  readonly markdown: string;
}

/** A proposal. */
export interface CompletionItem {
  readonly label: string;
  readonly kind:
    | 'keyword'
    | 'family'
    | 'method'
    | 'option'
    | 'value'
    | 'interface'
    | 'class'
    | 'variable'
    | 'file'
    | 'directive'
    | 'rule'
    | 'key'
    | 'parameter'
    | 'snippet';
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What the text takes the place of; it holds the cursor. */
  readonly span: Span;
  readonly text: string;
  /** Whether the text holds places to fill in, in the syntax of snippets. */
  readonly isSnippet?: boolean;
  /** Whether more has to follow, so that it is worth asking again behind the text. */
  readonly continues: boolean;
  readonly deprecated: boolean;
}

/** A place to go to. */
export interface DefinitionTarget {
  readonly file: FileId;
  /** All of it: the stanza, or an empty span at the start of a file. */
  readonly span: Span;
  /** The part to put the cursor on: the name. */
  readonly selection: Span;
}

/** Where what stands at a place is defined. */
export interface Definition {
  /** The word that was asked about. */
  readonly span: Span;
  readonly targets: readonly DefinitionTarget[];
}

/** A place of the same name in the same file. */
export interface Highlight {
  readonly span: Span;
  /** `declaration`: where the name is given, as on its `iface` line. */
  readonly kind: 'declaration' | 'use';
}

/** Why nothing is renamed: a sentence for the user. */
export interface RenameRefusal {
  readonly kind: 'refused';
  readonly reason: string;
}

/** What can be renamed at a place. */
export interface RenameTarget {
  readonly kind: 'target';
  readonly span: Span;
  readonly name: string;
}

/** A place that may mean the renamed interface, left as it is, and why: a sentence for the user. */
export interface UnsurePlace {
  readonly location: Location;
  readonly reason: string;
}

/** A new name in all files of the host. */
export interface Rename {
  readonly kind: 'renamed';
  /** They do not overlap. */
  readonly edits: readonly TextEdit[];
  readonly unsure: readonly UnsurePlace[];
}

/** An entry of the outline. */
export interface OutlineSymbol {
  readonly name: string;
  /** What it is, beside the name: `inet manual · bridge of eth0.10`. */
  readonly detail: string;
  readonly kind:
    | 'interface'
    | 'bridge'
    | 'mapping'
    | 'source'
    | 'option'
    | 'domain'
    | 'disk'
    | 'vif'
    | 'device'
    | 'key';
  readonly span: Span;
  /** The part that the name is taken from. Lies in the span. */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

/** A few words above a line that lead to places. */
export interface CodeLens {
  /** What they are about; they stand above its line. */
  readonly span: Span;
  readonly title: string;
  readonly places: readonly Location[];
}

/** Lines that can be folded to their first: those that the span touches, two at least. */
export interface Fold {
  readonly span: Span;
  readonly kind: 'lines' | 'comment' | 'region';
}

/** A piece of text that leads to a file. */
export interface FileLink {
  readonly span: Span;
  readonly target: FileId;
  /** The file's path. */
  readonly tooltip: string;
}

/** A few words that an editor shows in the text, which are not in it. */
export interface InlayHint {
  readonly offset: number;
  readonly text: string;
  /** `before`: it belongs to what stands behind it. */
  readonly side: 'before' | 'behind';
  /** Markdown. */
  readonly tooltip?: string;
}

/** The shape of what is being typed, with the parameter at hand. */
export interface SignatureHelp {
  /** Such as `target, format, vdev, access`. */
  readonly label: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly parameters: readonly {
    /** Where it stands in the label. */
    readonly label: readonly [start: number, end: number];
    /** Markdown. */
    readonly documentation?: string;
  }[];
  /** The one at the cursor, from 0; `undefined`: none of them. */
  readonly active: number | undefined;
}

/** What kinds of pieces an editor may colour by their meaning. */
export const semanticTokenKinds = [
  'property',
  'parameter',
  'enumMember',
  'number',
  'string',
  'variable',
  'operator',
] as const;

/** What more there is to say of such a piece. */
export const semanticTokenModifiers = ['deprecated', 'readonly', 'definition'] as const;

/** A piece of the text that an editor colours by its meaning. On one line. */
export interface SemanticToken {
  readonly span: Span;
  readonly kind: (typeof semanticTokenKinds)[number];
  readonly modifiers: readonly (typeof semanticTokenModifiers)[number][];
}
