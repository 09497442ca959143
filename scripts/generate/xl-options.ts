import { specLanguages } from '../../server/src/core/model/xl/spec-languages.ts';
import { faultLine, guestsLine, keyValueLine, valuesOf } from '../../server/src/core/schema/xl/describe.ts';
import { keysOf, unreadKeys } from '../../server/src/core/schema/xl/index.ts';
import type { KeyDoc, UnreadKeyDoc } from '../../server/src/core/schema/xl/key-doc.ts';
import type { ParameterDoc } from '../../server/src/core/schema/xl/parameter-doc.ts';
import { defaultXenVersion, xenVersions } from '../../server/src/core/schema/xl/xen-version.ts';
import { groupBy } from '../../server/src/core/text/group-by.ts';

/** The reference of all keys of xl's files and of the parameters in their strings, as Markdown. */
export function generateXlOptionReference(): string {
  const sections = domainSections();
  const languages = Object.values(specLanguages).filter(({ parameters }) => parameters.length > 0);
  return `# Options of Xen's xl

<!-- Made by \`npm run generate\`; do not edit. -->

What xl of Xen ${xenVersions[0]} to ${xenVersions.at(-1)} reads from the file of a domU, from \`/etc/xen/xl.conf\` and from the file of a CPU
pool. Without a setting, Bridgewise takes Xen ${defaultXenVersion}. xl never reports a key that it does not know.

* Keys of a domU: ${[...sections.keys()].map((heading) => link(heading)).join(', ')}
* ${link('Keys that xl does not read')}
* ${link('/etc/xen/xl.conf')}
* ${link('CPU pools')}
* Strings: ${languages.map(({ name }) => link(headingOf(name), name)).join(', ')}

${[...sections].map(([heading, keys]) => `## ${heading}\n\n${keyList(keys)}`).join('\n\n')}

## Keys that xl does not read

Nothing happens when they stand in a file, and xl says nothing about them.

${unreadKeys.map(unreadEntry).join('\n')}

## /etc/xen/xl.conf

What holds for all domUs of the host; xl reads it before every command.

${keyList(keysOf('xl.conf'))}

## CPU pools

What \`xl cpupool-create\` reads.

${keyList(keysOf('cpupool'))}

${languages
  .map(({ name, form, parameters }) => {
    return `## ${headingOf(name)}\n\nIn \`${name}\`: \`${form}\`\n\n${parameterList(parameters)}`;
  })
  .join('\n\n')}
`;
}

/** The keys of a domU by the heading of their man page; those that it leaves out come last. */
function domainSections(): ReadonlyMap<string, readonly KeyDoc[]> {
  const sections = [...groupBy(keysOf('domain'), ({ section }) => section)];
  const isUndocumented = ([heading]: (typeof sections)[number]) => heading.startsWith('Not in');
  return new Map([
    ...sections.filter((section) => !isUndocumented(section)),
    ...sections.filter((section) => isUndocumented(section)),
  ]);
}

function headingOf(language: string): string {
  return `Strings of ${language}`;
}

/** A link to a heading of the same page, by the anchor that GitHub makes of it. */
function link(heading: string, text: string = heading): string {
  const anchor = heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-');
  return `[${text}](#${anchor})`;
}

function keyList(keys: readonly KeyDoc[]): string {
  return keys.map(keyEntry).join('\n\n');
}

/** One key: what it does, then its facts, each on a line of its own, then its values. */
function keyEntry(doc: KeyDoc): string {
  const marks = [doc.required ? 'required' : undefined, doc.deprecated === undefined ? undefined : 'deprecated'];
  const form = doc.deprecatedForm;
  const lines = [
    head(doc.name, marks, doc.summary),
    doc.details,
    keyValueLine(doc),
    guestsLine(doc),
    doc.usedWith === undefined ? undefined : `Only together with: \`${doc.usedWith}\``,
    doc.architecture === undefined ? undefined : `Only on ${doc.architecture === 'arm' ? 'Arm' : 'x86'}`,
    doc.deprecated === undefined ? undefined : `Instead: ${doc.deprecated}`,
    form === undefined ? undefined : `As a ${form.shape} deprecated: ${form.instead}`,
    faultLine(doc),
    sourceLine(doc),
  ];
  const values = valuesOf(doc)?.replace(/^Values:\n\n/, '');
  return joined(lines) + (values === undefined ? '' : `\n\n${values}`);
}

/** Of so many that each must do with one line. */
const manyParameters = 60;

function parameterList(parameters: readonly ParameterDoc[]): string {
  if (parameters.length < manyParameters) return parameters.map(parameterEntry).join('\n\n');
  return parameters.map(({ name, summary }) => `* **\`${name}\`**: ${summary}`).join('\n');
}

function parameterEntry(doc: ParameterDoc): string {
  const marks = [doc.required ? 'required' : undefined, doc.deprecated === undefined ? undefined : 'deprecated'];
  const unit = doc.unit === undefined || doc.value?.describe.includes(doc.unit) ? '' : `, in ${doc.unit}`;
  const usual = doc.default === undefined ? '' : `; default \`${doc.default}\``;
  return joined([
    head(doc.name, marks, doc.summary),
    doc.details,
    doc.value === undefined ? 'Value: none, it is a flag' : `Value: ${doc.value.describe}${unit}${usual}`,
    doc.position === undefined ? undefined : `Place without its name: ${doc.position + 1}`,
    doc.deprecated === undefined ? undefined : `Instead: ${doc.deprecated}`,
    sourceLine(doc),
  ]);
}

function head(name: string, marks: readonly (string | undefined)[], summary: string): string {
  const marked = marks.filter((mark) => mark !== undefined).join(', ');
  return `**\`${name}\`**${marked === '' ? '' : ` (${marked})`}: ${summary}`;
}

function joined(lines: readonly (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined).join('  \n');
}

function unreadEntry({ name, origin, advice }: UnreadKeyDoc): string {
  return `* \`${name}\` (${origin}): ${advice}`;
}

function sourceLine(entry: { readonly since?: string; readonly source: string }): string {
  return `<sub>${entry.since === undefined ? '' : `since Xen ${entry.since}; `}${entry.source}</sub>`;
}
