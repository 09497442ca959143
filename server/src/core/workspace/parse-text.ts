import type { InterfacesTree } from '../syntax/interfaces/ast.ts';
import { parseInterfaces } from '../syntax/interfaces/parser.ts';
import type { XlTree } from '../syntax/xl/ast.ts';
import { parseXl } from '../syntax/xl/parser.ts';
import type { FileId } from '../text/location.ts';

/** Reads the trees of texts; a caller that keeps trees may hand in one that remembers. */
export interface ParseText {
  readonly interfaces: (file: FileId, text: string) => InterfacesTree;
  readonly xl: (file: FileId, text: string) => XlTree;
}

/** Remembers nothing. */
export const parseAnew: ParseText = {
  interfaces: (_, text) => parseInterfaces(text),
  xl: (_, text) => parseXl(text),
};

/** Parsers that give the tree they gave before while the text of a file stays the same. */
export function rememberTrees(): {
  readonly parse: ParseText;
  readonly forget: () => void;
  /** Forgets the trees of all other files. */
  readonly keepOnly: (isKept: (file: FileId) => boolean) => void;
} {
  const interfaces = remember(parseInterfaces);
  const xl = remember(parseXl);
  return {
    parse: { interfaces: interfaces.parse, xl: xl.parse },
    forget: () => {
      interfaces.forget();
      xl.forget();
    },
    keepOnly: (isKept) => {
      interfaces.keepOnly(isKept);
      xl.keepOnly(isKept);
    },
  };
}

function remember<Tree extends { readonly text: string }>(parse: (text: string) => Tree) {
  let trees = new Map<FileId, Tree>();
  return {
    parse: (file: FileId, text: string): Tree => {
      const known = trees.get(file);
      if (known?.text === text) return known;
      const tree = parse(text);
      trees.set(file, tree);
      return tree;
    },
    forget: () => {
      // One that is cleared and used on holds what it had until the next full collection.
      trees = new Map();
    },
    keepOnly: (isKept: (file: FileId) => boolean): void => {
      trees = new Map([...trees].filter(([file]) => isKept(file)));
    },
  };
}
