import type {
  FileAccess,
  FileId,
  Language,
  LoadSettings,
  PartialSettings,
  ProjectSettings,
  RuleSettings,
} from '../core/index.ts';
import { folderOf, loadProjectSettings, mergeSettings, rules } from '../core/index.ts';

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
 * @param chosen the language that the user says some files are in
 */
export function settingsReader(
  access: FileAccess,
  options: PartialSettings,
  chosen: { readonly language: Language; readonly files: ReadonlySet<FileId> } | undefined,
): SettingsReader {
  const ruleNames = rules.map((rule) => rule.name);
  const read = new Map<FileId, ProjectSettings>();
  const byFolder = new Map<FileId, Promise<ProjectSettings>>();
  const projectOf = (file: FileId): Promise<ProjectSettings> => {
    const folder = folderOf(file);
    const project = byFolder.get(folder) ?? loadProjectSettings(access, file, ruleNames);
    byFolder.set(folder, project);
    return project;
  };
  return {
    of: async (file) => {
      const project = await projectOf(file);
      if (project.file !== undefined) read.set(project.file, project);
      const merged = mergeSettings(options, project.settings);
      return {
        dialect: merged.dialect ?? 'auto',
        management: merged.management ?? [],
        hosts: merged.hosts,
        xenVersion: merged.xenVersion,
        language: chosen?.files.has(file) ? chosen.language : undefined,
        rules: merged.rules ?? {},
      };
    },
    files: () => [...read.values()],
  };
}
