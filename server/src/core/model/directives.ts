import type { Directive, HostFile } from './host.ts';

/** What a directive can be called. */
export const directiveNames: readonly string[] = ['ignore', 'ignore-file', 'management'];

const directiveComment = /^#[ \t]*bridgewise-([a-z-]+)(?::?[ \t]+|:|$)(.*)$/;

/** The `# bridgewise-…` comments of a file. */
export function collectDirectives({ file, tree }: HostFile): readonly Directive[] {
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
