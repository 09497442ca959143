import { workspace } from 'vscode';

/** Puts back what was changed by {@link set}, newest first. */
const undo: (() => Thenable<void>)[] = [];

/**
 * Changes a setting of the workspace, as the user does who edits its settings.json.
 *
 * @param name with dots, as in `bridgewise.rules`
 */
export async function set(name: string, value: unknown): Promise<void> {
  const before = workspace.getConfiguration().inspect(name)?.workspaceValue;
  await workspace.getConfiguration().update(name, value, false);
  undo.unshift(() => workspace.getConfiguration().update(name, before, false));
}

/** Sets all settings to what they were before the first {@link set}; for `afterEach`. */
export async function restoreSettings(): Promise<void> {
  for (const restore of undo.splice(0)) await restore();
}
