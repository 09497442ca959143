import type { MessageConnection } from 'vscode-jsonrpc';
import type { ConfigurationParams } from 'vscode-languageserver-protocol';
import type { FileId, PartialSettings } from '../core/index.ts';
import { dialects, entryOf, isXenVersion, rememberAnswer, ruleLevels } from '../core/index.ts';
import type { ClientProfile } from './client-profile.ts';
import type { OpenDocuments } from './open-documents.ts';

/** The settings `bridgewise.*` of the editor, each asked for once until they change. */
export interface EditorSettings {
  readonly of: (file: FileId) => Promise<PartialSettings>;
  /** Whether the files of one of the editor's folders are checked that are not open. */
  readonly checksFolder: (folder: FileId) => Promise<boolean>;
  /** Takes what `workspace/didChangeConfiguration` says. */
  readonly change: (settings: unknown) => void;
}

/** @param folderOf the editor's folder that a file lies in */
export function editorSettings(
  connection: MessageConnection,
  profile: ClientProfile,
  documents: OpenDocuments,
  folderOf: (file: FileId) => FileId | undefined,
): EditorSettings {
  const answers = new Map<FileId, Promise<unknown>>();
  let told = profile.options.settings;
  const ask = async (scope: FileId): Promise<unknown> => {
    const items = [{ scopeUri: documents.uriOf(scope), section: 'bridgewise' }];
    const params: ConfigurationParams = { items };
    const [answer] = await connection.sendRequest<unknown[]>('workspace/configuration', params);
    return answer;
  };
  const answerFor = async (scope: FileId): Promise<unknown> =>
    profile.answersConfiguration ? rememberAnswer(answers, scope, ask) : told;
  return {
    of: async (file) => {
      // No editor has settings for less than a folder, and a site has thousands of files.
      const folder = folderOf(file);
      return readSettings(await answerFor(folder ?? file), folder);
    },
    checksFolder: async (folder) => asRecord(await answerFor(folder))['checkWorkspace'] !== false,
    change: (settings) => {
      told = asRecord(settings)['bridgewise'] ?? told;
      answers.clear();
    },
  };
}

/**
 * Editors answer with the default of what the user did not set: `auto` and empty lists say nothing, so that the project's
 * settings hold.
 */
function readSettings(value: unknown, folder: FileId | undefined): PartialSettings {
  const settings = asRecord(value);
  const dialect = dialects.find((known) => known === settings['dialect']);
  const management = textsOf(settings['management']);
  const hosts = folder === undefined ? [] : textsOf(settings['hosts']).map((path) => entryOf(folder, path));
  const xenVersion = settings['xenVersion'];
  const rules = Object.entries(asRecord(settings['rules'])).flatMap(([name, level]) => {
    const known = ruleLevels.find((candidate) => candidate === level);
    return known === undefined ? [] : [[name, known] as const];
  });
  return {
    ...(dialect === undefined ? {} : { dialect }),
    ...(management.length === 0 ? {} : { management }),
    ...(hosts.length === 0 ? {} : { hosts }),
    ...(typeof xenVersion === 'string' && isXenVersion(xenVersion) ? { xenVersion } : {}),
    rules: Object.fromEntries(rules),
  };
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string' && text !== '') : [];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
