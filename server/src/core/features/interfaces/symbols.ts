import type { HostModel } from '../../model/host.ts';
import { natureOf } from '../../model/interface-nature.ts';
import type { IfaceStanza, MappingStanza, OptionLine, SourceLine, Statement } from '../../syntax/interfaces/ast.ts';
import type { FileId } from '../../text/location.ts';
import type { InterfacesSnapshot } from '../../workspace/snapshot.ts';
import { interfacesTreeOf } from '../../workspace/snapshot.ts';
import type { OutlineSymbol } from '../answers.ts';

/** The outline of a file: its stanzas with their options, its mappings, and what it sources. `auto` lines are left out. */
export function symbolsOf(snapshot: InterfacesSnapshot, file: FileId): readonly OutlineSymbol[] {
  const statements = interfacesTreeOf(snapshot, file)?.root.statements ?? [];
  return statements.flatMap((statement) => symbolOf(statement, snapshot.host) ?? []);
}

function symbolOf(statement: Statement, host: HostModel): OutlineSymbol | undefined {
  switch (statement.kind) {
    case 'iface':
      return ifaceSymbol(statement, host);
    case 'mapping':
      return mappingSymbol(statement);
    case 'source':
    case 'source-directory':
      return sourceSymbol(statement);
    default:
      return undefined;
  }
}

function ifaceSymbol(stanza: IfaceStanza, host: HostModel): OutlineSymbol {
  const { name, family, method, inherits } = stanza;
  const words = [family?.text, method?.text, ...(inherits ? ['inherits', inherits.name?.text] : [])];
  // The method says it already.
  const isLoopback = method?.text === 'loopback';
  const nature = name === undefined || isLoopback ? undefined : natureOf(host, name.text);
  const described = words.filter((word) => word !== undefined).join(' ');
  return {
    name: name?.text ?? 'iface',
    detail: [described, nature].filter((part) => part !== undefined && part !== '').join(' · '),
    kind: name !== undefined && host.interfaces.get(name.text)?.bridge !== undefined ? 'bridge' : 'interface',
    span: stanza.span,
    selection: (name ?? stanza.keyword).span,
    children: stanza.options.flatMap(optionSymbol),
  };
}

function mappingSymbol(mapping: MappingStanza): OutlineSymbol {
  return {
    name: mapping.patterns.map((word) => word.text).join(' ') || mapping.keyword.text,
    detail: 'mapping',
    kind: 'mapping',
    span: mapping.span,
    selection: (mapping.patterns[0] ?? mapping.keyword).span,
    children: mapping.options.flatMap(optionSymbol),
  };
}

function sourceSymbol(statement: SourceLine): OutlineSymbol {
  return {
    name: statement.value?.text ?? statement.keyword.text,
    detail: statement.keyword.text,
    kind: 'source',
    span: statement.span,
    selection: (statement.value ?? statement.keyword).span,
    children: [],
  };
}

/** A line that begins with a continuation has an empty first word; there is nothing to show of it. */
function optionSymbol(line: OptionLine): readonly OutlineSymbol[] {
  if (line.name.text === '') return [];
  return [
    {
      name: line.name.text,
      detail: line.value?.text ?? '',
      kind: 'option',
      span: line.span,
      selection: line.name.span,
      children: [],
    },
  ];
}
