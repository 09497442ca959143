import { canonicalOptionName } from '../schema/interfaces/option-name.ts';
import type { IfaceStanza, OptionLine } from '../syntax/interfaces/ast.ts';
import type { FileId } from '../text/location.ts';
import type { Stanza, StanzaOption } from './host.ts';
import type { Reading } from './reading-order.ts';

/** The named stanzas, each with the options that ifupdown has in effect for it. */
export function collectStanzas(reading: Reading): readonly Stanza[] {
  const stanzas: Stanza[] = [];
  // ifupdown inherits from the first stanza of that name, in the family asked for or in any (config.c, get_interface).
  const firstByName = new Map<string, Stanza>();
  for (const { file, statement } of reading.statements) {
    if (statement.kind !== 'iface' || statement.name === undefined) continue;
    const family = familyOf(statement);
    const wanted = statement.inherits?.name?.text;
    const parent = wanted === undefined ? undefined : firstByName.get(`${wanted} ${family ?? '*'}`);
    const stanza: Stanza = {
      name: statement.name.text,
      nameWord: statement.name,
      family: family ?? parent?.family,
      method: statement.method?.text ?? parent?.method,
      parent,
      options: optionsInEffect(statement, file, parent),
      node: statement,
      file,
      index: stanzas.length,
    };
    stanzas.push(stanza);
    for (const key of [`${stanza.name} *`, `${stanza.name} ${stanza.family}`]) {
      if (!firstByName.has(key)) firstByName.set(key, stanza);
    }
  }
  return stanzas;
}

function familyOf(stanza: IfaceStanza): string | undefined {
  return stanza.family?.text;
}

function optionsInEffect(stanza: IfaceStanza, file: FileId, parent: Stanza | undefined): readonly StanzaOption[] {
  const options: StanzaOption[] = parent === undefined ? [] : [...parent.options];
  for (const line of stanza.options) {
    const option = optionOf(line, file);
    if (option === undefined) continue;
    const onlyIfUnset = line.name.text.endsWith('?');
    if (onlyIfUnset && options.some((earlier) => storedName(earlier.name) === option.name)) continue;
    options.push(option);
  }
  return options;
}

/** The name by which ifupdown keeps an option: two of the hooks have two names (config.c). */
function storedName(name: string): string {
  if (name === 'post-up') return 'up';
  return name === 'pre-down' ? 'down' : name;
}

function optionOf(line: OptionLine, file: FileId): StanzaOption | undefined {
  if (line.value === undefined) return undefined;
  const name = line.name.text.replace(/\?$/, '');
  return { name, canonical: canonicalOptionName(name), value: line.value, line, file };
}

/** The stanza's options of a name, spelt in any way that the hooks take for the same (`bridge-ports`, `BRIDGE_PORTS`). */
export function optionsNamed(stanza: Stanza, canonical: string): readonly StanzaOption[] {
  return stanza.options.filter((option) => option.canonical === canonical);
}

/**
 * The option of ifupdown's own that is spelt exactly so. Of several, the first: ifupdown joins their values by newlines,
 * and what reads them takes the first line or runs the others as commands (config.c).
 */
export function optionSpelt(stanza: Stanza, name: string): StanzaOption | undefined {
  return stanza.options.find((option) => option.name === name);
}

/** Whether the option stands in the stanza itself, not in one that it inherits from. */
export function isOwnOption(stanza: Stanza, option: StanzaOption): boolean {
  return option.file === stanza.file && stanza.node.options.includes(option.line);
}
