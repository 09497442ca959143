import type { XlConfig } from '../../model/xl/config.ts';
import { indexOfItemAt } from '../../model/xl/nested-values.ts';
import { joinedText } from '../../model/xl/python-value.ts';
import { inQuotes, numberMeant } from '../../model/xl/value-meant.ts';
import type { Assignment, UnreadValue, Value } from '../../syntax/xl/ast.ts';
import { inlineCode } from '../../text/markdown.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, XlRule } from '../rule.ts';
import { afterXlRefusal, problemsIn, xlRefusal } from '../xl-refusal.ts';
import { assignmentAt, fixByComment, replaceIn, textAt } from '../xl-wording.ts';

export const pythonCode: XlRule = {
  ...xlRefusal,
  name: 'python-code',
  summary: 'Python, which xm ran, stands in the file; xl reads plain values only and refuses it.',
  fixes: ['safe', 'unsafe'],
  *check({ config }) {
    for (const location of problemsIn(config, 'python-code')) {
      const place = placeOf(config, location.span);
      yield {
        location,
        message: `${adviceFor(textAt(config, place?.value.span ?? location.span))} ${afterXlRefusal(config)}`,
        fixes: fixesFor(config, location.span, place),
      };
    }
  },
};

interface Place {
  readonly assignment: Assignment;
  readonly value: UnreadValue;
}

/** The expression that a span is, or that it ends; `undefined` for statements. */
function placeOf(config: XlConfig, span: Span): Place | undefined {
  const assignment = assignmentAt(config, { start: span.start, end: span.start });
  const value = unreadIn(assignment?.value, span);
  return assignment === undefined || value === undefined ? undefined : { assignment, value };
}

function unreadIn(value: Value | undefined, span: Span): UnreadValue | undefined {
  let list = value;
  while (list?.kind === 'list') {
    const index = indexOfItemAt(list.items, span.start);
    list = index === undefined ? undefined : list.items[index];
  }
  return list?.kind === 'unread' && list.span.start <= span.start && span.start < list.span.end ? list : undefined;
}

function adviceFor(text: string): string {
  if (/^(?:True|False)$/.test(text)) return `\`${text}\` is Python: xl has 1 for yes and 0 for no.`;
  if (text === 'None') return '`None` is Python: what is to stay unset is left out or made a comment.';
  const said = inlineCode(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  if (/^(?:\(|\{)/.test(text)) return `${said} is Python: xl has lists in square brackets only.`;
  if (/\brange[ \t]*\(/.test(text)) return `${said} is Python: write out the values that it stands for.`;
  if (/['"][ \t]*%/.test(text)) return `${said} is Python: write the text with the values already in it.`;
  if (/\+/.test(text)) return `${said} is Python: write the parts as one string.`;
  return `${said} is Python, which xm ran and xl does not: write plain values for it.`;
}

function fixesFor(config: XlConfig, span: Span, place: Place | undefined): readonly Fix[] {
  if (place === undefined) return fixByComment(config, span, 'Make comments of these lines');
  const { assignment, value } = place;
  const literal = literalFor(config, place);
  if (literal !== undefined) {
    const edits = [replaceIn(config, value.span, literal.text)];
    return [{ title: `Write ${inlineCode(literal.text)}`, safety: literal.isSure ? 'safe' : 'unsafe', edits }];
  }
  if (assignment.value !== value) return [];
  const lines = { start: assignment.span.start, end: Math.max(span.end, value.span.end) };
  return fixByComment(config, lines, 'Make a comment of it');
}

function literalFor(config: XlConfig, { assignment, value }: Place): { text: string; isSure: boolean } | undefined {
  const doc = config.settings.get(assignment.key.text)?.doc;
  if (doc?.shape === 'boolean' || doc?.shape === 'number') {
    const number = numberMeant(value.text, doc);
    return number === undefined ? undefined : { text: number, isSure: true };
  }
  const joined = joinedText(config, value.text, value.span.start);
  const text = joined && inQuotes(joined.text);
  return joined && text !== undefined ? { text, isSure: !joined.usesNames } : undefined;
}
