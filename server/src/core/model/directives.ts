import type { Comment, SyntaxTree } from '../syntax/tree.ts';
import type { FileId } from '../text/location.ts';
import type { Span } from '../text/span.ts';
import { touches } from '../text/span.ts';

/** A `# bridgewise-…` comment. */
export interface Directive {
  readonly name: string;
  /** What stands behind the name. */
  readonly argument: string;
  readonly argumentSpan: Span;
  readonly comment: Comment;
  readonly file: FileId;
}

/** A file whose comments may speak to Bridgewise. */
export interface CommentedFile {
  readonly file: FileId;
  readonly tree: SyntaxTree<{ readonly comments: readonly Comment[] }, string>;
}

/** What a directive can be called. */
export const directiveNames: readonly string[] = ['ignore', 'ignore-file', 'management'];

const directiveComment = /^#[ \t]*bridgewise-([a-z-]+)(?::?[ \t]+|:|$)(.*)$/;

/** The `# bridgewise-…` comments of a file. */
export function collectDirectives({ file, tree }: CommentedFile): readonly Directive[] {
  return tree.root.comments.flatMap((comment) => {
    const match = directiveComment.exec(comment.text);
    if (match === null) return [];
    const argument = match[2] ?? '';
    const end = comment.span.end;
    return [
      {
        name: match[1] ?? '',
        argument: argument.trim(),
        argumentSpan: { start: end - argument.trimStart().length, end },
        comment,
        file,
      },
    ];
  });
}

/** A `# bridgewise-…` comment at the cursor. The span is that of its name, or of the word behind it. */
export interface DirectiveAt {
  readonly kind: 'directive';
  readonly span: Span;
  readonly directive: Directive;
}

/** The comment whose name, or the word behind it, stands at the offset. */
export function directiveAt(directives: readonly Directive[], file: FileId, offset: number): DirectiveAt | undefined {
  const directive = directives.find((candidate) => candidate.file === file && touches(candidate.comment.span, offset));
  if (directive === undefined) return undefined;
  const { comment, argument, argumentSpan } = directive;
  const start = comment.span.start + comment.text.indexOf('bridgewise-');
  const name = { start, end: start + 'bridgewise-'.length + directive.name.length };
  if (touches(name, offset)) return { kind: 'directive', span: name, directive };
  const first = /^[^\s:]*/.exec(argument)?.[0] ?? '';
  const span = { start: argumentSpan.start, end: argumentSpan.start + first.length };
  return first !== '' && touches(span, offset) ? { kind: 'directive', span, directive } : undefined;
}
