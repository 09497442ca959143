import type { HostFile } from '../../model/host.ts';
import type { RenameLine, Word } from '../../syntax/interfaces/ast.ts';
import { deleteLines, deleteWord } from '../../syntax/interfaces/print.ts';
import type { EditedFile } from '../../text/edited-file.ts';
import type { Fix, InterfacesRule, Report } from '../rule.ts';

export const renameWithoutTarget: InterfacesRule = {
  name: 'rename-without-target',
  group: 'interfaces',
  severity: 'error',
  summary: 'A rename line gives an interface no new name, and ifup brings up nothing.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['unsafe'],
  *check({ host }) {
    for (const { file, statement } of host.files.flatMap(renamesOf)) {
      const comment = statement.renames.findIndex((word) => word.text.startsWith('#'));
      const words = comment < 0 ? statement.renames : statement.renames.slice(0, comment);
      const edited = { file: file.file, text: file.tree.text };
      for (const word of words) {
        const report = reportFor(word, statement, edited);
        if (report) yield report;
      }
    }
  },
};

function renamesOf(file: HostFile): readonly { readonly file: HostFile; readonly statement: RenameLine }[] {
  return file.tree.root.statements.flatMap((statement) => (statement.kind === 'rename' ? [{ file, statement }] : []));
}

/** A pattern without a match on this machine disappears before ifup looks for its target (main.c, expand_matches). */
function reportFor(word: Word, statement: RenameLine, edited: EditedFile): Report | undefined {
  const [current = '', target] = word.text.split('=', 2);
  if (target) return undefined;
  const isPattern = word.text.includes('/');
  const when = isPattern
    ? 'Where an interface matches, ifup'
    : target === undefined
      ? 'ifup'
      : `Where ${current} exists, ifup`;
  return {
    location: { file: edited.file, span: word.span },
    ...(isPattern || target === '' ? { severity: 'warning' as const } : {}),
    message:
      `\`${word.text}\` does not say what ${current || 'the interface'} shall be called, as \`${current}=NEW\` would. ` +
      `${when} stops before it brings up any interface; ifquery does not see it.`,
    fixes: fixesFor(word, statement, edited),
  };
}

function fixesFor(word: Word, statement: RenameLine, edited: EditedFile): readonly Fix[] {
  const { renames } = statement;
  const [one, two] = renames;
  const remove: Fix = {
    title: renames.length === 1 ? 'Remove the line' : `Remove \`${word.text}\``,
    safety: 'unsafe',
    edits: [renames.length === 1 ? deleteLines(edited, statement.span) : deleteWord(edited, word.span)],
  };
  if (!one || !two || renames.length !== 2 || renames.some(({ text }) => text.includes('='))) return [remove];
  const join: Fix = {
    title: `Write \`rename ${one.text}=${two.text}\``,
    safety: 'unsafe',
    edits: [{ file: edited.file, span: { start: one.span.end, end: two.span.start }, text: '=' }],
  };
  return [join, remove];
}
