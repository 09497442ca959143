import { bridgeUtilsOptions } from '../../server/src/core/schema/interfaces/bridge-utils.ts';
import { repeatSentences } from '../../server/src/core/schema/interfaces/describe.ts';
import { stanzaOptions } from '../../server/src/core/schema/interfaces/ifupdown/common.ts';
import type { KeywordDoc, MethodDoc } from '../../server/src/core/schema/interfaces/index.ts';
import { families, keywords } from '../../server/src/core/schema/interfaces/index.ts';
import { vlanOptions } from '../../server/src/core/schema/interfaces/vlan.ts';
import type { OptionDoc } from '../../server/src/core/schema/option-doc.ts';

/** The reference of all keywords, families, methods and options, as Markdown. */
export function generateOptionReference(): string {
  return `# Options of /etc/network/interfaces

<!-- Made by \`npm run generate\`; do not edit. -->

What ifupdown 0.8.41 and the hooks of bridge-utils 1.7.1 and vlan 2.0.5 (Debian 12) read, and what they make of it.
ifupdown's own options must be spelt as they stand here; in those of bridge-utils and vlan, \`-\` and \`_\`, upper and
lower case are the same. An option that nobody reads is never reported by ifupdown.

${contents()}

## Keywords

${keywords.map(keywordEntry).join('\n\n')}

## Every stanza

Of the commands, every line counts, in the order of the file.

${optionList(stanzaOptions)}

${families.flatMap((family) => family.methods.map(methodSection)).join('\n\n')}

## bridge-utils

The hook of bridge-utils makes a bridge of every stanza with \`bridge_ports\`, whatever its method.

${optionList(bridgeUtilsOptions)}

## vlan

\`NIC.N\` needs no package and no option: ifupdown makes VLAN N of the NIC by itself.

${optionList(vlanOptions)}
`;
}

function contents(): string {
  const methods = families.map((family) => {
    const links = family.methods.map((method) => link(`${family.name} ${method.name}`, method.name));
    return `* ${family.name}: ${links.join(', ')}`;
  });
  return [
    `* ${link('Keywords')}`,
    `* ${link('Every stanza')}`,
    ...methods,
    `* ${link('bridge-utils')}`,
    `* ${link('vlan')}`,
  ].join('\n');
}

function link(heading: string, text: string = heading): string {
  return `[${text}](#${heading.toLowerCase().replaceAll(' ', '-')})`;
}

function keywordEntry(keyword: KeywordDoc): string {
  const lines = [`\`${keyword.syntax}\`: ${keyword.summary}`, keyword.details, sourceLine(keyword)];
  return lines.filter((line) => line !== undefined).join('  \n');
}

function methodSection(method: MethodDoc): string {
  const parts = [
    `## ${method.family} ${method.name}`,
    [method.summary, method.details].filter((text) => text !== undefined).join(' '),
    sourceLine(method),
    method.options.length === 0 ? 'No options of its own.' : optionList(method.options),
  ];
  return parts.join('\n\n');
}

function optionList(options: readonly OptionDoc[]): string {
  return options.map(optionEntry).join('\n\n');
}

/** One option: what it does, then its facts, each on a line of its own. */
function optionEntry(option: OptionDoc): string {
  const marks = [option.required ? 'required' : undefined, option.deprecated === undefined ? undefined : 'deprecated'];
  const marked = marks.filter((mark) => mark !== undefined).join(', ');
  const lines = [
    `**\`${option.name}\`**${marked === '' ? '' : ` (${marked})`}: ${option.summary}`,
    option.details,
    `Value: ${option.value.describe}${option.unit === undefined ? '' : `; ${option.unit}`}${defaultOf(option)}`,
    option.deprecated === undefined ? undefined : `Instead: ${option.deprecated}`,
    option.usedWith === undefined ? undefined : `Only with: \`${option.usedWith}\``,
    option.repeat === 'hook-list' ? undefined : `Several lines: ${repeatSentences[option.repeat]}`,
    sourceLine(option),
  ];
  return lines.filter((line) => line !== undefined).join('  \n');
}

function defaultOf(option: OptionDoc): string {
  return option.default === undefined ? '' : `; default \`${option.default}\``;
}

function sourceLine(entry: { readonly since?: string; readonly source: string }): string {
  return `<sub>${entry.since === undefined ? '' : `since ${entry.since}; `}${entry.source}</sub>`;
}
