/** How domUs are spoken of. */
import { enumerate, inlineCode } from '../../text/markdown.ts';
import { baseName } from '../../text/paths.ts';
import { stringOf } from '../xl/values.ts';
import type { DomU } from './dom0.ts';

/** The name under which libxl runs a domU; `undefined`: its file gives none. */
export function nameOfDomU({ config }: DomU): string | undefined {
  return stringOf(config.settings, 'name') || undefined;
}

/** What tells a domU from others: files that give one name are variants of one domU, of which only one can run. */
export function identityOf(domU: DomU): string {
  const name = nameOfDomU(domU);
  return name === undefined ? `file ${domU.config.file}` : `name ${name}`;
}

/** A domU in a sentence, as code: its name or, where it has none, its file. */
export function shownDomU(domU: DomU): string {
  return inlineCode(nameOfDomU(domU) ?? baseName(domU.config.file));
}

/** More than these are only counted. */
const mostNames = 4;

/** Several domUs in a sentence, each once: `web`, `mail` and 3 more. */
export function shownDomUs(domUs: readonly DomU[]): string {
  const names = [...new Set(domUs.map(shownDomU))];
  if (names.length <= mostNames) return enumerate(names);
  const first = names.slice(0, mostNames - 1);
  return enumerate([...first, `${names.length - first.length} more`]);
}
