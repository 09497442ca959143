/** What the language server and the command line may use of the core. */

export { type CompletionItem, completionsAt } from './features/completion.ts';
export { definitionAt } from './features/definition.ts';
export { type FixAllTask, fixAll } from './features/fix-all.ts';
export { foldsOf } from './features/folding.ts';
export { type Highlight, highlightsAt } from './features/highlights.ts';
export { hoverAt } from './features/hover.ts';
export { ignoreFinding } from './features/ignore-finding.ts';
export { linksOf } from './features/links.ts';
export { referencesAt } from './features/references.ts';
export {
  prepareRename,
  type RenameRefusal,
  renameAt,
  type UnsurePlace,
} from './features/rename.ts';
export { selectionsAt } from './features/selection.ts';
export { type OutlineSymbol, symbolsOf } from './features/symbols.ts';
export type { HostSettings } from './model/build-host.ts';
export { type Dialect, dialects, type HostModel } from './model/host.ts';
export { checkHost } from './rules/engine.ts';
export type { RuleSettings } from './rules/finding.ts';
export { rules } from './rules/index.ts';
export { rulePages } from './rules/pages.ts';
export type { Finding, Fix, Rule, Severity } from './rules/rule.ts';
export { parseInterfaces } from './syntax/interfaces/parser.ts';
export { isBinary, isInterfacesPath, isTemplate, looksLikeInterfaces } from './syntax/interfaces/sniff.ts';
export { nearest } from './text/edit-distance.ts';
export { applyEdits, type TextEdit } from './text/edits.ts';
export { groupBy } from './text/group-by.ts';
export { indexLines, type LineIndex, offsetAt, positionAt } from './text/line-index.ts';
export type { FileId, Location } from './text/location.ts';
export { baseName, entryOf, fileId, folderOf, pathOf } from './text/paths.ts';
export type { Span } from './text/span.ts';
export { type FileAccess, type FileContent, type FolderEntry, rememberAnswers } from './workspace/file-access.ts';
export { isInterfacesText, type LoadSettings, loadHostOf } from './workspace/load-host.ts';
export { memoryAccess, memoryFile } from './workspace/memory-access.ts';
export { overlayContents, overlayTexts } from './workspace/overlay.ts';
export {
  loadProjectSettings,
  mergeSettings,
  type PartialSettings,
  type ProjectSettings,
  readProjectSettings,
  ruleLevels,
} from './workspace/project-settings.ts';
export { type Snapshot, treeOf } from './workspace/snapshot.ts';
