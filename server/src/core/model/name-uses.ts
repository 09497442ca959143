import { isHookCommand } from '../schema/interfaces/hook-command.ts';
import type { Value, Word } from '../syntax/interfaces/ast.ts';
import { spanIn } from '../syntax/interfaces/lexer.ts';
import type { FileId } from '../text/location.ts';
import { bridgePortsOf } from './bridge-ports.ts';
import type { Directive } from './directives.ts';
import type { Mapping, Mark, NameRole, NameUse, Stanza, StanzaOption } from './host.ts';
import { wordsBeforeComment } from './inline-comment.ts';
import { aliasBase, vlanOfName } from './names.ts';
import type { Reading } from './reading-order.ts';
import { isOwnOption } from './stanzas.ts';

/** Options whose values name interfaces: in which role, and which of the words. `bridge_ports` is read on its own. */
export const namingOptions: Readonly<
  Record<string, { readonly role: NameRole; readonly words: 'all' | 'first' | 'rest' }>
> = {
  bridge_waitport: { role: 'option', words: 'rest' },
  bridge_pathcost: { role: 'option', words: 'first' },
  bridge_portprio: { role: 'option', words: 'first' },
  bridge_hw: { role: 'option', words: 'first' },
  vlan_raw_device: { role: 'raw-device', words: 'first' },
  bond_slaves: { role: 'bond-slave', words: 'all' },
  slaves: { role: 'bond-slave', words: 'all' },
  bond_master: { role: 'bond-master', words: 'first' },
  bond_primary: { role: 'option', words: 'all' },
  bond_active_slave: { role: 'option', words: 'first' },
  ovs_bridge: { role: 'option', words: 'first' },
  ovs_ports: { role: 'option', words: 'all' },
  ovs_bonds: { role: 'option', words: 'all' },
  wpa_bridge: { role: 'option', words: 'first' },
};

/** Words that stand in such values without naming an interface. */
const noNames = new Set(['none', 'all', 'auto', 'regex', 'noregex']);

/** Every place where the host's files use the name of an interface, hook commands included. */
export function collectNameUses(
  reading: Reading,
  stanzas: readonly Stanza[],
  mappings: readonly Mapping[],
  marks: readonly Mark[],
  directives: readonly Directive[],
): readonly NameUse[] {
  const uses = [
    ...stanzas.flatMap(usesOfStanza),
    ...marks.flatMap(usesOfMark),
    ...reading.statements.flatMap(({ file, statement }) =>
      statement.kind === 'rename'
        ? wordsBeforeComment(statement.renames).flatMap((word) => usesOfRename(word, file))
        : [],
    ),
    ...mappings.flatMap(usesOfMapping),
    ...directives.flatMap(usesOfDirective),
  ];
  const names = new Set(uses.map(({ name }) => name));
  const known = new Set([...names].flatMap((name) => [name, vlanOfName(name)?.rawDevice ?? aliasBase(name) ?? name]));
  const hookUses = stanzas.flatMap((stanza) =>
    ownOptions(stanza)
      .filter((option) => isHookCommand(option.name))
      .flatMap((option) => usesInCommand(option, stanza, known)),
  );
  return [...uses, ...hookUses];
}

function ownOptions(stanza: Stanza): readonly StanzaOption[] {
  return stanza.options.filter((option) => isOwnOption(stanza, option));
}

function use(name: string, role: NameRole, file: FileId, span: NameUse['location']['span'], stanza?: Stanza): NameUse {
  return { name, role, location: { file, span }, stanza };
}

function usesOfStanza(stanza: Stanza): readonly NameUse[] {
  const { file, node } = stanza;
  const own = use(stanza.name, 'iface', file, stanza.nameWord.span, stanza);
  const inherited = node.inherits?.name;
  const ports = (bridgePortsOf(stanza)?.ports ?? [])
    .filter(({ option }) => isOwnOption(stanza, option))
    .map(({ word }) => use(word.text, 'bridge-port', file, word.span, stanza));
  return [
    own,
    ...(inherited ? [use(inherited.text, 'inherits', file, inherited.span, stanza)] : []),
    ...ports,
    ...ownOptions(stanza).flatMap((option) => usesOfOption(option, stanza)),
  ];
}

function usesOfOption(option: StanzaOption, stanza: Stanza): readonly NameUse[] {
  const naming = Object.hasOwn(namingOptions, option.canonical) ? namingOptions[option.canonical] : undefined;
  if (naming === undefined) return [];
  const words = wordsBeforeComment(option.value.words);
  const chosen = { all: words, first: words.slice(0, 1), rest: words.slice(1) }[naming.words];
  return chosen
    .filter((word) => !noNames.has(word.text) && !/^..(:..){5}$/.test(word.text))
    .map((word) => use(word.text, naming.role, option.file, word.span, stanza));
}

function usesOfMark(mark: Mark): readonly NameUse[] {
  if (mark.statement.names.length === 0) return [];
  const role: NameRole = mark.kind;
  const { file, span } = mark.location;
  const hasLogical = mark.logical !== mark.name;
  const middle = span.start + mark.name.length;
  return [
    ...(mark.isPattern ? [] : [use(mark.name, role, file, hasLogical ? { start: span.start, end: middle } : span)]),
    ...(hasLogical ? [use(mark.logical, role, file, { start: middle + 1, end: span.end })] : []),
  ];
}

function usesOfRename(word: Word, file: FileId): readonly NameUse[] {
  const [current = '', target] = word.text.split('=', 2);
  const { start } = word.span;
  const isPattern = /[/*?[]/.test(current);
  return [
    ...(isPattern ? [] : [use(current, 'rename', file, { start, end: start + current.length })]),
    ...(target ? [use(target, 'rename', file, { start: start + current.length + 1, end: word.span.end })] : []),
  ];
}

function usesOfMapping({ node, file }: Mapping): readonly NameUse[] {
  const patterns = wordsBeforeComment(node.patterns).filter((word) => !/[/*?[]/.test(word.text));
  const targets = node.options
    .filter((line) => line.name.text === 'map')
    .flatMap((line) => line.value?.words.slice(-1) ?? []);
  return [
    ...patterns.map((word) => use(word.text, 'mapping', file, word.span)),
    ...targets.map((word) => use(word.text, 'map-target', file, word.span)),
  ];
}

function usesOfDirective(directive: Directive): readonly NameUse[] {
  if (directive.name !== 'management') return [];
  return [...directive.argument.matchAll(/\S+/g)].map((match) => {
    const start = directive.argumentSpan.start + match.index;
    return use(match[0], 'comment', directive.file, { start, end: start + match[0].length });
  });
}

function usesInCommand(option: StanzaOption, stanza: Stanza, known: ReadonlySet<string>): readonly NameUse[] {
  return namesInCommand(option.value)
    .filter(({ name }) => known.has(name) || known.has(vlanOfName(name)?.rawDevice ?? aliasBase(name) ?? name))
    .map(({ name, span }) => use(name, 'hook', option.file, span, stanza));
}

/** The words of a command that could be names of interfaces, those inside sysctl's dotted names included. */
export function namesInCommand(value: Value): readonly { readonly name: string; readonly span: Word['span'] }[] {
  const names: { name: string; span: Word['span'] }[] = [];
  for (const match of value.text.matchAll(/(?<![\w.:@$-])[A-Za-z0-9_][\w.:@-]*/g)) {
    const inSysctl = /^net\.ipv[46]\.(?:conf|neigh)\.(.+)\.\w+$/.exec(match[0])?.[1];
    const name = inSysctl ?? match[0].replace(/[.:@-]+$/, '');
    const from = match.index + (inSysctl === undefined ? 0 : match[0].indexOf(`.${inSysctl}.`) + 1);
    names.push({ name, span: spanIn(value.pieces, from, from + name.length) });
  }
  return names;
}
