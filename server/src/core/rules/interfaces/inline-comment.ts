import type { CommentConsequence } from '../../model/comment-consequences.ts';
import { consequenceOfComment } from '../../model/comment-consequences.ts';
import type { HostFile, HostModel, Stanza } from '../../model/host.ts';
import { commentIn } from '../../model/inline-comment.ts';
import { findMethod, findOption } from '../../schema/interfaces/index.ts';
import type { IfaceStanza, MappingStanza, OptionLine, Statement, Word } from '../../syntax/interfaces/ast.ts';
import { insertLinesBefore } from '../../syntax/interfaces/print.ts';
import { lineSpanAt } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, InterfacesRule, Severity } from '../rule.ts';

export const inlineComment: InterfacesRule = {
  name: 'inline-comment',
  group: 'interfaces',
  severity: 'warning',
  summary: 'A comment stands behind other words, where ifupdown knows none and takes it for a part of the line.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['safe', 'unsafe'],
  *check({ host }) {
    const stanzas = new Map(host.stanzas.map((stanza) => [stanza.node, stanza] as const));
    for (const file of host.files) {
      for (const place of statementsWithHash(file).flatMap((statement) => placesIn(statement, stanzas))) {
        const at = commentIn(place.words);
        const first = at === undefined ? undefined : place.words[at];
        const last = place.words.at(-1);
        if (at === undefined || first === undefined || last === undefined) continue;
        yield {
          location: { file: file.file, span: { start: first.span.start, end: last.span.end } },
          severity: place.severity,
          message: `A \`#\` behind other words begins no comment: ${place.consequence}`,
          fixes: moveAbove(place, at, file, host),
        };
      }
    }
  },
};

/** Most statements have none, and need no look at their words. */
function statementsWithHash({ tree: { text, root } }: HostFile): readonly Statement[] {
  let hash = -1;
  return root.statements.filter(({ span }) => {
    if (hash !== Infinity && hash < span.start) {
      const found = text.indexOf('#', span.start);
      hash = found < 0 ? Infinity : found;
    }
    return hash < span.end;
  });
}

/** A line, or the part of it, in which a comment may stand; all words of it but the keyword. */
interface Place {
  readonly words: readonly Word[];
  readonly line: Span;
  readonly severity: Severity;
  readonly consequence: string;
  /** Whether the words are names, so that one behind the `#` may take effect. */
  readonly areNames: boolean;
}

function placesIn(statement: Statement, stanzas: ReadonlyMap<IfaceStanza, Stanza>): readonly Place[] {
  switch (statement.kind) {
    case 'auto':
    case 'allow':
    case 'no-auto-down':
    case 'no-scripts': {
      const isAuto = statement.class === 'auto';
      const consequence = isAuto
        ? 'ifup takes each word for the name of an interface, and exits with 1 for one that it does not know.'
        : 'ifup takes each word for the name of an interface.';
      return [{ words: statement.names, line: statement.span, severity: 'warning', consequence, areNames: true }];
    }
    case 'rename': {
      const consequence =
        'ifup takes each word for the name of an interface, misses a new name, and brings up nothing.';
      return [{ words: statement.renames, line: statement.span, severity: 'error', consequence, areNames: true }];
    }
    case 'mapping':
      return placesInMapping(statement);
    case 'iface': {
      const stanza = stanzas.get(statement);
      return [
        ...placesInLine(statement),
        ...(stanza ? statement.options.flatMap((o) => placesInOption(o, stanza)) : []),
      ];
    }
    default:
      return [];
  }
}

function placesInMapping({ patterns, line, options }: MappingStanza): readonly Place[] {
  const consequence = 'ifupdown takes each word for a pattern of interfaces.';
  const scripts = options.filter(({ name }) => name.text === 'script');
  return [
    { words: patterns, line, severity: 'warning', consequence, areNames: true },
    ...scripts.map(
      (script): Place => ({
        words: script.value?.words ?? [],
        line: script.span,
        severity: 'error',
        consequence: 'ifupdown looks for a script of that whole name, and ifup fails.',
        areNames: false,
      }),
    ),
  ];
}

/** Where family and method are missing the `#` stands for one of them, for which ifupdown refuses the file. */
function placesInLine({ family, method, extra, inherits, line }: IfaceStanza): readonly Place[] {
  if (inherits || !family || !method || !findMethod(family.text, method.text)) return [];
  const consequence = 'ifupdown says that it does not understand the word, and ignores it.';
  return [{ words: [method, ...extra], line, severity: 'warning', consequence, areNames: false }];
}

const consequences: Readonly<Record<CommentConsequence, (name: string) => string>> = {
  fails: (name) => `ifupdown takes it for a part of \`${name}\`, and ifup fails.`,
  down: (name) =>
    `ifupdown pastes it with \`${name}\` into a shell command, where it cuts off \`up\`: the link stays down, and ifup exits with 0.`,
  lost: (name) => `it spoils \`${name}\`, which is not set, and ifup exits with 0.`,
  cut: (name) => `ifupdown pastes it with \`${name}\` into a shell command, where it happens to cut off nothing vital.`,
  'passed-on': (name) => `what reads \`${name}\` gets these words, too.`,
};

function placesInOption({ name, value, span }: OptionLine, stanza: Stanza): readonly Place[] {
  const words = value?.words ?? [];
  const at = commentIn(words);
  // With nothing before it, nothing tells that it is a comment.
  if (at === undefined || at === 0) return [];
  const doc = findOption(name.text, stanza.family, stanza.method);
  const consequence = consequenceOfComment(stanza, name.text, doc, words[0]?.text ?? '');
  if (consequence === undefined) return [];
  return [
    {
      words,
      line: span,
      severity: ['fails', 'down', 'lost'].includes(consequence) ? 'error' : 'warning',
      consequence: consequences[consequence](name.text),
      areNames: doc === undefined || doc.value.interfaces !== undefined,
    },
  ];
}

/** On a line of its own it is a comment. A name in it may be one that takes effect now, which the user has to see. */
function moveAbove(
  { words, line, areNames }: Place,
  at: number,
  { file, tree }: HostFile,
  host: HostModel,
): readonly Fix[] {
  const { text } = tree;
  const first = words[at];
  const before = words[at - 1];
  if (!first || !before || lineSpanAt(text, line.start).end !== lineSpanAt(text, line.end).end) return [];
  const indentation = /^[ \t]*/.exec(text.slice(lineSpanAt(text, line.start).start))?.[0] ?? '';
  const comment = text.slice(first.span.start, line.end);
  const mayTakeEffect = areNames && words.slice(at).some((word) => mayBeInterface(word.text, host));
  return [
    {
      title: 'Move the comment to a line of its own',
      safety: mayTakeEffect ? 'unsafe' : 'safe',
      edits: [
        insertLinesBefore({ file, text }, line.start, [indentation + comment]),
        { file, span: { start: before.span.end, end: line.end }, text: '' },
      ],
    },
  ];
}

function mayBeInterface(word: string, host: HostModel): boolean {
  const name = word.replace(/^#+|[,.;:]+$/g, '');
  return host.interfaces.has(name) || /^(?:br|bond|dummy|e[nt]|lan|tap|tun|veth|vif|vlan|wl|xenbr)[a-z]*\d/.test(name);
}
