import type { Uri } from 'vscode';
import { ConfigurationTarget, workspace } from 'vscode';

/** Where a setting for a file is written: to the folder that holds it, or where none is open, to the user's settings. */
export function targetFor(uri: Uri | undefined): ConfigurationTarget {
  if (uri === undefined || workspace.getWorkspaceFolder(uri) === undefined) return ConfigurationTarget.Global;
  const isMultiRoot = workspace.workspaceFile !== undefined;
  return isMultiRoot ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
}

/** How a place for settings is called in sentences. */
export function nameOf(target: ConfigurationTarget): string {
  if (target === ConfigurationTarget.Global) return 'your settings';
  return target === ConfigurationTarget.Workspace ? 'the settings of this workspace' : 'the settings of this folder';
}
