import type { HostFile, HostModel } from '../../model/host.ts';
import type { MeantKeyword } from '../../model/keyword-spelling.ts';
import { keywordsMeant } from '../../model/keyword-spelling.ts';
import type { StrayRun } from '../../model/stray-lines.ts';
import { strayRuns } from '../../model/stray-lines.ts';
import { isKnownOption } from '../../schema/interfaces/index.ts';
import type { StrayLine } from '../../syntax/interfaces/ast.ts';
import { brokenContinuationAbove } from '../../syntax/interfaces/continuation.ts';
import {
  commentOut,
  deleteLines,
  insertLinesAfter,
  insertLinesBefore,
  prependOptions,
  replaceSpan,
} from '../../syntax/interfaces/print.ts';
import { editDistance } from '../../text/edit-distance.ts';
import type { EditedFile } from '../../text/edited-file.ts';
import { lineSpanAt } from '../../text/line-index.ts';
import { afterRefusal, refusal } from '../refusal.ts';
import type { Fix, InterfacesRule, RelatedPlace } from '../rule.ts';

export const misplacedOption: InterfacesRule = {
  ...refusal,
  name: 'misplaced-option',
  summary: 'A line stands outside any stanza and begins with no keyword, for which ifupdown refuses the file.',
  fixes: ['safe', 'unsafe'],
  *check({ host }) {
    for (const hostFile of host.files) {
      const runs = new Map(strayRuns(hostFile.tree).flatMap((run) => run.lines.map((line) => [line, run] as const)));
      for (const line of hostFile.tree.root.statements) {
        if (line.kind !== 'stray') continue;
        const fault = faultOf(line, runs.get(line), hostFile, host);
        yield {
          location: { file: hostFile.file, span: line.name.span },
          message: `${fault.reason} ${afterRefusal(host, hostFile.file)}`,
          related: fault.related ?? [],
          fixes: fault.fixes,
        };
      }
    }
  },
};

interface Fault {
  readonly reason: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}

/** The readings of such a line, the surest first. */
function faultOf(line: StrayLine, run: StrayRun | undefined, hostFile: HostFile, host: HostModel): Fault {
  const edited = { file: hostFile.file, text: hostFile.tree.text };
  const asComment: Fix = { title: 'Comment the line out', safety: 'unsafe', edits: commentOut(edited, line.span) };
  const found =
    asContinuation(line, edited) ??
    asPseudoComment(line, edited) ??
    asMappingLine(line, edited) ??
    asKeyword(line, edited) ??
    asOption(line, run, edited, host);
  return { ...found, fixes: [...found.fixes, ...(found.fixes[0]?.safety === 'safe' ? [] : [asComment])] };
}

function asContinuation(line: StrayLine, edited: EditedFile): Fault | undefined {
  const joining = brokenContinuationAbove(edited.text, line.span.start);
  if (joining === undefined) return undefined;
  return {
    reason:
      'The line above does not continue here, since its backslash is not its last character, so that ' +
      `\`${line.name.text}\` stands outside any stanza.`,
    fixes: [
      {
        title: 'Continue the line above',
        safety: 'safe',
        edits: [replaceSpan(edited, joining.span, joining.text)],
      },
    ],
  };
}

function asPseudoComment(line: StrayLine, edited: EditedFile): Fault | undefined {
  const marker = /^(?:;+|\/\/+)/.exec(line.name.text)?.[0];
  if (marker === undefined) return undefined;
  const { start } = line.name.span;
  return {
    reason: `\`${marker}\` begins no comment, only \`#\` does; ifupdown takes the line for an option outside any stanza.`,
    fixes: [
      {
        title: 'Make the line a comment',
        safety: 'safe',
        edits: [replaceSpan(edited, { start, end: start + marker.length }, '#')],
      },
    ],
  };
}

function asMappingLine(line: StrayLine, edited: EditedFile): Fault | undefined {
  if (line.inside !== 'mapping') return undefined;
  const word = line.name.text;
  const near = ['script', 'map'].filter(
    (keyword) => keyword === word.toLowerCase() || (word.length > 2 && editDistance(keyword, word.toLowerCase()) === 1),
  );
  const keywords = keywordFixes(
    [...near.map((keyword) => ({ keyword, isVariant: keyword === word.toLowerCase() })), ...keywordsMeant(word)],
    line,
    edited,
  );
  return { reason: `\`${word}\` stands in a mapping, which takes \`script\` and \`map\` alone.`, fixes: keywords };
}

function asKeyword(line: StrayLine, edited: EditedFile): Fault | undefined {
  const word = line.name.text;
  const meant = isKnownOption(word) ? [] : keywordsMeant(word);
  const [first] = meant;
  if (first === undefined) return undefined;
  const why = first.isVariant ? `the keyword is \`${first.keyword}\`.` : `did you mean \`${first.keyword}\`?`;
  return {
    reason: `\`${word}\` is no keyword, so ifupdown takes it for an option outside any stanza; ${why}`,
    fixes: keywordFixes(meant, line, edited),
  };
}

function keywordFixes(meant: readonly MeantKeyword[], line: StrayLine, edited: EditedFile): readonly Fix[] {
  return meant.map(({ keyword, isVariant }) => ({
    title: `Write \`${keyword}\``,
    safety: isVariant ? 'safe' : 'unsafe',
    edits: [replaceSpan(edited, line.name.span, keyword)],
  }));
}

function asOption(line: StrayLine, run: StrayRun | undefined, edited: EditedFile, host: HostModel): Fault {
  const word = line.name.text;
  const ending = run?.below.at(-1);
  if (run === undefined || ending === undefined) {
    return {
      reason: `\`${word}\` stands outside any iface stanza, which begins with \`iface\`.`,
      fixes: run === undefined ? [] : moveDown(run, edited),
    };
  }
  const name = run.stanza?.name?.text;
  const why = name === undefined ? '' : `: the \`${ending.keyword.text}\` line above ended that of ${name}`;
  return {
    reason: `\`${word}\` stands outside any iface stanza${why}.`,
    related: [
      {
        location: { file: edited.file, span: ending.span },
        message: `Options belong below an \`iface\` line, not behind \`${ending.keyword.text}\`.`,
      },
    ],
    fixes: [...addIface(run, edited, host), ...moveEndingLines(run, edited, host)],
  };
}

/** `auto eth0` and its options, but no `iface` line: the commonest slip. */
function addIface(run: StrayRun, { file, text }: EditedFile, host: HostModel): readonly Fix[] {
  const names = run.below.flatMap((line) => ('names' in line ? line.names.map((word) => word.text) : []));
  const name = names.findLast((candidate) => !/[/=\\#]/.test(candidate));
  const [first] = run.lines;
  if (first === undefined || name === undefined || isDeclared(name, host)) return [];
  const address = run.lines.find((line) => line.name.text === 'address')?.value?.text;
  const words = address === undefined ? 'inet manual' : address.includes(':') ? 'inet6 static' : 'inet static';
  const line = `iface ${name} ${words}`;
  return [
    {
      title: `Add \`${line}\``,
      safety: 'unsafe',
      edits: [insertLinesBefore({ file, text }, first.span.start, [line])],
    },
  ];
}

function isDeclared(name: string, host: HostModel): boolean {
  return name === 'lo' || (host.interfaces.get(name)?.stanzas.length ?? 0) > 0;
}

/** Options at the beginning of a file, above the stanza that they may be meant for. */
function moveDown({ lines, stanza, next }: StrayRun, edited: EditedFile): readonly Fix[] {
  if (stanza !== undefined || next?.name === undefined) return [];
  if (!lines.every((line) => line.value !== undefined && isKnownOption(line.name.text))) return [];
  const options = lines.map((line) => `${line.name.text} ${line.value?.text}`);
  return [
    {
      title: `Move ${lines.length === 1 ? 'the option' : 'the options'} into the stanza of ${next.name.text}`,
      safety: 'unsafe',
      edits: [...lines.map((line) => deleteLines(edited, line.span)), prependOptions(edited, next, options)],
    },
  ];
}

/** Where the line between is the stanza's own `auto`, the options can only belong to that stanza. */
function moveEndingLines(run: StrayRun, edited: EditedFile, host: HostModel): readonly Fix[] {
  const { stanza, below, lines } = run;
  const name = stanza?.name?.text;
  const last = lines.at(-1);
  if (!stanza || name === undefined || !last) return [];
  const names = below.flatMap((line) => ('names' in line ? line.names : []));
  if (names.some((word) => !isDeclared(word.text, host)) || stanza.method?.text === 'loopback') return [];
  const isOwn = below.every((line) => 'names' in line) && names.every((word) => word.text === name);
  const isSafe = isOwn && lines.every((line) => isKnownOption(line.name.text));
  const moved = below.flatMap((line) => linesOf(edited, line.span));
  const title = below.length === 1 ? `the \`${below[0]?.keyword.text}\` line` : 'the lines between';
  return [
    {
      title: isOwn ? `Move ${title} above the stanza of ${name}` : `Move ${title} below the options of ${name}`,
      safety: isSafe ? 'safe' : 'unsafe',
      edits: [
        ...below.map((line) => deleteLines(edited, line.span)),
        isOwn ? insertLinesBefore(edited, stanza.span.start, moved) : insertLinesAfter(edited, last.span.end, moved),
      ],
    },
  ];
}

/** The physical lines that hold the span, without their line ends. */
function linesOf({ text }: EditedFile, span: { readonly start: number; readonly end: number }): readonly string[] {
  const { start } = lineSpanAt(text, span.start);
  const { end } = lineSpanAt(text, span.end);
  return text
    .slice(start, end)
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
}
