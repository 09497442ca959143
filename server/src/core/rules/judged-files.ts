import type { CommentedFile, Directive } from '../model/directives.ts';
import type { HostModel } from '../model/host.ts';
import type { XlConfig } from '../model/xl/config.ts';
import type { Span } from '../text/span.ts';
import { lineForInterfaces } from './lines-of-interfaces.ts';
import { lineForXl } from './lines-of-xl.ts';
import type { Rule } from './rule.ts';

/** What was judged together: the files, and what their comments ask for. */
export interface Judged {
  readonly files: readonly CommentedFile[];
  readonly directives: readonly Directive[];
  /** Whether a rule that finds nothing does so for want of a fault, not for want of knowledge. */
  readonly isKnownEnough: (rule: Rule) => boolean;
  /** What an `ignore` comment speaks of: the logical line directly below it or, where the language allows that, around it. */
  readonly lineFor: (directive: Directive, text: string) => Span;
}

/** The files of a dom0, for what their comments suppress. */
export function judgedFiles(host: HostModel | undefined, configs: readonly XlConfig[]): Judged {
  return {
    files: [...(host?.files ?? []), ...configs],
    directives: [...(host?.directives ?? []), ...configs.flatMap(({ directives }) => directives)],
    isKnownEnough: ({ group }) => group === 'xl' || (host !== undefined && !host.incomplete),
    lineFor: (directive, text) => {
      const config = configs.find(({ file }) => file === directive.file);
      return config === undefined ? lineForInterfaces(host, directive, text) : lineForXl(config, directive, text);
    },
  };
}
