import { longestInterfaceName } from '../schema/values/interface-name.ts';
import { namesOfTemplates } from './bridges.ts';
import { isChosenForAnother } from './bring-up.ts';
import type { HostModel } from './host.ts';
import { aliasBase, vlanOfName } from './names.ts';
import { livesOn } from './rename-edits.ts';

/** Words that ifupdown's hooks or the kernel take for something else where a name may stand. */
const takenWords = new Set(['lo', 'none', 'all', 'default', 'regex', 'noregex', 'auto', 'inherits', '.', '..']);

/** The longest word that ifupdown reads of an iface line (config.c). */
const longestWord = 79;

/**
 * Why an interface of this host cannot be renamed so; `undefined` when it can. The names of all that lives on it (its
 * VLANs and aliases) change with it and are looked at too.
 */
export function whyNotRenamed(host: HostModel, from: string, to: string): string | undefined {
  const words = whyNoName(to) ?? whyOtherKind(host, from, to);
  if (words !== undefined || from === to) return words;
  const names = [...host.interfaces.keys()].filter((name) => livesOn(host, name, from));
  const limit = isLogical(host, from) ? longestWord : longestInterfaceName;
  for (const name of names) {
    const renamed = to + name.slice(from.length);
    if (renamed.length > limit)
      return `${renamed} has ${renamed.length} characters; the kernel takes ${limit} at most.`;
    if (host.interfaces.has(renamed) && !names.includes(renamed)) return `${renamed} is already a name in this host.`;
  }
  return undefined;
}

/** ifupdown pastes names into shell commands and reads `=`, `/` and wildcards in them. */
function whyNoName(name: string): string | undefined {
  if (name === '') return 'An interface needs a name.';
  if (takenWords.has(name)) return `"${name}" has a meaning of its own and cannot name an interface.`;
  if (name.startsWith('-')) return `Commands would take "${name}" for an option.`;
  const bad = /[^A-Za-z0-9_.:@+-]/u.exec(name)?.[0];
  if (bad === undefined) return undefined;
  const shown = /\s/.test(bad) ? 'a blank' : /["'`]/.test(bad) ? 'a quote' : `"${bad}"`;
  return `The name of an interface cannot hold ${shown}: letters, digits and . _ - + @ are safe in every command.`;
}

/** The name says what the interface is: `A.N` is a VLAN, `A:N` a further address. */
function whyOtherKind(host: HostModel, from: string, to: string): string | undefined {
  if ((aliasBase(from) === undefined) !== (aliasBase(to) === undefined)) {
    return aliasBase(to) === undefined
      ? `${from} is a further address of ${aliasBase(from)}; ${to} would be a device of its own.`
      : `ifupdown would take ${to} for a further address of ${aliasBase(to)}.`;
  }
  const dot = to.indexOf('.');
  if (dot > 0 && !from.includes('.')) return `ifupdown would take ${to} for a VLAN on ${to.slice(0, dot)}.`;
  const vlan = host.interfaces.get(from)?.vlan;
  if (vlan === undefined || vlanOfName(to) !== undefined) return undefined;
  if (vlanOfName(from) === undefined && (!/^vlan\d+$/.test(from) || /^vlan\d+$/.test(to))) return undefined;
  return `${from} is a VLAN by its name; no VLAN would be made under the name ${to}.`;
}

/** Names of stanzas alone, which no device bears, may be longer than the kernel's. */
function isLogical(host: HostModel, name: string): boolean {
  const link = host.interfaces.get(name);
  return link !== undefined && (isChosenForAnother(link, host) || namesOfTemplates(host).has(name));
}
