import { namesOfTemplates } from '../../model/bridges.ts';
import { isMapped, namesBroughtUp } from '../../model/bring-up.ts';
import type { HostModel, Mark, NameRole } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { mayBeAuto } from '../../model/may-be-auto.ts';
import { vlanOfName } from '../../model/names.ts';
import { strayRuns } from '../../model/stray-lines.ts';
import type { Statement } from '../../syntax/interfaces/ast.ts';
import { deleteLines, deleteWord, insertLinesAfter, replaceSpan } from '../../syntax/interfaces/print.ts';
import { nearest } from '../../text/edit-distance.ts';
import { globToRegExp, isGlob } from '../../text/glob.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, RelatedPlace, Report, Rule } from '../rule.ts';

/** The kernel takes names of at most 15 bytes (IFNAMSIZ). */
const longestName = 15;

/** Uses beside which a plain `manual` stanza is what is missing. */
const rolesBesideManual: ReadonlySet<NameRole> = new Set(['auto', 'allow', 'raw-device', 'hook', 'comment']);

export const autoWithoutIface: Rule = {
  name: 'auto-without-iface',
  group: 'interfaces',
  severity: 'warning',
  summary: 'An auto line names an interface that no iface stanza describes, and networking.service fails.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['unsafe'],
  *check({ host }) {
    if (host.incomplete) return;
    const unknown = host.marks.filter((mark) => mark.class === 'auto' && !mark.isPattern && isUnknown(mark, host));
    const broughtUp = unknown.length === 0 ? new Set<string>() : namesBroughtUp(host);
    for (const mark of unknown) yield reportFor(mark, host, broughtUp);
  },
};

/** `lo` is always there (config.c). Behind a `#` stands what was meant as a comment. */
function isUnknown(mark: Mark, host: HostModel): boolean {
  const { name, logical, location, statement } = mark;
  if (logical === 'lo' || isDeclared(logical, host) || isMapped(logical, host)) return false;
  if (/[{}$<>%]/.test(name + logical) || isHalfWritten(mark, host)) return false;
  const comment = statement.names.find((word) => word.text.startsWith('#'));
  return comment === undefined || location.span.start < comment.span.start;
}

/** Another rule speaks where the next `iface` line lacks its name, or a backslash does not continue the line. */
function isHalfWritten(mark: Mark, host: HostModel): boolean {
  const next = statementBelow(mark, host);
  return next?.kind === 'iface' ? next.name === undefined : mark.name === '\\' && next?.kind === 'stray';
}

function isDeclared(name: string, host: HostModel): boolean {
  return (host.interfaces.get(name)?.stanzas.length ?? 0) > 0;
}

function reportFor(mark: Mark, host: HostModel, broughtUp: ReadonlySet<string>): Report {
  const { name, logical, location } = mark;
  const meant = namesMeant(mark, host, broughtUp);
  const hint = isGlob(logical) && logical === name ? ` Patterns begin with a slash: \`/${name}\`.` : '';
  return {
    location: { file: location.file, span: spanOfLogical(mark) },
    message:
      `No \`iface\` stanza describes ${logical}.${hint} ifup says "unknown interface ${logical}", brings up the ` +
      'others, and exits with 1, so that networking.service counts as failed.',
    related: meant.flatMap((words) => placesOf(words, host)),
    fixes: [
      ...meant.map((words) => writing(mark, words, host)),
      ...removalOf(mark, host, broughtUp),
      ...additionFor(mark, host),
    ],
  };
}

/** The part behind `=`, or the whole word. */
function spanOfLogical({ name, logical, location: { span } }: Mark): Span {
  return name === logical ? span : { start: span.start + name.length + 1, end: span.end };
}

/** What may stand in place of the name, the likeliest first: each is one or several names that have a stanza. */
function namesMeant(mark: Mark, host: HostModel, broughtUp: ReadonlySet<string>): readonly (readonly string[])[] {
  const { logical } = mark;
  const cleaned = logical.split(/[,;"']+/).filter((word) => word !== '');
  if (/[,;"']/.test(logical) && cleaned.length > 0 && cleaned.every((word) => isDeclared(word, host))) {
    return [cleaned];
  }
  const declared = [...host.interfaces.values()].filter(({ stanzas }) => stanzas.length > 0);
  if (isGlob(logical)) {
    const pattern = globToRegExp(logical);
    const isMatched = logical === mark.name && declared.some((link) => pattern.test(link.name));
    return isMatched ? [[`/${logical}`]] : [];
  }
  const templates = namesOfTemplates(host);
  const free = declared
    .filter((link) => !broughtUp.has(link.name) && !templates.has(link.name) && mayBeAuto(host, link))
    .map((link) => link.name);
  const near = nearest(logical, free, logical.length >= 8 ? 2 : 1);
  const bridges = (host.interfaces.get(logical)?.portOf ?? []).map(({ stanza }) => stanza.name);
  const likely = [...near, ...bridges, ...namesBelow(mark, host)].filter((name) => free.includes(name));
  return [...new Set(likely)].map((name) => [name]);
}

/** The stanza right below the `auto` line is most often the one that it is there for. */
function namesBelow(mark: Mark, host: HostModel): readonly string[] {
  const next = statementBelow(mark, host);
  return mark.statement.names.length === 1 && next?.kind === 'iface' && next.name ? [next.name.text] : [];
}

function statementBelow({ statement, location: { file } }: Mark, host: HostModel): Statement | undefined {
  const statements = host.files.find((candidate) => candidate.file === file)?.tree.root.statements ?? [];
  return statements[statements.indexOf(statement) + 1];
}

function placesOf(names: readonly string[], host: HostModel): readonly RelatedPlace[] {
  return names.flatMap((name) => {
    const [stanza] = host.interfaces.get(name)?.stanzas ?? [];
    if (stanza === undefined) return [];
    return [{ location: { file: stanza.file, span: stanza.nameWord.span }, message: `Here is ${name}.` }];
  });
}

function writing(mark: Mark, words: readonly string[], host: HostModel): Fix {
  const text = words.join(' ');
  return {
    title: `Write \`${text}\``,
    safety: 'unsafe',
    edits: [replaceSpan(editedBy(mark, host), spanOfLogical(mark), text)],
  };
}

/** Not where options that belong to no stanza follow, which would become those of the stanza above. */
function removalOf(mark: Mark, host: HostModel, broughtUp: ReadonlySet<string>): readonly Fix[] {
  const ports = host.interfaces.get(mark.name)?.portOf ?? [];
  if (isAboveStrayOptions(mark, host) || ports.some(({ stanza }) => !broughtUp.has(stanza.name))) return [];
  const { statement, location } = mark;
  const edited = editedBy(mark, host);
  const isAlone = statement.names.length === 1;
  return [
    {
      title: isAlone ? 'Remove the line' : `Remove \`${mark.name === mark.logical ? mark.name : wordOf(mark)}\``,
      safety: 'unsafe',
      edits: [isAlone ? deleteLines(edited, statement.span) : deleteWord(edited, location.span)],
    },
  ];
}

/** A stanza for the name, where `manual` says enough: not for what has to be made first, nor where a bridge or bond takes it. */
function additionFor(mark: Mark, host: HostModel): readonly Fix[] {
  const { logical: name } = mark;
  const uses = host.interfaces.get(name)?.uses ?? [];
  const isPlain = /^[\w-]+(?:\.\d+)?$/.test(name) && name.length <= longestName && !/br/.test(name);
  const makesAnotherVlan = [...host.interfaces.values()].some(
    (link) => link.bridge !== undefined && link.name.startsWith(`${name}.`),
  );
  if (!isPlain || makesAnotherVlan || (vlanOfName(name)?.id ?? 0) > 4094 || isAboveStrayOptions(mark, host)) return [];
  if (!uses.every(({ role }) => rolesBesideManual.has(role))) return [];
  const line = `iface ${name} inet manual`;
  const edit = insertLinesAfter(editedBy(mark, host), mark.statement.span.end, [line]);
  return [{ title: `Add \`${line}\``, safety: 'unsafe', edits: [edit] }];
}

function isAboveStrayOptions({ statement, location: { file } }: Mark, host: HostModel): boolean {
  const tree = host.files.find((candidate) => candidate.file === file)?.tree;
  return tree !== undefined && strayRuns(tree).some(({ below }) => below.some((line) => line === statement));
}

function editedBy(
  { location: { file } }: Mark,
  host: HostModel,
): { readonly file: Mark['location']['file']; readonly text: string } {
  return { file, text: textOf(host, file) };
}

function wordOf({ name, logical }: Mark): string {
  return `${name}=${logical}`;
}
