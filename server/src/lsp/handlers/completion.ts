import type {
  CompletionItemKind,
  CompletionParams,
  InsertReplaceEdit,
  CompletionItem as LspCompletionItem,
  TextEdit,
} from 'vscode-languageserver-protocol';
import type { CompletionItem, Language } from '../../core/index.ts';
import { completionsAt } from '../../core/index.ts';
import type { Asked } from '../context.ts';
import { aboutPlace } from '../context.ts';
import { linesOf } from '../lines.ts';
import { suggestCommand } from '../messages.ts';
import { toMarkup, toRange } from '../to-proto.ts';

type AskedItems = Asked<CompletionParams>;

/** Answers `textDocument/completion`; the order is the core's. */
export const completion = aboutPlace([], (asked: AskedItems, offset): LspCompletionItem[] => {
  const { snapshot, file, params } = asked;
  const typed = params.context?.triggerCharacter;
  if (typed !== undefined && !completionTriggers[snapshot.language].includes(typed)) return [];
  return completionsAt(snapshot, file, offset).map((item, index) => toItem(asked, offset, item, index));
});

/** What begins a new word, or a part of one that has its own proposals: a variable, a path, `eth0=`, a string's parameter. */
export const completionTriggers: Readonly<Record<Language, readonly string[]>> = {
  interfaces: [' ', '$', '/', '=', '-', ':'],
  xl: [' ', "'", '"', ',', '=', ':', '['],
};

/** LSP's CompletionItemKind: what an editor's icons come nearest to. */
const kinds: Readonly<Record<CompletionItem['kind'], CompletionItemKind>> = {
  keyword: 14,
  family: 8,
  method: 2,
  option: 10,
  value: 12,
  interface: 6,
  class: 7,
  variable: 6,
  file: 17,
  directive: 14,
  rule: 20,
  key: 10,
  parameter: 5,
  snippet: 15,
};

const deprecatedTag = 1;

/** InsertTextFormat.Snippet */
const snippetFormat = 2;

function toItem(asked: AskedItems, offset: number, item: CompletionItem, index: number): LspCompletionItem {
  const { profile } = asked.context;
  const { label, kind, detail, documentation } = item;
  const asksAgain = item.continues && profile.options.commands?.includes(suggestCommand) === true;
  return {
    label,
    kind: kinds[kind],
    sortText: String(index).padStart(4, '0'),
    filterText: label,
    textEdit: toEdit(asked, offset, item),
    ...(item.isSnippet && profile.completionSnippets ? { insertTextFormat: snippetFormat } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: toMarkup(documentation, profile.markdownCompletion) }),
    ...(item.deprecated && profile.completionTags ? { tags: [deprecatedTag] } : {}),
    ...(asksAgain ? { command: { title: 'Suggest more', command: suggestCommand } } : {}),
  };
}

/** An editor that knows both may keep what stands behind the cursor. */
function toEdit(
  { context, snapshot, file }: AskedItems,
  offset: number,
  item: CompletionItem,
): TextEdit | InsertReplaceEdit {
  const lines = linesOf(snapshot, file);
  const replace = toRange(lines, item.span);
  const newText = item.isSnippet && !context.profile.completionSnippets ? withoutPlaceholders(item.text) : item.text;
  if (!context.profile.insertReplaceEdits) return { newText, range: replace };
  return { newText, replace, insert: toRange(lines, { start: item.span.start, end: offset }) };
}

/** The text of a snippet as it stands when nobody fills in its places: `${1:xvda}` is `xvda`, `${2|r,w|}` is `r`. */
function withoutPlaceholders(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$\{\d+:([^}]*)\}|\$\{\d+\|([^,|]*)[^|]*\|\}|\$(?:\d+|\{\d+\})/g,
    (_, escaped?: string, shown?: string, first?: string) => escaped ?? shown ?? first ?? '',
  );
}
