import type { IfaceStanza, InterfacesFile, OptionLine, Statement, Value, Word } from '../../syntax/interfaces/ast.ts';
import { logicalLineAt } from '../../syntax/interfaces/cursor-line.ts';
import type { FileId } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import { touches } from '../../text/span.ts';
import type { InterfacesSnapshot } from '../../workspace/snapshot.ts';
import { interfacesTreeOf } from '../../workspace/snapshot.ts';
import { selectionSteps } from '../selection-steps.ts';

/** What to select around an offset, step by step: the word, the value, the line, the stanza, the file. Each holds the one before. */
export function selectionsAt(snapshot: InterfacesSnapshot, file: FileId, offset: number): readonly Span[] {
  const tree = interfacesTreeOf(snapshot, file);
  if (tree === undefined) return [];
  const line = logicalLineAt(tree.text, offset).span;
  const candidates = [...spansAround(tree.root, offset), line, tree.root.span];
  return selectionSteps(candidates, offset);
}

function spansAround(root: InterfacesFile, offset: number): readonly Span[] {
  const comments = root.comments.filter(({ span }) => touches(span, offset));
  const statements = root.statements.filter(({ span }) => touches(span, offset));
  return [...comments.map(({ span }) => span), ...statements.flatMap(spansIn)];
}

function spansIn(statement: Statement): readonly Span[] {
  const { span } = statement;
  switch (statement.kind) {
    case 'iface':
      return [span, statement.line, ...wordsOfIface(statement), ...statement.options.flatMap(spansInOption)];
    case 'mapping':
      return [span, statement.line, ...spansOf(statement.patterns), ...statement.options.flatMap(spansInOption)];
    case 'rename':
      return [span, statement.keyword.span, ...spansOf(statement.renames)];
    case 'source':
    case 'source-directory':
      return [span, statement.keyword.span, ...spansInValue(statement.value)];
    case 'stray':
      return [span, statement.name.span, ...spansInValue(statement.value)];
    default:
      return [span, statement.keyword.span, ...spansOf(statement.names)];
  }
}

function wordsOfIface({ keyword, name, family, method, inherits, extra, marks }: IfaceStanza): readonly Span[] {
  const words = [keyword, name, family, method, inherits?.keyword, inherits?.name, ...extra];
  return [...spansOf(words.filter((word) => word !== undefined)), ...marks.map((mark) => mark.span)];
}

function spansInOption({ span, name, value }: OptionLine): readonly Span[] {
  return [span, name.span, ...spansInValue(value)];
}

function spansInValue(value: Value | undefined): readonly Span[] {
  return value === undefined ? [] : [value.span, ...spansOf(value.words)];
}

function spansOf(words: readonly Word[]): readonly Span[] {
  return words.map((word) => word.span);
}
