import type { HostModel, Stanza, StanzaOption } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { isOwnOption } from '../../model/stanzas.ts';
import { findOption, isHookCommand } from '../../schema/interfaces/index.ts';
import type { RepeatEffect } from '../../schema/option-doc.ts';
import { repeatAfter } from '../../schema/option-doc.ts';
import { deleteLines } from '../../syntax/interfaces/print.ts';
import { groupBy } from '../../text/group-by.ts';
import type { Fix, InterfacesRule, Report, Severity } from '../rule.ts';

interface Consequence {
  readonly severity: Severity;
  readonly text: (later: string) => string;
}

/** What comes of a second value, where that is not what was meant. */
const consequences: Readonly<Partial<Record<RepeatEffect, Consequence>>> = {
  executed: {
    severity: 'error',
    text: (later) =>
      `ifupdown pastes both values into one shell command, so \`${later}\` is run as a command: ifup fails.`,
  },
  'executed-by-some-clients': {
    severity: 'warning',
    text: (later) => `with some DHCP clients \`${later}\` is run as a shell command of its own, and ifup fails.`,
  },
  'first-wins': { severity: 'warning', text: (later) => `\`${later}\` is ignored.` },
  rejected: { severity: 'error', text: () => 'the program that reads it gets both values at once and uses neither.' },
};

export const repeatedOption: InterfacesRule = {
  name: 'repeated-option',
  group: 'interfaces',
  severity: 'error',
  summary: 'An option is given twice, and the second value is ignored, or run as a command.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['safe', 'unsafe'],
  *check({ host }) {
    for (const stanza of host.stanzas) {
      const names = new Set(stanza.options.map(({ canonical }) => canonical));
      if (names.size === stanza.options.length) continue;
      yield* sameSpelling(stanza, host);
      yield* otherSpelling(stanza, host);
    }
  },
};

function* sameSpelling(stanza: Stanza, host: HostModel): Iterable<Report> {
  const names = stanza.options.map(({ name }) => name);
  for (const [name, [first, ...others]] of groupBy(stanza.options, (option) => option.name)) {
    const option = findOption(name, stanza.family, stanza.method);
    if (first === undefined || others.length === 0 || option === undefined) continue;
    const consequence = consequences[repeatAfter(option, first.value.text, names)];
    if (consequence === undefined) continue;
    for (const later of others.filter((candidate) => isOwnOption(stanza, candidate))) {
      yield {
        location: { file: later.file, span: later.line.span },
        severity: consequence.severity,
        message: `\`${name}\` stands here for the second time: ${consequence.text(later.value.text)}`,
        related: [placeOf(first, isOwnOption(stanza, first) ? 'The first one.' : 'The first one, which is inherited.')],
        fixes: fixesFor(first, later, stanza, host, consequence.severity === 'warning'),
      };
    }
  }
}

/** A hook sees `bridge_ports` and `bridge-ports` as one variable, which holds the last of them. */
function* otherSpelling(stanza: Stanza, host: HostModel): Iterable<Report> {
  for (const [, options] of groupBy(stanza.options, ({ canonical }) => canonical)) {
    const last = options.at(-1);
    const [lost] = options.filter((option) => option.name !== last?.name);
    if (last === undefined || lost === undefined || !isOwnOption(stanza, last) || isHookCommand(last.name)) continue;
    if (findOption(last.name, stanza.family, stanza.method)?.readBy !== 'hook') continue;
    yield {
      location: { file: last.file, span: last.line.span },
      severity: 'warning',
      message: `\`${last.name}\` and \`${lost.name}\` are the same option to the hook that reads them: \`${lost.value.text}\` is ignored.`,
      related: [placeOf(lost, 'This one is ignored.')],
      fixes: isOwnOption(stanza, lost) ? [removal(lost, host, 'safe')] : [],
    };
  }
}

function fixesFor(
  first: StanzaOption,
  later: StanzaOption,
  stanza: Stanza,
  host: HostModel,
  isIgnored: boolean,
): readonly Fix[] {
  const isSame = first.value.text === later.value.text;
  // Who writes a second address wants two of them; taking it away keeps what ifup does, but not what was meant.
  const isSafe = isSame || (isIgnored && later.name !== 'address');
  const keepLater = isOwnOption(stanza, first) && !isSame ? [removal(first, host, 'unsafe')] : [];
  return [removal(later, host, isSafe ? 'safe' : 'unsafe'), ...keepLater];
}

function removal(option: StanzaOption, host: HostModel, safety: Fix['safety']): Fix {
  const edited = { file: option.file, text: textOf(host, option.file) };
  return {
    title: `Remove \`${option.name} ${option.value.text}\``,
    safety,
    edits: [deleteLines(edited, option.line.span)],
  };
}

function placeOf(option: StanzaOption, message: string): NonNullable<Report['related']>[number] {
  return { location: { file: option.file, span: option.line.span }, message };
}
