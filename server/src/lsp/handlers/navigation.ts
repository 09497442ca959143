import type {
  Definition,
  DefinitionLink,
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightKind,
  DocumentHighlightParams,
  Location,
  ReferenceParams,
} from 'vscode-languageserver-protocol';
import type { Highlight } from '../../core/index.ts';
import { definitionAt, highlightsAt, referencesAt } from '../../core/index.ts';
import type { Asked } from '../context.ts';
import { aboutPlace } from '../context.ts';
import { linesOf } from '../lines.ts';
import { toLocation, toRange } from '../to-proto.ts';

/** Answers `textDocument/definition`: with links, where the editor takes them, that say which word is asked about. */
export const definition = aboutPlace(
  null,
  ({ context, snapshot, file }: Asked<DefinitionParams>, offset): Definition | DefinitionLink[] | null => {
    const found = definitionAt(snapshot, file, offset);
    if (found === undefined) return null;
    if (!context.profile.definitionLinks) {
      return found.targets.map((target) =>
        toLocation(context, snapshot, { file: target.file, span: target.selection }),
      );
    }
    const originSelectionRange = toRange(linesOf(snapshot, file), found.span);
    return found.targets.map((target): DefinitionLink => {
      const lines = linesOf(snapshot, target.file);
      return {
        originSelectionRange,
        targetUri: context.session.documents.uriOf(target.file),
        targetRange: toRange(lines, target.span),
        targetSelectionRange: toRange(lines, target.selection),
      };
    });
  },
);

/** Answers `textDocument/references`. */
export const references = aboutPlace(
  [],
  ({ context, snapshot, file, params }: Asked<ReferenceParams>, offset): Location[] =>
    referencesAt(snapshot, file, offset, params.context.includeDeclaration).map((place) =>
      toLocation(context, snapshot, place),
    ),
);

const highlightKinds: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = { use: 2, declaration: 3 };

/** Answers `textDocument/documentHighlight`. */
export const documentHighlight = aboutPlace(
  [],
  ({ snapshot, file }: Asked<DocumentHighlightParams>, offset): DocumentHighlight[] =>
    highlightsAt(snapshot, file, offset).map(({ span, kind }) => ({
      range: toRange(linesOf(snapshot, file), span),
      kind: highlightKinds[kind],
    })),
);
