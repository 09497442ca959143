/** IPv4 addresses as unsigned 32-bit numbers. Everything here is arithmetic; what a program accepts is said where it is used. */

/** A dotted quad as inet_pton(3) takes it: four decimal numbers to 255 without leading zeros. `undefined` for all else. */
export function parseIpv4(text: string): number | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!match) return undefined;
  return joinOctets(match.slice(1).map((octet) => (/^0\d/.test(octet) ? Number.NaN : Number(octet))));
}

/**
 * An address as iproute2 takes it (lib/utils.c, get_addr_ipv4): one to four numbers, each also octal or hexadecimal,
 * missing ones are 0. So `10.1` is 10.1.0.0 and `010.0.0.1` is 8.0.0.1. `undefined` where ip refuses it.
 */
export function parseIpv4AsIp(text: string): number | undefined {
  const octets = text.split('.');
  if (octets.length > 4) return undefined;
  const values = octets.map((octet) => {
    if (/^0[xX][0-9a-fA-F]+$/.test(octet)) return Number(octet);
    if (/^0[0-7]*$/.test(octet)) return Number.parseInt(octet, 8);
    return /^[1-9]\d*$/.test(octet) ? Number(octet) : Number.NaN;
  });
  return joinOctets([...values, 0, 0, 0].slice(0, 4));
}

function joinOctets(octets: readonly number[]): number | undefined {
  let address = 0;
  for (const octet of octets) {
    if (!(octet <= 255)) return undefined;
    address = address * 256 + octet;
  }
  return address;
}

/** The address as a dotted quad. */
export function formatIpv4(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

/** The netmask of a prefix length from 0 to 32. */
export function maskOfPrefix(prefix: number): number {
  return prefix === 0 ? 0 : (0xffffffff << (32 - prefix)) >>> 0;
}

/** The prefix length of a netmask whose ones stand together at its head; `undefined` for any other mask. */
export function prefixOfMask(mask: number): number | undefined {
  const prefix = Math.clz32(~mask >>> 0);
  return maskOfPrefix(prefix) === mask ? prefix : undefined;
}

/** The prefix length that ifupdown assumes for an address without one (archcommon.c, compute_v4_mask): by its old class. */
export function classfulPrefix(address: number): number {
  const head = address >>> 24;
  if (head <= 127) return 8;
  if (head <= 191) return 16;
  return head <= 223 ? 24 : 32;
}

/** The class letter behind {@link classfulPrefix}, as the field calls it. */
export function addressClass(address: number): string {
  const head = address >>> 24;
  if (head <= 127) return 'A';
  if (head <= 191) return 'B';
  if (head <= 223) return 'C';
  return head <= 239 ? 'D' : 'E';
}

/**
 * The netmask that ifupdown computes for any number behind the slash (archcommon.c, compute_v4_mask). It shifts without
 * looking, as a 64-bit processor does: the distance counts modulo 64 and the low 32 bits stay. `undefined` for -1, its
 * own sign for "no number": then the mask is whatever stood in memory.
 */
export function maskAsIfupdown(width: number): number | undefined {
  if (width === -1) return undefined;
  const distance = BigInt(32 - width) & 63n;
  return Number(BigInt.asUintN(32, ~(BigInt.asUintN(64, 1n << distance) - 1n)));
}

/** The network's own address. */
export function networkOf(address: number, prefix: number): number {
  return (address & maskOfPrefix(prefix)) >>> 0;
}

/** The last address of the network, its broadcast address where it has one (prefix up to 30). */
export function lastAddressOf(address: number, prefix: number): number {
  return (address | ~maskOfPrefix(prefix)) >>> 0;
}
