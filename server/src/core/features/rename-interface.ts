import type { Dom0 } from '../model/dom0/dom0.ts';
import { renameBridgeUses, whyNotRenamedForVifs } from '../model/dom0/rename-bridge-uses.ts';
import { hookCommandsOf } from '../model/hook-commands.ts';
import type { HostModel, Stanza } from '../model/host.ts';
import { whyNotRenamed } from '../model/new-name.ts';
import { renameEdits } from '../model/rename-edits.ts';
import { isOwnOption, optionsNamed } from '../model/stanzas.ts';
import { hookVariables } from '../schema/interfaces/hook-environment.ts';
import type { BridgePortWord } from '../schema/values/bridge-ports.ts';
import { parseBridgePorts, patternsOfAll } from '../schema/values/bridge-ports.ts';
import { spanIn } from '../syntax/interfaces/lexer.ts';
import { globToRegExp } from '../text/glob.ts';
import type { Location } from '../text/location.ts';
import { overlaps } from '../text/span.ts';
import { isStockPattern } from '../workspace/load-host.ts';
import type { Rename, RenameRefusal, UnsurePlace } from './answers.ts';

/**
 * Renames an interface throughout a dom0's files, with its VLANs and aliases, and where it is a bridge in the vifs on it.
 *
 * @param host the dom0's interfaces files, which hold the interface
 */
export function renameInterface(dom0: Dom0, host: HostModel, name: string, newName: string): Rename | RenameRefusal {
  const reason = whyNotRenamed(host, name, newName) ?? whyNotRenamedForVifs(dom0, name, newName);
  if (reason !== undefined) return { kind: 'refused', reason };
  if (name === newName) return { kind: 'renamed', edits: [], unsure: [] };
  const inHost = renameEdits(host, name, newName);
  const inVifs = renameBridgeUses(dom0, host, name, newName);
  return {
    kind: 'renamed',
    edits: [...inHost.edits, ...inVifs.edits],
    unsure: [...unsureInHost(host, name, inHost.unsure), ...inVifs.unsure],
  };
}

/** Each place once, with the most telling reason. */
function unsureInHost(host: HostModel, name: string, others: readonly Location[]): readonly UnsurePlace[] {
  const all = [
    ...matchingPatterns(host, name),
    ...portPatterns(host, name),
    ...mappingScripts(host, name),
    ...namesBuiltByShell(host, name),
    ...unreadFiles(host),
    ...others.map((location) => ({ location, reason: `"${name}" stands here, but maybe not for the interface.` })),
  ];
  return all.filter(
    ({ location }, index) => !all.slice(0, index).some((earlier) => isSamePlace(earlier.location, location)),
  );
}

function isSamePlace(one: Location, other: Location): boolean {
  return one.file === other.file && overlaps(one.span, other.span);
}

function matchingPatterns(host: HostModel, name: string): readonly UnsurePlace[] {
  const words = [
    ...host.marks
      .filter(({ isPattern }) => isPattern)
      .map((mark) => ({ pattern: mark.name.replace(/^\//, ''), location: mark.location })),
    ...host.mappings.flatMap(({ node, file }) =>
      node.patterns.map((word) => ({ pattern: word.text, location: { file, span: word.span } })),
    ),
  ];
  return words
    .filter(({ pattern }) => pattern !== name && globToRegExp(pattern).test(name))
    .map(({ location }) => ({ location, reason: `This pattern matches ${name}; the new name may be none of it.` }));
}

/** `all` and regular expressions among the ports of a bridge, as far as they match the name. */
function portPatterns(host: HostModel, name: string): readonly UnsurePlace[] {
  return host.stanzas.flatMap((stanza) =>
    ownOptions(stanza, optionsNamed(stanza, 'bridge_ports')).flatMap(({ value, file }) =>
      parseBridgePorts(value.text)
        .filter((word) => patternsOf(word).some((pattern) => mayMatch(pattern, name)))
        .map(({ span }) => ({
          location: { file, span: spanIn(value.pieces, span.start, span.end) },
          reason: `Which ports ${stanza.name} takes depends on their names; ${name} may be one of them.`,
        })),
    ),
  );
}

function patternsOf(word: BridgePortWord): readonly string[] {
  if (word.kind === 'all') return patternsOfAll;
  return word.kind === 'pattern' ? [word.text] : [];
}

function mayMatch(pattern: string, name: string): boolean {
  try {
    return new RegExp(`^${pattern}$`).test(name);
  } catch {
    // A pattern that is none here may still be one to grep.
    return true;
  }
}

function mappingScripts(host: HostModel, name: string): readonly UnsurePlace[] {
  return host.mappings
    .filter(({ node }) => node.patterns.some((word) => globToRegExp(word.text).test(name)))
    .flatMap(({ node, file }) => node.options.map((line) => ({ line, file })))
    .filter(({ line }) => line.name.text === 'script')
    .map(({ line, file }) => ({
      location: { file, span: line.span },
      reason: `This script is asked about ${name}, and may know it by that name.`,
    }));
}

/** `eth$N`: a beginning of the name with a variable behind it. */
function namesBuiltByShell(host: HostModel, name: string): readonly UnsurePlace[] {
  const known = new Set(hookVariables.map((variable) => variable.name));
  return host.stanzas.flatMap((stanza) =>
    ownOptions(stanza, hookCommandsOf(stanza)).flatMap(({ value, file }) =>
      [...value.text.matchAll(/(?<![\w.:-])([A-Za-z][\w.:-]*)\$[({]?(\w*)/g)]
        .filter(([, start = '', variable = '']) => name.startsWith(start) && !known.has(variable))
        .map((match) => ({
          location: { file, span: spanIn(value.pieces, match.index, match.index + match[0].length) },
          reason: `The shell builds a name here, which may be ${name}.`,
        })),
    ),
  );
}

function ownOptions<Option extends Stanza['options'][number]>(
  stanza: Stanza,
  options: readonly Option[],
): readonly Option[] {
  return options.filter((option) => isOwnOption(stanza, option));
}

/** Files that belong to the host and could not be read. */
function unreadFiles(host: HostModel): readonly UnsurePlace[] {
  if (!host.incomplete) return [];
  return host.includes
    .filter((include) => include.unknown || !include.missing.every(isStockPattern))
    .map(({ file, statement }) => ({
      location: { file, span: statement.span },
      reason: 'What this line reads is not at hand, and may name the interface.',
    }));
}
