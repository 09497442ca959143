import type { ExtensionContext } from 'vscode';
import { window, workspace } from 'vscode';
import { targetFor } from '../settings.ts';

const setting = 'bridgewise.xenVersion';

/** What the manifest says about the setting. */
interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly enum?: readonly string[]; readonly enumDescriptions?: readonly string[] }>
      >;
    };
  };
}

/** Asks which series of Xen reads the domUs' files, and writes the answer to the settings nearest to the active file. */
export async function selectXenVersion({ extension }: ExtensionContext): Promise<void> {
  const file = window.activeTextEditor?.document.uri;
  const configuration = workspace.getConfiguration(undefined, file);
  const present = configuration.get<string>(setting);
  const schema = (extension.packageJSON as Manifest).contributes.configuration.properties[setting];
  const items = (schema?.enum ?? []).map((version, index) => ({
    version,
    label: version === '' ? 'not set here' : `Xen ${version}`,
    detail: schema?.enumDescriptions?.[index] ?? '',
    ...(version === present ? { description: 'now' } : {}),
  }));
  const chosen = await window.showQuickPick(items, {
    title: 'Which series of Xen reads these files?',
    matchOnDetail: true,
  });
  if (chosen !== undefined) await configuration.update(setting, chosen.version || undefined, targetFor(file));
}
