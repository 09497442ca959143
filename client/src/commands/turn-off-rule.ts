import { ConfigurationTarget, commands, Uri, window, workspace } from 'vscode';
import { nameOf, targetFor } from '../settings.ts';

type Levels = Readonly<Record<string, string>>;

/** Turns a rule off in the settings nearest to a file, and says where. */
export async function turnOffRule(rule: string, uri: string): Promise<void> {
  const file = Uri.parse(uri);
  const target = targetFor(file);
  const configuration = workspace.getConfiguration('bridgewise', file);
  const values = configuration.inspect<Levels>('rules');
  const present =
    target === ConfigurationTarget.Global
      ? values?.globalValue
      : target === ConfigurationTarget.Workspace
        ? values?.workspaceValue
        : values?.workspaceFolderValue;
  await configuration.update('rules', { ...present, [rule]: 'off' }, target);
  void offerSettings(`${rule} is turned off in ${nameOf(target)}.`);
}

async function offerSettings(message: string): Promise<void> {
  const open = 'Open Settings';
  const answer = await window.showInformationMessage(message, open);
  if (answer === open) await commands.executeCommand('workbench.action.openSettings', 'bridgewise.rules');
}
