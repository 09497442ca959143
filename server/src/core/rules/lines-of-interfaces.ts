import type { Directive } from '../model/directives.ts';
import type { HostModel } from '../model/host.ts';
import { lineSpanAt } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import { lineBelow } from './line-below.ts';

/** The logical line that a comment in a host's files speaks of: the one below, with its continuation lines. */
export function lineForInterfaces(host: HostModel | undefined, directive: Directive, text: string): Span {
  const tree = host?.files.find(({ file }) => file === directive.file)?.tree;
  const comments = new Set(tree?.root.comments.map((comment) => lineSpanAt(text, comment.span.start).start));
  let line = lineBelow(comments, directive.comment.span.start, text);
  const { start } = line;
  const continuations = new Set(
    tree?.tokens.filter(({ kind }) => kind === 'continuation').map(({ span }) => lineSpanAt(text, span.start).start),
  );
  while (continuations.has(line.start) && line.end < text.length) line = lineSpanAt(text, line.end);
  return { start, end: line.end };
}
