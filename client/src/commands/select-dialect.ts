import { Uri, window, workspace } from 'vscode';
import { targetFor } from '../settings.ts';

const dialects = [
  { label: 'auto', detail: 'Find out from the files of each host.' },
  { label: 'ifupdown', detail: "Debian's own." },
  { label: 'ifupdown2', detail: "Cumulus' and Proxmox'." },
  { label: 'ifupdown-ng', detail: "Alpine's." },
];

/** Asks which program reads the interfaces files, and writes the answer to the settings nearest to the active file. */
export async function selectDialect(): Promise<void> {
  const file = window.activeTextEditor?.document.uri;
  const configuration = workspace.getConfiguration('bridgewise', file);
  const present = configuration.get<string>('dialect');
  const items = dialects.map((dialect) => (dialect.label === present ? { ...dialect, description: 'now' } : dialect));
  const chosen = await window.showQuickPick(items, { title: 'Which program reads these interfaces files?' });
  if (chosen !== undefined) await configuration.update('dialect', chosen.label, targetFor(file));
}

/** Writes which program reads the host of a document to the settings nearest to it. */
export async function setDialect(dialect: string, uri: string): Promise<void> {
  const file = Uri.parse(uri);
  await workspace.getConfiguration('bridgewise', file).update('dialect', dialect, targetFor(file));
}
