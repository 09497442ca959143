import { bullets, inlineCode, paragraphs } from '../../text/markdown.ts';
import type { KeyDoc } from './key-doc.ts';
import { guestTypes } from './key-doc.ts';

/** All that is known of a key, its meaning first. */
export function describeKey(doc: KeyDoc): string {
  const since = doc.since === undefined ? undefined : `since Xen ${doc.since}`;
  return paragraphs(
    `**${doc.name}**: ${doc.summary}`,
    bullets([
      keyValueLine(doc),
      doc.guests.length < guestTypes.length
        ? `Read for ${doc.guests.map((guest) => guest.toUpperCase()).join(' and ')} guests only`
        : undefined,
      doc.deprecated === undefined ? undefined : `Deprecated: ${doc.deprecated}`,
    ]),
    doc.details,
    `*${[since, doc.source].filter((part) => part !== undefined).join('; ')}*`,
  );
}

/** What a key takes, with unit, range and default. */
export function keyValueLine(doc: KeyDoc): string {
  const { minimum, maximum, unit, default: usual } = doc;
  const range =
    minimum === undefined && maximum === undefined ? undefined : `${minimum ?? ''} to ${maximum ?? ''}`.trim();
  const parts = [doc.value?.describe ?? doc.shape, unit && `in ${unit}`, range];
  const said = parts.filter((part) => part !== undefined && part !== '').join(', ');
  return `Value: ${said}${usual === undefined ? '' : `; default ${inlineCode(usual)}`}`;
}
