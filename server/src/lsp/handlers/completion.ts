import type {
  CompletionItemKind,
  CompletionParams,
  InsertReplaceEdit,
  CompletionItem as LspCompletionItem,
  TextEdit,
} from 'vscode-languageserver-protocol';
import type { CompletionItem } from '../../core/index.ts';
import { completionsAt } from '../../core/index.ts';
import type { Asked } from '../context.ts';
import { aboutPlace } from '../context.ts';
import { linesOf } from '../lines.ts';
import { suggestCommand } from '../messages.ts';
import { toMarkup, toRange } from '../to-proto.ts';

type AskedItems = Asked<CompletionParams>;

/** Answers `textDocument/completion`; the order is the core's. */
export const completion = aboutPlace([], (asked: AskedItems, offset): LspCompletionItem[] =>
  completionsAt(asked.snapshot, asked.file, offset).map((item, index) => toItem(asked, offset, item, index)),
);

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
};

const deprecatedTag = 1;

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
  if (!context.profile.insertReplaceEdits) return { newText: item.text, range: replace };
  return { newText: item.text, replace, insert: toRange(lines, { start: item.span.start, end: offset }) };
}
