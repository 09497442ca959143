/** Keys in Markdown, as hover, completion and the reference page show them. */
import { bullets, enumerate, paragraphs } from '../../text/markdown.ts';
import type { GuestType, KeyDoc, KeyShape, SpecName } from './key-doc.ts';
import { guestTypes } from './key-doc.ts';
import { shownDefault } from './shown-default.ts';
import type { XenVersion } from './xen-version.ts';
import { hasSince } from './xen-version.ts';

/** What to say about a key. */
export interface DescribeOptions {
  /** The series that reads the file; it is said when it does not know the key. */
  readonly xenVersion?: XenVersion;
  /** Leaves out the list of values, where the place that shows it has its own. */
  readonly withoutValues?: boolean;
}

/** All that is known of a key, its meaning first. */
export function describeKey(doc: KeyDoc, options: DescribeOptions = {}): string {
  return paragraphs(
    `**${doc.name}**: ${doc.summary}`,
    bullets([
      keyValueLine(doc),
      doc.required === true ? 'Required' : undefined,
      guestsLine(doc),
      doc.usedWith === undefined ? undefined : `Only together with \`${doc.usedWith}\``,
      doc.architecture === undefined ? undefined : `Only on ${architectures[doc.architecture]}`,
      doc.deprecated === undefined ? undefined : `**Deprecated**: ${doc.deprecated}`,
      doc.deprecatedForm && `As a ${doc.deprecatedForm.shape} it is deprecated: ${doc.deprecatedForm.instead}`,
      faultLine(doc),
      versionLine(doc, options.xenVersion),
    ]),
    options.withoutValues === true ? undefined : valuesOf(doc),
    doc.details,
    sourceLine(doc),
  );
}

const architectures = { arm: 'Arm', x86: 'x86' } as const;

/** What a key takes, with unit, range and default. */
export function keyValueLine(doc: KeyDoc): string {
  const range = rangeOf(doc);
  const kind = kindOf(doc);
  const unit = doc.unit === undefined || kind.includes(doc.unit) ? undefined : `in ${doc.unit}`;
  const said = [kind, unit, range].filter((part) => part !== undefined).join(', ');
  return `Value: ${said}${doc.default === undefined ? '' : `; default ${shownDefault(doc.default)}`}`;
}

/** For which guests the key does something; `undefined` where for all. */
export function guestsLine({ guests, refusedFor = [] }: KeyDoc): string | undefined {
  if (guests.length === 0) return 'Has no effect for any guest';
  if (guests.length === guestTypes.length) return undefined;
  const refused = refusedFor.length === 0 ? '' : `; refused for ${guestNames(refusedFor)}`;
  return `Only for ${guestNames(guests)} guests${refused}`;
}

/** What xl makes of a value of another shape, or of an unknown word. */
export function faultLine(doc: KeyDoc): string | undefined {
  const unknown = doc.onUnknownValue && `another value: ${unknownValues[doc.onUnknownValue]}`;
  const faults = [shapeFault(doc), unknown].filter((part) => part !== undefined).join('; ');
  return faults === '' ? undefined : faults.charAt(0).toUpperCase() + faults.slice(1);
}

function shapeFault({ shape, onWrongShape, isSilent }: KeyDoc): string | undefined {
  const wrong = wrongShapes[shape];
  if (wrong === undefined) return undefined;
  const effect = onWrongShape === 'refused' ? 'xl exits' : 'xl drops the key';
  const ending = onWrongShape === 'dropped' ? ' with a warning' : '';
  return `${wrong}: ${effect}${isSilent === true ? ' without a message' : ending}`;
}

/** Each value with what it means; `undefined` where there are none, or too many to list. */
export function valuesOf(doc: KeyDoc): string | undefined {
  const candidates = doc.value?.complete() ?? [];
  if (doc.shape === 'number' && doc.unit !== undefined) return undefined;
  if (candidates.length === 0 || candidates.length > mostValues) return undefined;
  const list = bullets(candidates.map(({ label, detail }) => `\`${label}\`: ${detail}${valueVersion(doc, label)}`));
  return paragraphs('Values:', list);
}

/** The longest list of values that fits into a hover. */
const mostValues = 18;

function valueVersion({ valuesSince, valuesRemovedIn }: KeyDoc, value: string): string {
  const since = valuesSince?.[value];
  const removedIn = valuesRemovedIn?.[value];
  if (since !== undefined) return ` (since Xen ${since})`;
  return removedIn === undefined ? '' : ` (until Xen ${removedIn})`;
}

const shapes: Readonly<Record<KeyShape, string>> = {
  number: 'a whole number',
  boolean: '1 or 0',
  string: 'a string',
  list: 'a list of strings',
  'string-or-list': 'a string or a list of strings',
};

const wrongShapes: Readonly<Record<KeyShape, string | undefined>> = {
  number: 'a list or a word',
  boolean: 'a list or a word such as "yes"',
  string: 'a list',
  list: 'a single value',
  'string-or-list': undefined,
};

const unknownValues = {
  refused: 'xl exits',
  dropped: 'xl ignores it',
  'fails-at-start': 'the start fails',
} as const;

/** What a string of each language is called in a phrase. */
const specWords: Readonly<Record<SpecName, string>> = {
  disk: 'a disk',
  vif: 'a network interface',
  pci: 'a PCI device',
  rdm: 'a policy for reserved memory',
  vfb: 'a display',
  usbctrl: 'a USB controller',
  usbdev: 'a USB device',
  channel: 'a channel',
  vtpm: 'a TPM',
  p9: 'a shared folder',
  pvcalls: 'a socket back end',
  vdispl: 'a display',
  vkb: 'a keyboard',
  vsnd: 'a sound card',
  virtio: 'a virtio device',
  vnuma: 'a NUMA node',
  cpuid: 'a CPUID policy',
  'cpu-list': 'a list of CPUs such as 0-3,^1',
  ioports: 'a range of ports',
  irqs: 'an interrupt',
  iomem: 'a range of pages',
};

function kindOf(doc: KeyDoc): string {
  const item = doc.spec === undefined ? doc.value?.describe : specWords[doc.spec];
  if (doc.shape === 'list') {
    const list = doc.isNested === true ? 'a list of lists' : 'a list of strings';
    return item === undefined ? list : `${list}, each ${item}`;
  }
  if (doc.shape === 'string-or-list') {
    if (doc.single !== undefined) return doc.single.describe;
    return item === undefined ? shapes[doc.shape] : `${item}, or a list of such`;
  }
  return item ?? shapes[doc.shape];
}

function rangeOf({ minimum, maximum }: KeyDoc): string | undefined {
  if (minimum === undefined) return maximum === undefined ? undefined : `at most ${maximum}`;
  return maximum === undefined ? `at least ${minimum}` : `${minimum} to ${maximum}`;
}

function guestNames(guests: readonly GuestType[]): string {
  return enumerate(guests.map((guest) => guest.toUpperCase()));
}

function versionLine(doc: KeyDoc, version: XenVersion | undefined): string | undefined {
  if (version === undefined || hasSince(version, doc.since)) return undefined;
  return `**Xen ${version} does not read it**: it came with ${doc.since}`;
}

function sourceLine(doc: KeyDoc): string {
  const parts = [
    doc.since === undefined ? undefined : `since Xen ${doc.since}`,
    doc.removedIn === undefined ? undefined : `until Xen ${doc.removedIn}`,
    doc.source,
  ];
  return `*${parts.filter((part) => part !== undefined).join('; ')}*`;
}
