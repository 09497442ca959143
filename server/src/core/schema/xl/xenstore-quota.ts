import { isTemplate } from '../values/opaque.ts';
import { problemIn } from '../values/problem.ts';
import type { ValueType } from '../values/value-type.ts';

/** The quotas of xenstored (tools/xenstored/domain.c, quota_adm); another XenStore may have others. */
const names: readonly (readonly [name: string, detail: string])[] = [
  ['nodes', 'how many nodes the domU may have'],
  ['watches', 'how many watches'],
  ['outstanding', 'how many requests without an answer'],
  ['memory', 'how much memory of XenStore in all'],
  ['transactions', 'how many transactions at a time'],
  ['transaction-nodes', 'how many nodes one transaction may touch'],
  ['node-permissions', 'how many permissions one node may have'],
  ['path-max', "how long a node's path may be"],
  ['node-size', 'how large a node may be'],
];

/** A number as strtoul(…, 0) takes it whole: decimal, `0x` hexadecimal, `0` octal. */
const number = /^[ \t\n\v\f\r]*\+?(?:0x[0-9a-f]+|0[0-7]*|[1-9][0-9]*)$/i;

/** `NAME=NUMBER`, as xl reads it since 4.22 (xl_parse.c, parse_xsquota_item); xenstored looks at the name, xl does not. */
export const xenstoreQuota: ValueType = {
  kind: 'xenstore-quota',
  describe: '`NAME=NUMBER`',
  check(text) {
    const sign = text.indexOf('=');
    if (isTemplate(text)) return undefined;
    if (sign < 0) return problemIn(text, 'fails', `"${text}" has no "="; xl exits with an error.`);
    const value = text.slice(sign + 1);
    if (number.test(value) && fitsInto32Bits(value)) return undefined;
    const message = `"${value}" is no whole number from 0 to 4294967295; xl exits with an error.`;
    return problemIn(text, 'fails', message, { start: sign + 1, end: text.length });
  },
  explain: (text) => names.find(([name]) => name === text.split('=')[0])?.[1],
  complete: () => names.map(([name, detail]) => ({ label: `${name}=`, detail })),
};

function fitsInto32Bits(text: string): boolean {
  const digits = text.trim().replace('+', '');
  return BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits) < 1n << 32n;
}
