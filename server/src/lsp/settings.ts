import type { Connection } from 'vscode-languageserver';
import type { FileId, HostSettings, RuleSettings } from '../core/index.ts';
import type { ClientProfile } from './client-profile.ts';
import type { OpenDocuments } from './open-documents.ts';

/** What the user says about the host of a file. */
export interface Settings extends HostSettings {
  readonly rules: RuleSettings;
}

/** The settings of the editor, each asked for once until they change. */
export interface EditorSettings {
  readonly of: (file: FileId) => Promise<Settings>;
  /** Takes what `workspace/didChangeConfiguration` says. */
  readonly change: (settings: unknown) => void;
}

export function editorSettings(
  connection: Connection,
  profile: () => ClientProfile,
  documents: OpenDocuments,
): EditorSettings {
  const answers = new Map<FileId, Promise<Settings>>();
  let pushed: unknown;
  const ask = async (file: FileId): Promise<Settings> => {
    if (!profile().answersConfiguration) return readSettings(pushed ?? profile().options.settings);
    const answer: unknown = await connection.workspace.getConfiguration({
      scopeUri: documents.uriOf(file),
      section: 'bridgewise',
    });
    return readSettings(answer);
  };
  return {
    of: (file) => {
      const answer = answers.get(file) ?? ask(file);
      answers.set(file, answer);
      return answer;
    },
    change: (settings) => {
      const own = asRecord(settings)['bridgewise'];
      if (own !== undefined) pushed = own;
      answers.clear();
    },
  };
}

function readSettings(value: unknown): Settings {
  const { dialect, management, rules } = asRecord(value);
  return {
    dialect: dialects.find((known) => known === dialect) ?? 'auto',
    management: Array.isArray(management) ? management.filter((name) => typeof name === 'string') : [],
    rules: Object.fromEntries(
      Object.entries(asRecord(rules)).flatMap(([name, level]) => {
        const known = levels.find((candidate) => candidate === level);
        return known === undefined ? [] : [[name, known] as const];
      }),
    ),
  };
}

const dialects = ['ifupdown', 'ifupdown2', 'ifupdown-ng'] as const;
const levels = ['error', 'warning', 'information', 'hint', 'off'] as const;

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
