import type { SpecEffect, SpecField, SpecProblem } from './spec.ts';
import { splitAtom } from './split.ts';
import type { VifProblemKind } from './vif-type.ts';

type Problem = SpecProblem<VifProblemKind>;

/** What a blank beside the value leads to; other parameters do not mind one. */
const blankEffects: ReadonlyMap<string, SpecEffect> = new Map([
  ['bridge', 'fails-at-start'],
  ['vifname', 'fails-at-start'],
  ['script', 'fails-at-start'],
  ['backend', 'fails-at-start'],
  ['gatewaydev', 'misread'],
  ['model', 'misread'],
  ['vlan', 'misread'],
]);

/** What is wrong with the names and addresses that a vif gives, as libxl, the kernel and Xen's own scripts take them. */
export function nameProblems(counted: (parameter: string) => SpecField | undefined): readonly Problem[] {
  const blanks = [...blankEffects].flatMap(([name, effect]) => blankProblem(counted(name), effect));
  const script = counted('script')?.value?.text;
  return [
    ...blanks,
    ...(script === '' ? problemOf('empty-vif-script', counted('script'), 'fails-at-start') : []),
    ...bridgeProblems(counted('bridge'), script),
    ...vifnameProblems(counted('vifname')),
    ...addressProblems(counted('ip')),
  ];
}

function problemOf(kind: VifProblemKind, field: SpecField | undefined, effect: SpecEffect): readonly Problem[] {
  if (field === undefined) return [];
  const isEmpty = !field.value?.text;
  return [{ kind, span: (isEmpty ? field : (field.value ?? field)).span, effect }];
}

function blankProblem(field: SpecField | undefined, effect: SpecEffect): readonly Problem[] {
  const text = field?.value?.text ?? '';
  return text === text.trim() ? [] : problemOf('blank-in-vif-value', field, effect);
}

/** IFNAMSIZ without its NUL. */
const longestName = 15;

function bridgeProblems(field: SpecField | undefined, script: string | undefined): readonly Problem[] {
  const text = field?.value?.text;
  const base = script?.split('/').at(-1) ?? 'vif-bridge';
  // What another script makes of it is its own affair.
  if (text === undefined || !/^vif-(?:bridge|openvswitch)$/.test(base)) return [];
  if (text === '') return base === 'vif-bridge' ? problemOf('empty-vif-bridge', field, 'misread') : [];
  const name = text.trim();
  // vif-openvswitch takes a VLAN and trunks behind the name, and xl.conf may make it the usual script.
  const bare = script !== undefined && base === 'vif-bridge' ? name : (/^[^.:]*/.exec(name)?.[0] ?? '');
  if (/[/\s]/.test(bare)) return problemOf('impossible-vif-name', field, 'fails-at-start');
  return bytesIn(bare) > longestName ? problemOf('vif-name-too-long', field, 'fails-at-start') : [];
}

function vifnameProblems(field: SpecField | undefined): readonly Problem[] {
  const name = field?.value?.text.trim() ?? '';
  if (/[/:\s]/.test(name) || name === '.' || name === '..')
    return problemOf('impossible-vif-name', field, 'fails-at-start');
  return bytesIn(name) > longestName ? problemOf('vif-name-too-long', field, 'fails-at-start') : [];
}

/** The length that the kernel counts: of the name in UTF-8. */
function bytesIn(name: string): number {
  const sizes = [...name].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  });
  return sizes.reduce<number>((sum, size) => sum + size, 0);
}

function addressProblems(field: SpecField | undefined): readonly Problem[] {
  const parts = field?.value === undefined ? [] : splitAtom(field.value, ' \t\n');
  return parts
    .filter(({ atom }) => isNoAddress(atom.text))
    .map(({ atom }) => ({ kind: 'unreadable-vif-ip', span: atom.span, effect: 'dropped' }));
}

/** Whether a text is surely none of the addresses that iptables takes; it may be the name of a host. */
function isNoAddress(text: string): boolean {
  if (text.includes(':')) return true;
  const [address = '', prefix] = text.split('/');
  if (!/^[0-9.]+$/.test(address)) return false;
  const bytes = address.split('.');
  const isTooWide = prefix !== undefined && /^[0-9]+$/.test(prefix) && Number(prefix) > 32;
  return isTooWide || bytes.length > 4 || bytes.some((byte) => Number(byte) > 255);
}
