import { describeRange } from './address-range.ts';
import { addressClass, classfulPrefix, formatIpv4, lastAddressOf, maskOfPrefix, networkOf } from './ipv4.ts';

/**
 * The network that an address stands in, in Markdown: network, netmask, broadcast, host addresses.
 * `'by class'`: no prefix is stated, so ifupdown's guess is used and named; `undefined`: the prefix is not known.
 */
export function explainIpv4Network(address: number, stated: number | 'by class' | undefined): string | undefined {
  if (stated === undefined) return undefined;
  const prefix = stated === 'by class' ? classfulPrefix(address) : stated;
  const network = networkOf(address, prefix);
  const lines = [
    `Network \`${formatIpv4(network)}/${prefix}\`, netmask \`${formatIpv4(maskOfPrefix(prefix))}\``,
    hostsLine(address, prefix),
    placeInNetwork(address, prefix),
    describeRange(formatIpv4(address)),
    stated === 'by class' ? classLine(address, prefix) : undefined,
  ];
  return lines.filter((line) => line !== undefined).join('  \n');
}

function hostsLine(address: number, prefix: number): string {
  const first = networkOf(address, prefix);
  const last = lastAddressOf(address, prefix);
  if (prefix === 32) return 'This one address, no network around it';
  if (prefix === 31) return `Point-to-point link of \`${formatIpv4(first)}\` and \`${formatIpv4(last)}\` (RFC 3021)`;
  const hosts = last - first - 1;
  const range = `\`${formatIpv4(first + 1)}\` to \`${formatIpv4(last - 1)}\``;
  return `Broadcast \`${formatIpv4(last)}\`, hosts ${range} (${hosts.toLocaleString('en')})`;
}

function placeInNetwork(address: number, prefix: number): string | undefined {
  if (prefix > 30) return undefined;
  if (address === networkOf(address, prefix)) return 'This is the address of the network itself, not of a host';
  return address === lastAddressOf(address, prefix) ? 'This is the broadcast address, not that of a host' : undefined;
}

function classLine(address: number, prefix: number): string {
  return `No prefix is stated: ifupdown assumes \`/${prefix}\`, since the address is of class ${addressClass(address)}`;
}
