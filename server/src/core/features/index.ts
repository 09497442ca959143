/** Which feature answers for which language: a new feature is one line, or two functions where both languages have it. */
import type { InterfacesSnapshot, Snapshot, XlSnapshot } from '../workspace/snapshot.ts';
import * as interfacesCodeLenses from './interfaces/code-lenses.ts';
import * as interfacesCompletion from './interfaces/completion.ts';
import * as interfacesDefinition from './interfaces/definition.ts';
import * as interfacesFolding from './interfaces/folding.ts';
import * as interfacesHighlights from './interfaces/highlights.ts';
import * as interfacesHover from './interfaces/hover.ts';
import * as interfacesLinks from './interfaces/links.ts';
import * as interfacesReferences from './interfaces/references.ts';
import * as interfacesRename from './interfaces/rename.ts';
import * as interfacesSelection from './interfaces/selection.ts';
import * as interfacesSymbols from './interfaces/symbols.ts';
import * as xlCompletion from './xl/completion.ts';
import * as xlDefinition from './xl/definition.ts';
import * as xlFolding from './xl/folding.ts';
import * as xlFormat from './xl/format.ts';
import * as xlHighlights from './xl/highlights.ts';
import * as xlHover from './xl/hover.ts';
import * as xlInlayHints from './xl/inlay-hints.ts';
import * as xlLinks from './xl/links.ts';
import * as xlReferences from './xl/references.ts';
import * as xlRename from './xl/rename.ts';
import * as xlSelection from './xl/selection.ts';
import * as xlSemanticTokens from './xl/semantic-tokens.ts';
import * as xlSignatureHelp from './xl/signature-help.ts';
import * as xlSymbols from './xl/symbols.ts';

export const codeLensesOf = byLanguage(interfacesCodeLenses.codeLensesOf, () => []);
export const completionsAt = byLanguage(interfacesCompletion.completionsAt, xlCompletion.completionsAt);
export const definitionAt = byLanguage(interfacesDefinition.definitionAt, xlDefinition.definitionAt);
export const foldsOf = byLanguage(interfacesFolding.foldsOf, xlFolding.foldsOf);
export const formattingOf = xlOnly(xlFormat.formattingOf, []);
export const highlightsAt = byLanguage(interfacesHighlights.highlightsAt, xlHighlights.highlightsAt);
export const hoverAt = byLanguage(interfacesHover.hoverAt, xlHover.hoverAt);
export const inlayHintsIn = xlOnly(xlInlayHints.inlayHintsIn, []);
export const linksOf = byLanguage(interfacesLinks.linksOf, xlLinks.linksOf);
export const prepareRename = byLanguage(interfacesRename.prepareRename, xlRename.prepareRename);
export const referencesAt = byLanguage(interfacesReferences.referencesAt, xlReferences.referencesAt);
export const renameAt = byLanguage(interfacesRename.renameAt, xlRename.renameAt);
export const selectionsAt = byLanguage(interfacesSelection.selectionsAt, xlSelection.selectionsAt);
export const semanticTokensOf = xlOnly(xlSemanticTokens.semanticTokensOf, []);
export const signatureHelpAt = xlOnly(xlSignatureHelp.signatureHelpAt, undefined);
export const symbolsOf = byLanguage(interfacesSymbols.symbolsOf, xlSymbols.symbolsOf);

function byLanguage<Place extends readonly unknown[], Answer>(
  inInterfaces: (snapshot: InterfacesSnapshot, ...place: Place) => Answer,
  inXl: (snapshot: XlSnapshot, ...place: Place) => Answer,
): (snapshot: Snapshot, ...place: Place) => Answer {
  return (snapshot, ...place) =>
    snapshot.language === 'xl' ? inXl(snapshot, ...place) : inInterfaces(snapshot, ...place);
}

/** For what has nothing to say in interfaces files. */
function xlOnly<Place extends readonly unknown[], Answer>(
  inXl: (snapshot: XlSnapshot, ...place: Place) => Answer,
  nothing: Answer,
): (snapshot: Snapshot, ...place: Place) => Answer {
  return byLanguage<Place, Answer>(() => nothing, inXl);
}
