import type { CodeAction, CodeActionParams, TextEdit as LspTextEdit } from 'vscode-languageserver-protocol';
import type { Finding, Fix } from '../../core/index.ts';
import { convertFromXm, fixAll, groupBy, ignoreFinding, treeOf } from '../../core/index.ts';
import type { Asked } from '../context.ts';
import { aboutDocument } from '../context.ts';
import { toSpan } from '../from-proto.ts';
import { setDialectCommand, turnOffRuleCommand } from '../messages.ts';
import type { ProtoEdit } from '../to-proto.ts';
import { toDiagnostic, toTextEdit, toWorkspaceEdit } from '../to-proto.ts';

export const fixAllKind = 'source.fixAll.bridgewise';
/** Of what writes a whole file anew. */
export const rewriteKind = 'refactor.rewrite.bridgewise';

type AskedActions = Asked<CodeActionParams>;

/**
 * What can be done about the findings that touch a range, computed anew from the present texts: their fixes, a comment that
 * suppresses them, turning their rule off. Fixing all is offered only when it is asked for, as on saving; rewriting the
 * whole file only when the user opens a menu, and not with each move of the cursor.
 */
export const codeActions = aboutDocument([], async (asked: AskedActions): Promise<CodeAction[]> => {
  const actions: CodeAction[] = [];
  if (wants(asked, 'quickfix')) actions.push(...quickFixes(asked));
  if (asked.params.context.only !== undefined && wants(asked, fixAllKind)) actions.push(...(await fixAllAction(asked)));
  if (wants(asked, rewriteKind)) actions.push(...rewriteActions(asked));
  return actions;
});

/** A kind stands for all kinds below it: `source` for `source.fixAll.bridgewise`. */
function wants({ params }: AskedActions, kind: string): boolean {
  const { only } = params.context;
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function quickFixes(asked: AskedActions): readonly CodeAction[] {
  const { context, snapshot, file, params } = asked;
  const range = toSpan(snapshot, file, params.range);
  const findings = context.session
    .findingsIn(snapshot)
    .filter(({ location: { file: its, span } }) => its === file && span.start <= range.end && range.start <= span.end);
  const fixes = findings.flatMap((finding) => finding.fixes.map((fix) => fixAction(asked, finding, fix)));
  const dialects = findings.flatMap((finding) => dialectActions(asked, finding));
  const others = findings.flatMap((finding) => [...ignoreActions(asked, finding), ...turnOffActions(asked, finding)]);
  return joinEqual([...fixes, ...dialects, ...others]);
}

/** What several findings offer alike is offered once, for all of them. */
function joinEqual(actions: readonly CodeAction[]): CodeAction[] {
  const equal = groupBy(actions, ({ title, edit, command }) => JSON.stringify([title, edit, command]));
  return [...equal.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, diagnostics: [first, ...others].flatMap(({ diagnostics = [] }) => diagnostics) }],
  );
}

function fixAction({ context, snapshot }: AskedActions, finding: Finding, fix: Fix): CodeAction {
  return {
    title: fix.title,
    kind: 'quickfix',
    diagnostics: [toDiagnostic(context, snapshot, finding)],
    isPreferred: fix === finding.fixes.find(({ safety }) => safety === 'safe'),
    edit: toWorkspaceEdit(
      context,
      snapshot,
      fix.edits.map((edit) => toTextEdit(snapshot, edit)),
    ),
  };
}

/** Stands for the reason until the user writes one: without any, the comment would have no effect. */
const unwrittenReason = 'reason';

function ignoreActions({ context, snapshot }: AskedActions, finding: Finding): readonly CodeAction[] {
  const edit = ignoreFinding(snapshot, finding, unwrittenReason);
  if (edit === undefined) return [];
  const plain = toTextEdit(snapshot, edit);
  const action = {
    title: `Ignore ${finding.rule} here (write a reason)`,
    kind: 'quickfix',
    diagnostics: [toDiagnostic(context, snapshot, finding)],
    edit: toWorkspaceEdit(context, snapshot, [context.profile.snippetEdits ? withReasonSelected(plain) : plain]),
  };
  return [action];
}

/** The same edit as a snippet: the reason is selected, to be written over. */
function withReasonSelected({ file, edit: { range, newText } }: { readonly edit: LspTextEdit } & ProtoEdit): ProtoEdit {
  const at = newText.lastIndexOf(unwrittenReason);
  const [before, behind] = [newText.slice(0, at), newText.slice(at + unwrittenReason.length)].map((text) =>
    text.replace(/[\\$}]/g, '\\$&'),
  );
  return { file, edit: { range, snippet: { kind: 'snippet', value: `${before}\${1:${unwrittenReason}}${behind}` } } };
}

function turnOffActions({ context, params, snapshot }: AskedActions, finding: Finding): readonly CodeAction[] {
  if (context.profile.options.commands?.includes(turnOffRuleCommand) !== true) return [];
  const title = `Turn off ${finding.rule}`;
  const action = {
    title,
    kind: 'quickfix',
    diagnostics: [toDiagnostic(context, snapshot, finding)],
    command: { title, command: turnOffRuleCommand, arguments: [finding.rule, params.textDocument.uri] },
  };
  return [action];
}

/** What only ifupdown refuses may be meant for another program. A bare `iface NAME` is how ifupdown2 has it. */
function dialectActions({ context, params, snapshot }: AskedActions, finding: Finding): readonly CodeAction[] {
  if (finding.rule !== 'iface-without-family') return [];
  if (context.profile.options.commands?.includes(setDialectCommand) !== true) return [];
  const title = 'This host uses ifupdown2';
  const action = {
    title,
    kind: 'quickfix',
    diagnostics: [toDiagnostic(context, snapshot, finding)],
    command: { title, command: setDialectCommand, arguments: ['ifupdown2', params.textDocument.uri] },
  };
  return [action];
}

async function fixAllAction({ context, snapshot, file }: AskedActions): Promise<readonly CodeAction[]> {
  const text = treeOf(snapshot, file)?.text;
  if (text === undefined) return [];
  const { session } = context;
  const edits = await fixAll({
    texts: new Map([[file, text]]),
    check: (texts) => session.findingsWith(file, texts),
  });
  if (edits.length === 0) return [];
  const edit = toWorkspaceEdit(
    context,
    snapshot,
    edits.map((one) => toTextEdit(snapshot, one)),
  );
  return [{ title: 'Apply all safe fixes of Bridgewise', kind: fixAllKind, edit }];
}

/** CodeActionTriggerKind.Automatic */
const automatic = 2;

function rewriteActions({ context, snapshot, params }: AskedActions): readonly CodeAction[] {
  const { triggerKind, only } = params.context;
  if (snapshot.language !== 'xl' || (only === undefined && triggerKind === automatic)) return [];
  const { edits } = convertFromXm(snapshot.config, context.randomByte);
  if (edits.length === 0) return [];
  const edit = toWorkspaceEdit(
    context,
    snapshot,
    edits.map((one) => toTextEdit(snapshot, one)),
  );
  return [{ title: 'Convert from xm', kind: rewriteKind, edit }];
}
