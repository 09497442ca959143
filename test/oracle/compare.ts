import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Finding, HostModel } from '../../server/src/core/index.ts';
import { memoryFile } from '../../server/src/core/index.ts';
import type { Stanza } from '../../server/src/core/model/host.ts';
import { globToRegExp } from '../../server/src/core/text/glob.ts';
import { checkFiles } from '../support/fixture.ts';
import type { Answer, Diagnostic } from '../support/ifquery.ts';
import { diagnosticsOf, isAccepted } from '../support/ifquery.ts';
import { ROOT } from '../support/project-files.ts';
import { rulesFor } from '../support/refusals.ts';

/** Files beside each text, which its `source` lines name. */
export const sourcesFolder = join(ROOT, 'test/core/syntax/interfaces/fixtures/sources');

const networkFolder = '/etc/network';
const mainPath = `${networkFolder}/interfaces`;
const sources = readSources(sourcesFolder, networkFolder);

/** What we say about a text that lies beside the sources. */
export interface OurAnswer {
  readonly text: string;
  readonly host: HostModel;
  readonly refused: readonly Finding[];
}

export async function ask(text: string): Promise<OurAnswer> {
  const { host, findings } = await checkFiles({ ...sources, [mainPath]: text }, { dialect: 'ifupdown' });
  return { text, host, refused: findings.filter((finding) => finding.refused) };
}

/** Whether ifupdown takes the file, by our word. */
export function isAcceptedByUs({ refused }: OurAnswer): boolean {
  return !refused.some((finding) => finding.location.file === memoryFile(mainPath));
}

/** In what we differ from ifupdown about refusals: one sentence, or `undefined`. */
export function differenceInRefusal(ours: OurAnswer, theirs: Answer): string | undefined {
  const refusals = diagnosticsOf(theirs).filter(({ message }) => rulesFor(message) !== undefined);
  const inMain = refusals.find(({ path }) => path === 'interfaces');
  // ifupdown drops the rest of a sourced file behind an error, so that a stanza may be missing; we cannot know a missing file.
  const mayMiss = ours.host.incomplete || refusals.some(({ path }) => path !== 'interfaces');
  if (mayMiss && inMain?.message.startsWith('unknown iface to inherit from')) return undefined;
  if (isAcceptedByUs(ours) !== isAccepted(theirs)) {
    return `ifupdown ${isAccepted(theirs) ? 'accepts' : `refuses (${inMain?.line}: ${inMain?.message})`}, we do not`;
  }
  const compared = inMain === undefined ? refusals : [inMain];
  return compared.map((refusal) => differenceInPlace(ours, refusal)).find((difference) => difference !== undefined);
}

function differenceInPlace({ text, refused }: OurAnswer, { path, line, message }: Diagnostic): string | undefined {
  const file = posix.join(networkFolder, path);
  const [first] = refused.filter((finding) => finding.location.file === memoryFile(file));
  if (first === undefined) return `ifupdown refuses ${path}:${line}: ${message}; we do not`;
  const ourLine = lineByIfupdown(file === mainPath ? text : (sources[file] ?? ''), first.location.span.start);
  if (ourLine !== line) return `ifupdown refuses ${path}:${line}: ${message}; we: line ${ourLine}, ${first.rule}`;
  return rulesFor(message)?.includes(first.rule) ? undefined : `ifupdown says "${message}", we: ${first.rule}`;
}

/**
 * The line, from 1, by which ifupdown names a place: the last one of its logical line. It counts one more for each backslash
 * that it drops at the end of the file (get_line in config.c).
 */
function lineByIfupdown(text: string, offset: number): number {
  let end = text.indexOf('\n', offset);
  const isContinued = (at: number): boolean =>
    /\\(?:\0[^\n]*)?$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
  while (end >= 0 && isContinued(end) && end < text.length - 1) end = text.indexOf('\n', end + 1);
  const at = end < 0 ? text.length : end;
  const line = text.slice(0, at).split('\n').length;
  const isLast = end < 0 || end === text.length - 1;
  return isLast && isContinued(at) ? line + droppedBackslashes(text.slice(0, at)) : line;
}

function droppedBackslashes(text: string): number {
  const read = text.slice(0, text.length).replace(/\0[^\n]*$/, '');
  // Lines of one backslash alone leave those before them.
  const tail = /(?:\\\n)*\\+$/.exec(read)?.[0] ?? '';
  const alone = tail.split('\n').length - 1;
  return Math.max(1, tail.replaceAll('\n', '').length - alone);
}

/** The `auto` interfaces that ifquery lists, and those that it calls unknown. */
export interface AutoInterfaces {
  readonly listed: readonly string[];
  readonly unknown: readonly string[];
}

export function autoInterfacesByIfupdown({ output, messages }: Answer): AutoInterfaces {
  return {
    // One may have no name, as in `auto =home`.
    listed: output.split('\n').slice(0, -1),
    unknown: messages.flatMap((line) => /^ifquery: unknown interface (.*)$/.exec(line)?.[1] ?? []),
  };
}

export function autoInterfacesByUs({ host }: OurAnswer): AutoInterfaces {
  const loopback = host.stanzas.some(({ family, method }) => /^inet6?$/.test(family ?? '') && method === 'loopback');
  const stanzas = new Set([...host.stanzas.map(({ name }) => name), ...(loopback ? [] : ['lo'])]);
  const patterns = host.mappings.flatMap(({ node }) => node.patterns.map((word) => globToRegExp(word.text)));
  const marked = host.marks
    .filter((mark) => mark.class === 'auto')
    .map(({ name, logical }) => ({ name, logical, key: `${name}=${logical}` }));
  const autos = [{ name: 'lo', logical: 'lo', key: 'lo=lo' }, ...marked].filter(
    ({ key }, index, all) => all.findIndex((other) => other.key === key) === index,
  );
  const isKnown = (logical: string): boolean =>
    stanzas.has(logical) || patterns.some((pattern) => pattern.test(logical));
  return {
    listed: autos.filter(({ logical }) => isKnown(logical)).map(({ name }) => name),
    unknown: autos.filter(({ logical }) => !isKnown(logical)).map(({ logical }) => logical),
  };
}

/** What `ifquery NAME` prints: the options of each stanza of that name, as config.c joins them. */
export function optionsByUs({ host }: OurAnswer, name: string): string {
  return host.stanzas
    .filter((stanza) => stanza.name === name)
    .map(printOptions)
    .join('');
}

const sameHook: Readonly<Record<string, string>> = { 'post-up': 'up', 'pre-down': 'down' };

function printOptions(stanza: Stanza): string {
  const variables: { name: string; value: string }[] = [];
  for (const option of stanza.options) {
    const optionName = sameHook[option.name] ?? option.name;
    const isHook = ['up', 'down', 'pre-up', 'post-down'].includes(optionName);
    const earlier = variables.find((variable) => variable.name === optionName);
    if (earlier === undefined || isHook) variables.push({ name: optionName, value: option.value.text });
    else earlier.value += `\n${option.value.text}`;
  }
  return variables.map((variable) => `${variable.name}: ${variable.value}\n`).join('');
}

/**
 * The smallest text that still fails, as far as leaving out lines and then words leads to one.
 *
 * @param fails whether ifupdown and we still differ
 */
export async function shrink(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  const byLines = await leaveOut(text.split(/(?<=\n)/), fails);
  return (await leaveOut((await leaveOut(byLines, fails)).join('').split(/(?<=[ \n])/), fails)).join('');
}

async function leaveOut(
  pieces: readonly string[],
  fails: (text: string) => Promise<boolean>,
): Promise<readonly string[]> {
  let kept = pieces;
  for (let index = pieces.length - 1; index >= 0; index--) {
    const fewer = kept.filter((_, position) => position !== index);
    if (await fails(fewer.join(''))) kept = fewer;
  }
  return kept;
}

function readSources(folder: string, path: string): Record<string, string> {
  const found = readdirSync(folder).map((name) => {
    const inner = join(folder, name);
    if (statSync(inner).isDirectory()) return readSources(inner, `${path}/${name}`);
    return { [`${path}/${name}`]: readFileSync(inner, 'utf8') };
  });
  return Object.assign({}, ...found);
}
