/** Catalogue entries in Markdown, as hover and completion show them. */
import { bullets, enumerate, paragraphs } from '../../text/markdown.ts';
import type { OptionDoc, RepeatBehaviour } from '../option-doc.ts';
import type { KeywordDoc } from './keywords.ts';
import type { FamilyDoc, MethodDoc } from './method-doc.ts';

/** What a second line of an option does, as a sentence without its full stop. */
export const repeatSentences: Readonly<Record<RepeatBehaviour, string>> = {
  'hook-list': 'every line is a command of its own, run in order',
  'joined-list': 'the words of all lines count',
  'first-wins': 'the first line counts, the others are ignored',
  'first-wins-with-prefix':
    'the first line counts if its address has a prefix length; else the second is run as a shell command',
  'first-wins-with-prefix-and-netmask':
    'the first line counts if it has a prefix length and there is a `netmask`; else the second is run as a shell command',
  executed: 'the second line is run as a shell command, which usually fails',
  'executed-by-some-clients': 'the second line is run as a shell command where the DHCP client takes the option',
  rejected: 'the program gets both values at once and can use neither',
  unused: 'no program reads it',
};

/** All that is known of an option. */
export function describeOption(doc: OptionDoc): string {
  return paragraphs(
    `**${doc.name}**: ${doc.summary}`,
    bullets([
      valueLine(doc),
      doc.required === true ? 'Required' : undefined,
      doc.repeat === 'unused' ? 'No program reads it' : `On several lines: ${repeatSentences[doc.repeat]}`,
      doc.usedWith === undefined ? undefined : `Looked at only together with \`${doc.usedWith}\``,
      doc.deprecated === undefined ? undefined : `**Deprecated**: ${doc.deprecated}`,
    ]),
    doc.details,
    sourceLine(doc, `read by ${doc.package}`),
  );
}

/** What kind of value the option takes, and what holds without it. */
export function valueLine(doc: OptionDoc): string {
  const { describe } = doc.value;
  const unit = doc.unit === undefined || describe.includes(doc.unit) ? '' : `, in ${doc.unit}`;
  return `Value: ${describe}${unit}${doc.default === undefined ? '' : `; default \`${doc.default}\``}`;
}

/** All that is known of a keyword, its form first. */
export function describeKeyword(doc: KeywordDoc): string {
  return paragraphs(`\`\`\`\n${doc.syntax}\n\`\`\``, doc.summary, doc.details, sourceLine(doc));
}

/** An address family and its methods. */
export function describeFamily(doc: FamilyDoc): string {
  const methods = doc.methods.map((method) => `\`${method.name}\`: ${method.summary}`);
  return paragraphs(`**${doc.name}**: ${doc.summary}`, bullets(methods));
}

/** A method and the options it takes. */
export function describeMethod(doc: MethodDoc): string {
  const [required, optional] = [true, false].map((wanted) =>
    doc.options.filter((option) => (option.required === true) === wanted).map((option) => `\`${option.name}\``),
  );
  return paragraphs(
    `**${doc.family} ${doc.name}**: ${doc.summary}`,
    bullets([
      required?.length ? `Required: ${enumerate(required)}` : undefined,
      optional?.length ? `Options: ${enumerate(optional)}` : undefined,
    ]),
    doc.details,
    sourceLine(doc),
  );
}

function sourceLine(doc: { readonly since?: string; readonly source: string }, readBy?: string): string {
  const parts = [readBy, doc.since === undefined ? undefined : `since ${doc.since}`, doc.source];
  return `*${parts.filter((part) => part !== undefined).join('; ')}*`;
}
