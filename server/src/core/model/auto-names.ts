import type { Statement } from '../syntax/interfaces/ast.ts';
import { nearest } from '../text/edit-distance.ts';
import { globToRegExp, isGlob } from '../text/glob.ts';
import { namesOfTemplates } from './bridges.ts';
import { namesBroughtUp } from './bring-up.ts';
import type { HostModel, Interface, Mark } from './host.ts';
import { mayBeAuto } from './may-be-auto.ts';

/** What may stand on an `auto` line in place of a word whose stanza is not there. */
export interface MeantNames {
  /** Names that have a stanza, or a pattern that matches some. */
  readonly words: readonly string[];
  /** Whether they replace the whole word; else only what stands behind its `=`. */
  readonly replacesAll: boolean;
}

/** What was likely meant by a word of an `auto` line that names no stanza, the likeliest first. */
export function namesMeant(host: HostModel, mark: Mark): readonly MeantNames[] {
  const words = asPunctuation(host, mark) ?? asPattern(host, mark);
  const found = words === undefined ? namesLikely(host, mark).map((name) => [name]) : [words];
  const own = mark.name !== mark.logical && mayBeBroughtUp(host, [mark.name]) ? [[mark.name]] : [];
  return [
    ...found.map((names) => ({ words: names, replacesAll: mark.name === mark.logical })),
    ...own.map((names) => ({ words: names, replacesAll: true })),
  ].filter(({ words: names }) => names.length > 0);
}

/** Whether the interface has a stanza. */
export function isDeclared(host: HostModel, name: string): boolean {
  return (host.interfaces.get(name)?.stanzas.length ?? 0) > 0;
}

/** The line or stanza that follows the line in its file. */
export function statementBelow(host: HostModel, { statement, location: { file } }: Mark): Statement | undefined {
  const statements = host.files.find((candidate) => candidate.file === file)?.tree.root.statements ?? [];
  return statements[statements.indexOf(statement) + 1];
}

/** `eth0,eth1` and `"eth0"`; `undefined` for a word without commas and quotes, and where these part no names. */
function asPunctuation(host: HostModel, { logical }: Mark): readonly string[] | undefined {
  if (!/[,;"']/.test(logical)) return undefined;
  const names = logical.split(/[,;"']+/).filter((name) => name !== '');
  if (!names.every((name) => isDeclared(host, name))) return undefined;
  return mayBeBroughtUp(host, names) ? names : [];
}

/** `eth*`, which is a pattern only behind a slash (interfaces(5), INTERFACE PATTERNS). */
function asPattern(host: HostModel, { name, logical }: Mark): readonly string[] | undefined {
  if (!isGlob(logical)) return undefined;
  const pattern = globToRegExp(logical);
  const matched = [...host.interfaces.keys()].filter((other) => pattern.test(other) && isDeclared(host, other));
  return logical === name && matched.length > 0 && mayBeBroughtUp(host, matched) ? [`/${logical}`] : [];
}

function mayBeBroughtUp(host: HostModel, names: readonly string[]): boolean {
  return names.every((name) => {
    const link = host.interfaces.get(name);
    return link !== undefined && link.stanzas.length > 0 && mayBeAuto(host, link);
  });
}

/** Of the stanzas that nothing brings up: those with a name much like it, a bridge that has it as a port, the one below. */
function namesLikely(host: HostModel, mark: Mark): readonly string[] {
  const { logical } = mark;
  const free = namesOfFree(host);
  const near = nearest(logical, free, logical.length >= 8 ? 2 : 1);
  const bridges = (host.interfaces.get(logical)?.portOf ?? []).map(({ stanza }) => stanza.name);
  const likely = [...near, ...bridges, ...nameBelow(host, mark)].filter((name) => free.includes(name));
  return [...new Set(likely)];
}

function namesOfFree(host: HostModel): readonly string[] {
  const broughtUp = namesBroughtUp(host);
  const templates = namesOfTemplates(host);
  const isFree = (link: Interface): boolean =>
    link.stanzas.length > 0 && !broughtUp.has(link.name) && !templates.has(link.name) && mayBeAuto(host, link);
  return [...host.interfaces.values()].filter(isFree).map((link) => link.name);
}

/** The stanza right below an `auto` line is most often the one that it is there for. */
function nameBelow(host: HostModel, mark: Mark): readonly string[] {
  const next = statementBelow(host, mark);
  return mark.statement.names.length === 1 && next?.kind === 'iface' && next.name ? [next.name.text] : [];
}
