import type { Diagnostic, Uri } from 'vscode';
import { languages } from 'vscode';
import { until } from './until.ts';

/**
 * Waits until the diagnostics of a file are as wanted.
 *
 * @param uri the file
 * @param what what is waited for, for the message when it does not come
 * @param wanted whether these are the ones
 * @returns them
 */
export function diagnosticsWhere(
  uri: Uri,
  what: string,
  wanted: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  const now = () => languages.getDiagnostics(uri);
  return until(
    what,
    languages.onDidChangeDiagnostics,
    () => (wanted(now()) ? now() : undefined),
    () => `There are: ${JSON.stringify(now().map((diagnostic) => [ruleOf(diagnostic), diagnostic.message]))}`,
  );
}

/** Waits for a finding of one rule in a file. */
export async function findingOf(uri: Uri, rule: string): Promise<Diagnostic> {
  const found = await diagnosticsWhere(uri, `a finding of ${rule}`, (all) => all.some((one) => ruleOf(one) === rule));
  const finding = found.find((diagnostic) => ruleOf(diagnostic) === rule);
  if (!finding) throw new Error(`no finding of ${rule}`);
  return finding;
}

/** The rule that a diagnostic is about: its code, with or without a link. `undefined` for one of another extension. */
export function ruleOf({ code }: Diagnostic): string | undefined {
  const value = typeof code === 'object' ? code.value : code;
  return value === undefined ? undefined : String(value);
}

/** The rules that diagnostics are about, as often as they are. */
export function rulesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.flatMap((diagnostic) => ruleOf(diagnostic) ?? []);
}
