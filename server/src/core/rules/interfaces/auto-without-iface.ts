import type { MeantNames } from '../../model/auto-names.ts';
import { isDeclared, namesMeant, statementBelow } from '../../model/auto-names.ts';
import { isMapped, namesBroughtUp } from '../../model/bring-up.ts';
import type { HostModel, Mark, NameRole } from '../../model/host.ts';
import { textOf } from '../../model/host.ts';
import { highestVlanId, vlanOfName } from '../../model/names.ts';
import { perHost } from '../../model/per-host.ts';
import { strayRuns } from '../../model/stray-lines.ts';
import { longestInterfaceName } from '../../schema/values/interface-name.ts';
import type { Statement } from '../../syntax/interfaces/ast.ts';
import { deleteLines, deleteWord, insertLinesAfter, replaceSpan } from '../../syntax/interfaces/print.ts';
import type { EditedFile } from '../../text/edited-file.ts';
import { isGlob } from '../../text/glob.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, InterfacesRule, RelatedPlace, Report } from '../rule.ts';

/** Uses beside which a plain `manual` stanza is what is missing. */
const rolesBesideManual: ReadonlySet<NameRole> = new Set(['auto', 'allow', 'raw-device', 'hook', 'comment']);

export const autoWithoutIface: InterfacesRule = {
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
    for (const mark of unknown) yield reportFor(mark, host);
  },
};

/** `lo` is always there (config.c). Behind a `#` stands what was meant as a comment. */
function isUnknown(mark: Mark, host: HostModel): boolean {
  const { name, logical, location, statement } = mark;
  if (logical === 'lo' || isDeclared(host, logical) || isMapped(logical, host)) return false;
  if (/[{}$<>%]/.test(name + logical) || isHalfWritten(mark, host)) return false;
  const comment = statement.names.find((word) => word.text.startsWith('#'));
  return comment === undefined || location.span.start < comment.span.start;
}

/** Another rule speaks where the next `iface` line lacks its name, or a backslash does not continue the line. */
function isHalfWritten(mark: Mark, host: HostModel): boolean {
  const next = statementBelow(host, mark);
  return next?.kind === 'iface' ? next.name === undefined : mark.name === '\\' && next?.kind === 'stray';
}

function reportFor(mark: Mark, host: HostModel): Report {
  const { name, logical, location } = mark;
  const meant = namesMeant(host, mark).filter(({ words }) => mayGiveWay(mark, host, words));
  const hint = isGlob(logical) && logical === name ? ` Patterns begin with a slash: \`/${name}\`.` : '';
  return {
    location: { file: location.file, span: spanOfLogical(mark) },
    message:
      `No \`iface\` stanza describes ${logical}.${hint} ifup says "unknown interface ${logical}", brings up the ` +
      'others, and exits with 1, so that networking.service counts as failed.',
    related: meant.flatMap(({ words }) => placesOf(words, host)),
    fixes: [...meant.map((one) => writing(mark, one, host)), ...removalOf(mark, host), ...additionFor(mark, host)],
  };
}

/** Whether other words may take its place: where a bridge that nothing brings up has it as a port, only that bridge. */
function mayGiveWay({ name }: Mark, host: HostModel, words: readonly string[]): boolean {
  const broughtUp = namesBroughtUp(host);
  const waiting = (host.interfaces.get(name)?.portOf ?? []).filter(({ stanza }) => !broughtUp.has(stanza.name));
  return waiting.every(({ stanza }) => words.includes(stanza.name));
}

/** The part behind `=`, or the whole word. */
function spanOfLogical({ name, logical, location: { span } }: Mark): Span {
  return name === logical ? span : { start: span.start + name.length + 1, end: span.end };
}

function placesOf(names: readonly string[], host: HostModel): readonly RelatedPlace[] {
  return names.flatMap((name) => {
    const [stanza] = host.interfaces.get(name)?.stanzas ?? [];
    if (stanza === undefined) return [];
    return [{ location: { file: stanza.file, span: stanza.nameWord.span }, message: `Here is ${name}.` }];
  });
}

function writing(mark: Mark, { words, replacesAll }: MeantNames, host: HostModel): Fix {
  const text = words.join(' ');
  const span = replacesAll ? mark.location.span : spanOfLogical(mark);
  return { title: `Write \`${text}\``, safety: 'unsafe', edits: [replaceSpan(editedBy(mark, host), span, text)] };
}

/** Not where options that belong to no stanza follow, which would become those of the stanza above. */
function removalOf(mark: Mark, host: HostModel): readonly Fix[] {
  const { name, logical, statement, location } = mark;
  const bringsUpMore = name !== logical && isDeclared(host, name);
  if (isAboveStrayOptions(mark, host) || bringsUpMore || !mayGiveWay(mark, host, [])) return [];
  const edited = editedBy(mark, host);
  const isAlone = statement.names.length === 1;
  return [
    {
      title: isAlone ? 'Remove the line' : `Remove \`${name === logical ? name : `${name}=${logical}`}\``,
      safety: 'unsafe',
      edits: [isAlone ? deleteLines(edited, statement.span) : deleteWord(edited, location.span)],
    },
  ];
}

/** A stanza for the name, where `manual` says enough: not for what has to be made first, nor where a bridge or bond takes it. */
function additionFor(mark: Mark, host: HostModel): readonly Fix[] {
  const { logical: name } = mark;
  const uses = host.interfaces.get(name)?.uses ?? [];
  const isPlain = /^[\w-]+(?:\.\d+)?$/.test(name) && name.length <= longestInterfaceName && !/br/.test(name);
  if (
    !isPlain ||
    devicesOfDottedBridges(host).has(name) ||
    (vlanOfName(name)?.id ?? 0) > highestVlanId ||
    isAboveStrayOptions(mark, host)
  )
    return [];
  if (!uses.every(({ role }) => rolesBesideManual.has(role))) return [];
  const line = `iface ${name} inet manual`;
  const edit = insertLinesAfter(editedBy(mark, host), mark.statement.span.end, [line]);
  return [{ title: `Add \`${line}\``, safety: 'unsafe', edits: [edit] }];
}

function isAboveStrayOptions({ statement }: Mark, host: HostModel): boolean {
  return linesAboveStrayOptions(host).has(statement);
}

const linesAboveStrayOptions = perHost(
  (host): ReadonlySet<Statement> =>
    new Set(host.files.flatMap(({ tree }) => strayRuns(tree).flatMap(({ below }) => below))),
);

/** Every part before a dot in the name of a bridge: with such a device, ifupdown makes a VLAN of the bridge. */
const devicesOfDottedBridges = perHost(
  (host): ReadonlySet<string> =>
    new Set(
      [...host.interfaces.values()]
        .filter((link) => link.bridge !== undefined)
        .flatMap(({ name }) => [...name.matchAll(/\./g)].map((dot) => name.slice(0, dot.index))),
    ),
);

function editedBy({ location: { file } }: Mark, host: HostModel): EditedFile {
  return { file, text: textOf(host, file) };
}
