import type { NamesLine, Word } from '../syntax/interfaces/ast.ts';
import type { FileId } from '../text/location.ts';
import type { Mark } from './host.ts';
import { wordsBeforeComment } from './inline-comment.ts';
import type { Reading } from './reading-order.ts';

/** Every interface that an `auto`, `allow-…`, `no-auto-down` or `no-scripts` line names, in reading order. */
export function collectMarks(reading: Reading): readonly Mark[] {
  return reading.statements.flatMap(({ file, statement }) => {
    if (statement.kind === 'iface') {
      // Without a name inside a stanza they mean the stanza's own interface (config.c).
      const { name } = statement;
      return name === undefined ? [] : statement.marks.map((mark) => markOf(mark, name.text, mark.keyword, file));
    }
    if (!('names' in statement)) return [];
    return wordsBeforeComment(statement.names).map((word) => markOf(statement, word.text, word, file));
  });
}

function markOf(statement: NamesLine, text: string, word: Word, file: FileId): Mark {
  const equals = text.indexOf('=');
  return {
    kind: statement.kind,
    class: statement.class,
    name: equals < 0 ? text : text.slice(0, equals),
    logical: equals < 0 ? text : text.slice(equals + 1),
    isPattern: text.includes('/') || (statement.class === undefined && /[*?[]/.test(text)),
    location: { file, span: word.span },
    statement,
  };
}
