import type { Atom } from '../atom.ts';
import { cutAtom } from '../atom.ts';
import { readUnsigned } from './c-number.ts';
import { parseRate } from './rate.ts';
import type { SpecField, SpecProblem } from './spec.ts';
import type { Part } from './split.ts';
import { fieldFrom, splitAtom } from './split.ts';
import { readVifMac } from './vif-mac.ts';
import { nameProblems } from './vif-names.ts';
import type { DeprecatedVifForm, Vif, VifProblemKind } from './vif-type.ts';

type Problem = SpecProblem<VifProblemKind>;

/** The field that counts for a parameter. */
type Counted = (parameter: string) => SpecField | undefined;

/** A vif's string as xl reads it (xl_parse.c, parse_nic_config). Nothing between two commas counts for nothing. */
export function parseVif(atom: Atom): Vif {
  const parts = splitAtom(atom, ',')
    .map(withoutSpaces)
    .filter((part) => part.atom.text !== '');
  const fields = parts.map((part) => fieldFrom(part.atom));
  const last = new Map(fields.filter(isKnown).map((field) => [parameterOf(field), field]));
  const counted: Counted = (parameter) => last.get(parameter);
  const mac = readVifMac(atom, parts);
  const problems = [
    ...fields.flatMap((field) => [...fieldProblems(field), ...twice(field, counted)]),
    ...mac.problems,
    ...nameProblems(counted),
  ];
  const text = (name: string): string | undefined => counted(name)?.value?.text;
  const rate = counted('rate')?.value;
  const ip = counted('ip')?.value;
  const trusted = counted('trusted');
  return {
    atom,
    fields,
    problems: problems.toSorted((one, other) => one.span.start - other.span.start),
    mac: mac.address,
    type: typeOf(fields),
    bridge: text('bridge'),
    gatewayDevice: text('gatewaydev'),
    vifname: text('vifname'),
    script: text('script'),
    model: text('model'),
    vlan: text('vlan'),
    backend: text('backend') || undefined,
    mtu: numberOf(counted('mtu')),
    devid: numberOf(counted('devid')),
    rate: rate && parseRate(rate).limit,
    ip: ip === undefined ? [] : splitAtom(ip, ' \t\n'),
    isTrusted: trusted && trusted.name === 'trusted',
    deprecated: fields.flatMap(deprecatedForm),
  };
}

/** xl skips spaces in front of a parameter, and no other blanks. */
function withoutSpaces({ at, atom }: Part): Part {
  const spaces = /^ */.exec(atom.text)?.[0].length ?? 0;
  return { at: at + spaces, atom: cutAtom(atom, spaces) };
}

/** The parameters that take a value; those of COLO stand behind the others. */
const named: readonly string[] = [
  ...['type', 'mac', 'bridge', 'netdev', 'gatewaydev', 'ip', 'script', 'backend', 'vifname', 'model', 'rate'],
  ...['accel', 'devid', 'mtu', 'vlan', 'forwarddev', 'colo_checkpoint_host', 'colo_checkpoint_port'],
  ...['colo_compare_pri_in', 'colo_compare_sec_in', 'colo_compare_out', 'colo_compare_notify_dev'],
  ...['colo_filter_mirror_queue', 'colo_filter_mirror_outdev', 'colo_filter_sec_rewriter0_queue'],
  ...['mirror', 'compare_sec_in', 'redirector0', 'redirector1', 'redirector2', 'compare_pri_in', 'compare_notify']
    .concat('sec_redirector0', 'sec_redirector1')
    .flatMap((socket) => ['id', 'ip', 'port'].map((part) => `colo_sock_${socket}_${part}`)),
  ...['redirector0', 'redirector1', 'sec_redirector0', 'sec_redirector1'].flatMap((filter) =>
    ['queue', 'indev', 'outdev'].map((part) => `colo_filter_${filter}_${part}`),
  ),
];
const flags: readonly string[] = ['trusted', 'untrusted'];

function isKnown({ name, value }: SpecField): boolean {
  return (value === undefined ? flags : named).includes(name);
}

/** What a field sets; two names may set the same. */
function parameterOf({ name }: SpecField): string {
  if (name === 'netdev') return 'gatewaydev';
  return name === 'untrusted' ? 'trusted' : name;
}

function problem(kind: VifProblemKind, at: { readonly span: Problem['span'] }, effect: Problem['effect']): Problem {
  return { kind, span: at.span, effect };
}

function twice(field: SpecField, counted: Counted): readonly Problem[] {
  const isLast = !isKnown(field) || counted(parameterOf(field)) === field;
  return isLast ? [] : [problem('vif-parameter-twice', field, 'dropped')];
}

function fieldProblems(field: SpecField): readonly Problem[] {
  const { name, value } = field;
  if (!isKnown(field)) return [problem(unknownKind(field), field, 'dropped')];
  if (value === undefined) return [];
  if (name === 'type' && value.text !== 'vif' && value.text !== 'ioemu')
    return [problem('unknown-vif-type', value, 'dropped')];
  if (name === 'rate') return parseRate(value).problems;
  if (name === 'accel') return [problem('vif-accel', field, 'dropped')];
  return name === 'mtu' || name === 'devid' ? numberProblems(value) : [];
}

function unknownKind({ name, value }: SpecField): VifProblemKind {
  if (value !== undefined && named.includes(name.trimEnd())) return 'blank-before-equals-sign';
  if (value !== undefined && flags.includes(name)) return 'vif-flag-with-value';
  return value === undefined && named.includes(name) ? 'vif-parameter-without-value' : 'unknown-vif-parameter';
}

const largest = 0x7fff_ffffn;

function numberProblems(value: Atom): readonly Problem[] {
  const found = readUnsigned(value.text, 10);
  // The largest number stands for a failure.
  if (found === undefined || found.value === (1n << 64n) - 1n)
    return [problem('unreadable-vif-number', value, 'refused')];
  const isWhole = found.end === value.text.length && found.value <= largest;
  return isWhole ? [] : [problem('misread-vif-number', value, 'misread')];
}

/** A word that is no type does not undo an earlier one. */
function typeOf(fields: readonly SpecField[]): Vif['type'] {
  const types = fields.filter(({ name }) => name === 'type').map(({ value }) => value?.text);
  return types.findLast((type) => type === 'vif' || type === 'ioemu');
}

function numberOf(field: SpecField | undefined): number | undefined {
  const found = field?.value && readUnsigned(field.value.text, 10);
  return found && Number(BigInt.asIntN(32, found.value));
}

function deprecatedForm({ name, nameSpan, value }: SpecField): readonly DeprecatedVifForm[] {
  if (name !== 'netdev' || value === undefined || nameSpan === undefined) return [];
  return [{ name, replacement: 'gatewaydev', span: nameSpan }];
}
