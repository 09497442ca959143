/** `.bridgewise.json`: what a project says about its hosts. The editor, the server and the command line read it alike. */
import type { Node, ParseError } from 'jsonc-parser';
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { HostSettings } from '../model/build-host.ts';
import { dialects } from '../model/host.ts';
import type { XenVersion } from '../schema/xl/xen-version.ts';
import { isXenVersion } from '../schema/xl/xen-version.ts';
import { nearest } from '../text/edit-distance.ts';
import type { FileId } from '../text/location.ts';
import { entryOf, folderOf } from '../text/paths.ts';
import type { Span } from '../text/span.ts';
import type { FileAccess } from './file-access.ts';

const projectSettingsName = '.bridgewise.json';

/** What a rule's severity can be set to. */
export const ruleLevels = ['error', 'warning', 'information', 'hint', 'off'] as const;

/** What may be said about a host; what is left out is not said. */
export interface PartialSettings {
  readonly dialect?: HostSettings['dialect'];
  /** The interfaces by which the dom0 is reached. */
  readonly management?: readonly string[];
  /** Folders that each are `/` to one host. */
  readonly hosts?: readonly FileId[];
  /** By the name of the rule. */
  readonly rules?: Readonly<Record<string, (typeof ruleLevels)[number]>>;
  /** The series of Xen whose xl reads the domUs' files, such as `4.17`. */
  readonly xenVersion?: XenVersion;
}

/** Something in `.bridgewise.json` that has no effect. */
export interface SettingsProblem {
  readonly message: string;
  readonly span: Span;
}

export interface ProjectSettings {
  readonly settings: PartialSettings;
  /** `undefined`: there is none in the folder or above it. */
  readonly file: FileId | undefined;
  /** The text that the problems' spans speak of. */
  readonly text: string;
  readonly problems: readonly SettingsProblem[];
}

const nothingSaid: ProjectSettings = { settings: {}, file: undefined, text: '', problems: [] };

/**
 * The nearest `.bridgewise.json`, in the file's folder or above it. Never fails: what cannot be read or understood is a
 * problem and says nothing.
 *
 * @param ruleNames the rules that there are
 */
export async function loadProjectSettings(
  access: FileAccess,
  file: FileId,
  ruleNames: Iterable<string>,
): Promise<ProjectSettings> {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    const candidate = entryOf(folder, projectSettingsName);
    const content = await access.read(candidate);
    if (content.kind === 'text') return readProjectSettings(content.text, candidate, ruleNames);
    if (content.kind === 'unreadable') {
      const problem = { message: `It cannot be read. ${content.reason}`, span: { start: 0, end: 0 } };
      return { settings: {}, file: candidate, text: '', problems: [problem] };
    }
    if (folderOf(folder) === folder) return nothingSaid;
  }
}

/** Reads the text of a `.bridgewise.json`. `hosts` in it are relative to its folder. */
export function readProjectSettings(text: string, file: FileId, ruleNames: Iterable<string>): ProjectSettings {
  const errors: ParseError[] = [];
  // jsonc-parser takes a byte order mark for a letter.
  const json = text.replace(/^\uFEFF/, ' ');
  const root = parseNested(json, errors);
  const reader: Reader = {
    settings: {},
    folder: folderOf(file),
    ruleNames: [...ruleNames],
    problems: errors.map(({ error, offset, length }) => ({
      message: `This is no JSON: ${wordsOfCode(error)}.`,
      span: { start: offset, end: offset + length },
    })),
  };
  if (root === 'too deep') {
    reader.problems.push({ message: 'Its brackets are nested too deep to be read.', span: { start: 0, end: 0 } });
  } else if (root !== undefined) readRoot(root, reader);
  return { settings: reader.settings, file, text, problems: reader.problems };
}

/** jsonc-parser calls itself for each open bracket: thousands of them exhaust the stack, in a file that no settings need. */
function parseNested(json: string, errors: ParseError[]): Node | undefined | 'too deep' {
  try {
    return parseTree(json, errors, { allowTrailingComma: true });
  } catch (error) {
    if (error instanceof RangeError) return 'too deep';
    throw error;
  }
}

/** Joins settings: what the user says outright, in the editor or on the command line, goes over what the project says. */
export function mergeSettings(over: PartialSettings, project: PartialSettings): PartialSettings {
  const said = Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined));
  return { ...project, ...said, rules: { ...project.rules, ...over.rules } };
}

interface Reader {
  settings: { -readonly [Key in keyof PartialSettings]: PartialSettings[Key] };
  readonly folder: FileId;
  readonly ruleNames: readonly string[];
  readonly problems: SettingsProblem[];
}

/** How the value of each key is read. */
const keyReaders: Readonly<Record<string, (value: Node, reader: Reader) => void>> = {
  // An editor's hint where the schema lies.
  $schema: () => undefined,
  dialect: (value, reader) => {
    const dialect = readChoice(value, ['auto', ...dialects] as const, reader);
    if (dialect !== undefined) reader.settings.dialect = dialect;
  },
  management: (value, reader) => {
    reader.settings.management = readTexts(value, reader);
  },
  hosts: (value, reader) => {
    reader.settings.hosts = readTexts(value, reader).map((path) => entryOf(reader.folder, path.replace(/\/+$/, '')));
  },
  rules: (value, reader) => {
    reader.settings.rules = readRules(value, reader);
  },
  xenVersion: (value, reader) => {
    const version: unknown = value.value;
    if (typeof version === 'string' && isXenVersion(version)) reader.settings.xenVersion = version;
    else report(reader, value, 'A version of Xen is written as "4.17".');
  },
};

function readRoot(root: Node, reader: Reader): void {
  for (const { name, key, value } of membersOf(root, reader)) {
    const read = Object.hasOwn(keyReaders, name) ? keyReaders[name] : undefined;
    if (read === undefined) {
      const known = Object.keys(keyReaders).filter((candidate) => candidate !== '$schema');
      report(reader, key, `There is no setting ${quote(name)}.${guess(name, known)}`);
    } else read(value, reader);
  }
}

function readRules(node: Node, reader: Reader): Readonly<Record<string, (typeof ruleLevels)[number]>> {
  const rules: Record<string, (typeof ruleLevels)[number]> = {};
  for (const { name, key, value } of membersOf(node, reader)) {
    const level = readChoice(value, ruleLevels, reader);
    if (!reader.ruleNames.includes(name)) {
      report(reader, key, `There is no rule ${quote(name)}.${guess(name, reader.ruleNames)}`);
    } else if (level !== undefined) rules[name] = level;
  }
  return rules;
}

interface Member {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

/** The members of an object; of equal names the last one counts, as in JSON.parse. */
function membersOf(node: Node, reader: Reader): readonly Member[] {
  if (node.type !== 'object') {
    report(reader, node, 'An object is needed here: { … }.');
    return [];
  }
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key === undefined || value === undefined ? [] : [{ name: String(key.value), key, value }],
  );
}

function readChoice<Choice extends string>(node: Node, choices: readonly Choice[], reader: Reader): Choice | undefined {
  const choice = choices.find((candidate) => candidate === node.value);
  if (choice === undefined) {
    report(reader, node, `One of ${choices.map(quote).join(', ')} is needed here.`);
  }
  return choice;
}

function readTexts(node: Node, reader: Reader): readonly string[] {
  if (node.type !== 'array') {
    report(reader, node, 'A list of texts is needed here: ["…"].');
    return [];
  }
  return (node.children ?? []).flatMap((child) => {
    const text: unknown = child.value;
    if (typeof text === 'string' && text !== '') return [text];
    report(reader, child, 'A text is needed here.');
    return [];
  });
}

function report(reader: Reader, { offset, length }: Node, message: string): void {
  reader.problems.push({ message, span: { start: offset, end: offset + length } });
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function guess(name: string, known: readonly string[]): string {
  const [near] = nearest(name, known, Math.min(3, name.length / 2));
  return near === undefined ? '' : ` Did you mean ${quote(near)}?`;
}

/** `PropertyNameExpected` as words. */
function wordsOfCode(error: ParseError['error']): string {
  return printParseErrorCode(error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
}
