import { dialectSigns } from '../schema/interfaces/dialect-signs.ts';
import type { IfaceStanza } from '../syntax/interfaces/ast.ts';
import type { Dialect } from './host.ts';
import type { Reading } from './reading-order.ts';

/**
 * Finds the dialect from what only one program reads. A bare `iface NAME` speaks for ifupdown2 only when most stanzas
 * besides `lo` are so written: a single forgotten `inet manual` must stay the error that it is for ifupdown.
 */
export function detectDialect(reading: Reading, signOnDisk: Dialect | undefined): Dialect {
  if (signOnDisk !== undefined) return signOnDisk;
  const ifaces = reading.statements.flatMap(({ statement }) => (statement.kind === 'iface' ? [statement] : []));
  const names = [
    ...reading.statements.flatMap(({ statement }) => (statement.kind === 'stray' ? [statement.name.text] : [])),
    ...ifaces.flatMap((stanza) => stanza.options.map((option) => option.name.text)),
  ];
  if (names.some((name) => dialectSigns.ifupdownNgKeywords.includes(name))) return 'ifupdown-ng';
  if (names.some(isIfupdown2Option) || ifaces.some(namesARange)) return 'ifupdown2';
  const counted = ifaces.filter((stanza) => stanza.name !== undefined && stanza.name.text !== 'lo');
  const bare = counted.filter((stanza) => stanza.family === undefined && stanza.inherits === undefined);
  return bare.length * 2 > counted.length ? 'ifupdown2' : 'ifupdown';
}

function isIfupdown2Option(name: string): boolean {
  const normalised = name.replaceAll('_', '-');
  return (
    name.startsWith('%') ||
    dialectSigns.ifupdown2Options.includes(normalised) ||
    dialectSigns.ifupdown2OptionPrefixes.some((prefix) => normalised.startsWith(prefix))
  );
}

function namesARange(stanza: IfaceStanza): boolean {
  return /\[\d+-\d+\]/.test(stanza.name?.text ?? '');
}
