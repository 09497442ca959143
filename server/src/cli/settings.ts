import type {
  FileAccess,
  FileId,
  LoadSettings,
  PartialSettings,
  ProjectSettings,
  RuleSettings,
} from '../core/index.ts';
import { loadProjectSettings, mergeSettings, rules } from '../core/index.ts';

/** What holds for the host of a file: the options of the command line over the project's settings. */
export interface CheckSettings extends LoadSettings {
  readonly rules: RuleSettings;
}

export interface SettingsReader {
  readonly of: (file: FileId) => Promise<CheckSettings>;
  /** The settings files that were read so far. */
  readonly files: () => readonly ProjectSettings[];
}

/**
 * @param options what the command line says
 * @param inLanguage the files that the user calls interfaces files
 */
export function settingsReader(
  access: FileAccess,
  options: PartialSettings,
  inLanguage: ReadonlySet<FileId>,
): SettingsReader {
  const ruleNames = rules.map((rule) => rule.name);
  const read = new Map<FileId, ProjectSettings>();
  return {
    of: async (file) => {
      const project = await loadProjectSettings(access, file, ruleNames);
      if (project.file !== undefined) read.set(project.file, project);
      const merged = mergeSettings(options, project.settings);
      return {
        dialect: merged.dialect ?? 'auto',
        management: merged.management ?? [],
        hosts: merged.hosts,
        language: inLanguage.has(file) ? 'interfaces' : undefined,
        rules: merged.rules ?? {},
      };
    },
    files: () => [...read.values()],
  };
}
