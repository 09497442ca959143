import { nameOfDomU } from '../model/dom0/domu-names.ts';
import { atomsOf } from '../model/xl/values.ts';
import type { FileId, Location } from '../text/location.ts';
import { baseName, pathOf } from '../text/paths.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { OutlineSymbol } from './answers.ts';

/** A name that can be gone to from anywhere. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: Extract<OutlineSymbol['kind'], 'interface' | 'bridge' | 'domain'>;
  readonly location: Location;
  /** The folder that is `/` to the dom0, where it has a name of its own. */
  readonly container: string | undefined;
}

/** The interfaces of a dom0, each at its first stanza, and its domUs whose names hold the letters of the query in their order. */
export function workspaceSymbolsOf({ dom0 }: Snapshot, query: string): readonly WorkspaceSymbol[] {
  const container = containerOf(dom0.host?.root);
  const interfaces = [...(dom0.host?.interfaces.values() ?? [])].flatMap((link): readonly WorkspaceSymbol[] => {
    const [stanza] = link.stanzas;
    if (stanza === undefined) return [];
    const kind = link.bridge === undefined ? 'interface' : 'bridge';
    return [{ name: link.name, kind, location: { file: stanza.file, span: stanza.nameWord.span }, container }];
  });
  const domUs = dom0.domUs.flatMap((domU): readonly WorkspaceSymbol[] => {
    const name = nameOfDomU(domU);
    const [atom] = atomsOf(domU.config.settings, 'name');
    if (name === undefined || atom === undefined) return [];
    return [{ name, kind: 'domain', location: { file: domU.config.file, span: atom.span }, container }];
  });
  return [...interfaces, ...domUs].filter(({ name }) => holdsLetters(name, query));
}

function containerOf(root: FileId | undefined): string | undefined {
  return root === undefined || pathOf(root) === '/' ? undefined : baseName(root);
}

function holdsLetters(name: string, query: string): boolean {
  let from = 0;
  for (const letter of query.toLowerCase()) {
    const at = name.toLowerCase().indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
