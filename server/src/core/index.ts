/** What the language server and the command line may use of the core. */

export type {
  CompletionItem,
  Highlight,
  OutlineSymbol,
  RenameRefusal,
  SignatureHelp,
  UnsurePlace,
} from './features/answers.ts';
export { semanticTokenKinds, semanticTokenModifiers } from './features/answers.ts';
export { checkSnapshot } from './features/check-snapshot.ts';
export { type FixAllTask, fixAll } from './features/fix-all.ts';
export { ignoreFinding } from './features/ignore-finding.ts';
export {
  codeLensesOf,
  completionsAt,
  definitionAt,
  foldsOf,
  formattingOf,
  highlightsAt,
  hoverAt,
  inlayHintsIn,
  linksOf,
  prepareRename,
  referencesAt,
  renameAt,
  selectionsAt,
  semanticTokensOf,
  signatureHelpAt,
  symbolsOf,
} from './features/index.ts';
export { type Layer, layerAt, layersAbove, layersBelow } from './features/layers.ts';
export { workspaceSymbolsOf } from './features/workspace-symbols.ts';
export { convertFromXm } from './features/xl/convert-from-xm.ts';
export { newDomU } from './features/xl/new-domu.ts';
export type { HostSettings } from './model/build-host.ts';
export { nameOfDom0 } from './model/dom0/dom0-name.ts';
export { type Dialect, dialects, type HostModel } from './model/host.ts';
export type { XlConfig } from './model/xl/config.ts';
export { checkHost, checkXlConfig } from './rules/engine.ts';
export type { RuleSettings } from './rules/finding.ts';
export { rules } from './rules/index.ts';
export { rulePages } from './rules/pages.ts';
export { macGenerator, type RandomByte } from './rules/random-mac.ts';
export { uuidGenerator } from './rules/random-uuid.ts';
export type { Finding, Fix, Rule, Severity } from './rules/rule.ts';
export type { XlFileKind } from './schema/xl/key-doc.ts';
export { defaultXenVersion, isXenVersion, type XenVersion, xenVersions } from './schema/xl/xen-version.ts';
export { parseInterfaces } from './syntax/interfaces/parser.ts';
export { isInterfacesPath, looksLikeInterfaces } from './syntax/interfaces/sniff.ts';
export { isBinary, isTemplate } from './syntax/text-kind.ts';
export { parseXl } from './syntax/xl/parser.ts';
export { looksLikeXl } from './syntax/xl/sniff.ts';
export { nearest } from './text/edit-distance.ts';
export { applyEdits, type TextEdit } from './text/edits.ts';
export { groupBy } from './text/group-by.ts';
export { indexLines, type LineIndex, offsetAt, positionAt } from './text/line-index.ts';
export type { FileId, Location } from './text/location.ts';
export { baseName, entryOf, fileId, folderOf, pathOf } from './text/paths.ts';
export type { Span } from './text/span.ts';
export { buildTopology } from './topology/build-topology.ts';
export { drawTopology } from './topology/draw.ts';
export { type TopologyFormat, topologyFormats, topologyText } from './topology/formats.ts';
export { groupDomUs } from './topology/group-domus.ts';
export type { PictureElement, PicturePart } from './topology/picture.ts';
export type { Topology } from './topology/topology.ts';
export {
  type FileAccess,
  type FileContent,
  type FolderEntry,
  rememberAnswer,
  rememberAnswers,
} from './workspace/file-access.ts';
export { candidatePattern, isOurs, mayBeOurs } from './workspace/found-files.ts';
export { domainHostRootOf, placeOf } from './workspace/host-root.ts';
export { type LoadSettings, loadHostOf } from './workspace/load-host.ts';
export { type Language, languageOf, loadSnapshot } from './workspace/load-snapshot.ts';
export { memoryAccess, memoryFile } from './workspace/memory-access.ts';
export { overlayContents, overlayTexts } from './workspace/overlay.ts';
export { type ParseText, rememberTrees } from './workspace/parse-text.ts';
export {
  loadProjectSettings,
  mergeSettings,
  type PartialSettings,
  type ProjectSettings,
  readProjectSettings,
  ruleLevels,
} from './workspace/project-settings.ts';
export {
  type InterfacesSnapshot,
  interfacesSnapshot,
  mainFileOf,
  type Snapshot,
  treeOf,
  type XlSnapshot,
  xlSnapshot,
} from './workspace/snapshot.ts';
export { filesIn, formUnits, mainFilesFirst, type Unit, type Units } from './workspace/units.ts';
