import type { HostModel, Stanza, StanzaOption } from '../../model/host.ts';
import { aliasBase } from '../../model/names.ts';
import { isOwnOption, optionSpelt } from '../../model/stanzas.ts';
import { addressClass, classfulPrefix, formatIpv4, lastAddressOf, networkOf } from '../../schema/values/ipv4.ts';
import { parseIpv4AddressValue } from '../../schema/values/ipv4-address.ts';
import { parseIpv6AddressValue } from '../../schema/values/ipv6-address.ts';
import type { Word } from '../../syntax/interfaces/ast.ts';
import type { Fix, InterfacesRule, Safety } from '../rule.ts';

export const addressWithoutPrefix: InterfacesRule = {
  name: 'address-without-prefix',
  group: 'interfaces',
  severity: 'warning',
  summary: 'An address has no prefix length and no netmask, so that ifupdown or the kernel assumes one.',
  refuses: false,
  dialects: ['ifupdown'],
  fixes: ['safe', 'unsafe'],
  *check({ host }) {
    const masked = stanzasWithMaskOfHeir(host);
    for (const stanza of host.stanzas) {
      const option = optionSpelt(stanza, 'address');
      const [word] = option?.value.words ?? [];
      if (!option || !word || stanza.method !== 'static' || /\/[^/]/.test(word.text)) continue;
      const assumed = stanza.family === 'inet' ? assumedIpv4(word.text) : assumedIpv6(word.text, stanza, host);
      if (assumed === undefined || masked.has(stanza) || !isBare(stanza, option)) continue;
      yield {
        location: { file: option.file, span: word.span },
        message: `${word.text} has no prefix length, and the stanza no netmask: ${assumed.consequence}`,
        fixes: assumed.prefixes.map(([prefix, safety]) => write(prefix, safety, option, word)),
      };
    }
  },
};

/** Whether nothing else says how long the prefix is. With `pointopoint` it is that of the other end, 32 if not stated. */
function isBare(stanza: Stanza, option: StanzaOption): boolean {
  return (
    isOwnOption(stanza, option) &&
    (aliasBase(stanza.name) ?? stanza.name) !== 'lo' &&
    ['netmask', 'pointopoint'].every((name) => optionSpelt(stanza, name) === undefined)
  );
}

/** The stanzas from which one inherits that has a netmask for the address. */
function stanzasWithMaskOfHeir(host: HostModel): ReadonlySet<Stanza> {
  const heirs = host.stanzas.filter(({ parent }) => parent !== undefined);
  return new Set(heirs.filter((heir) => optionSpelt(heir, 'netmask')).flatMap(({ parent }) => parent ?? []));
}

/** What is assumed, and the prefixes that may be written instead: the assumed one keeps the meaning. */
interface Assumed {
  readonly consequence: string;
  readonly prefixes: readonly (readonly [number, Safety])[];
}

function assumedIpv4(text: string): Assumed | undefined {
  const value = parseIpv4AddressValue(text);
  // Nothing is added for 0.0.0.0, which some write where no address is wanted.
  if (value === undefined || value.hasPrefix || value.address === 0) return undefined;
  const { address } = value;
  const prefix = classfulPrefix(address);
  const network = `${formatIpv4(networkOf(address, prefix))} to ${formatIpv4(lastAddressOf(address, prefix))}`;
  return {
    consequence:
      prefix === 32
        ? `it is of class ${addressClass(address)}, for which ifupdown takes /32.`
        : `it is of class ${addressClass(address)}, for which ifupdown takes /${prefix}, so that ${network} are on this link.`,
    prefixes:
      prefix === 24
        ? [[24, 'safe']]
        : [
            [prefix, 'safe'],
            [24, 'unsafe'],
          ],
  };
}

function assumedIpv6(text: string, stanza: Stanza, host: HostModel): Assumed | undefined {
  const value = parseIpv6AddressValue(text);
  if (stanza.family !== 'inet6' || value === undefined || text.includes('/')) return undefined;
  const isBridge = host.interfaces.get(stanza.name)?.bridge !== undefined;
  return {
    consequence: 'the kernel takes /128, so that no other address is on this link.',
    // A lone address on a bridge is a fault of its own.
    prefixes: isBridge
      ? [[64, 'unsafe']]
      : [
          [128, 'safe'],
          [64, 'unsafe'],
        ],
  };
}

function write(prefix: number, safety: Safety, option: StanzaOption, word: Word): Fix {
  const text = `${word.text.replace(/\/+$/, '')}/${prefix}`;
  return { title: `Write \`${text}\``, safety, edits: [{ file: option.file, span: word.span, text }] };
}
