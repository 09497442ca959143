import type { ExtensionContext } from 'vscode';
import { commands, window } from 'vscode';
import { pageOf } from '../rule-pages.ts';

/** What the manifest says about `bridgewise.rules`. */
interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly properties?: Readonly<Record<string, { readonly description: string }>> }>
      >;
    };
  };
}

/** Opens the page of a rule as a Markdown preview; without a rule, asks which. */
export async function openRule({ extension }: ExtensionContext, rule?: string): Promise<void> {
  const chosen = rule ?? (await chooseRule(extension.packageJSON as Manifest));
  if (chosen !== undefined) await commands.executeCommand('vscode.open', pageOf(chosen));
}

async function chooseRule({ contributes }: Manifest): Promise<string | undefined> {
  const rules = contributes.configuration.properties['bridgewise.rules']?.properties ?? {};
  const items = Object.entries(rules).map(([label, { description }]) => ({ label, detail: description }));
  const item = await window.showQuickPick(items, { title: 'Bridgewise: Open Rule', matchOnDetail: true });
  return item?.label;
}
