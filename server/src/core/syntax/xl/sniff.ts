/** Is this file in xl's language? `.cfg` and `.conf` are everybody's, so that there the text has to tell. */
import type { Assignment, Value, XlProblemKind, XlTree } from './ast.ts';
import { readNumber } from './number.ts';
import { parseXl } from './parser.ts';

/** What a file in xl's language is for; the schema has a catalogue for each. */
type XlFileKind = 'domain' | 'xl.conf' | 'cpupool';

const byPath: readonly (readonly [RegExp, XlFileKind])[] = [
  [/(?:^|\/)etc\/xen\/xl\.conf$/, 'xl.conf'],
  // xen.cfg may be a copy of the one that Xen's EFI loader reads (efi.pandoc): its text tells.
  [/(?:^|\/)etc\/xen\/(?!xen\.cfg$)[^/]+\.cfg$/, 'domain'],
  [/(?:^|\/)xen\/auto\/[^/]+$/, 'domain'],
  [/\.xl(?:cfg)?$/, 'domain'],
  [/(?:^|\/)xen\/(?:[^/]+\/)*[^/]+\.(?:hvm|pv|pvh)$/, 'domain'],
];

/** What for the path says that a file in xl's language is, whatever stands in it. Takes the decoded path. */
export function xlKindOfPath(path: string): XlFileKind | undefined {
  return byPath.find(([pattern]) => pattern.test(path))?.[1];
}

/** So much of a text is looked at; domU configurations are much shorter. */
const looked = 100_000;

/**
 * What for a text in xl's language is. `undefined` for a text in another language, and for one that tells nothing. It need
 * not be free of mistakes: xm's files with Python in them are recognised, too.
 */
export function looksLikeXl(text: string): XlFileKind | undefined {
  return kindSaidIn(parseXl(text.length > looked ? text.slice(0, text.lastIndexOf('\n', looked) + 1) : text));
}

/** As {@link looksLikeXl}, of a text that is read already. */
export function kindSaidIn(tree: XlTree): XlFileKind | undefined {
  if (hasMarkOfAnother(tree)) return undefined;
  if (speaksAnotherLanguage(tree)) return meansDomain(tree.text) ? 'domain' : undefined;
  const { assignments } = tree.root;
  const sound = assignments.filter(({ value }) => value !== undefined && value.kind !== 'unread');
  if (sound.length === assignments.length && isPool(assignments)) return 'cpupool';
  if (weightOf(assignments) >= enough) return 'domain';
  if (sound.some(({ key }) => keysOfXlConf.test(key.text))) return 'xl.conf';
  return meansDomain(tree.text) ? 'domain' : undefined;
}

/** What no one writes who means xl, if it comes first, or more often than what xl reads. */
const foreign: ReadonlySet<XlProblemKind> = new Set([
  ...([
    'section-header',
    'missing-equals-sign',
    'stray-text',
    'invalid-key',
    'unquoted-value',
    'missing-value',
  ] as const),
]);

/**
 * A block in curly brackets, as other languages and xen-tools' templates have it, what these write with (Text::Template), or
 * an option of xen-tools.conf.
 */
const marks = /^[ \t]*[{}][ \t]*[;,]?[ \t]*$|\$OUT\b|^install-method\b/m;

function hasMarkOfAnother({ text, problems }: XlTree): boolean {
  return problems.some(({ kind }) => kind === 'section-header') || marks.test(text);
}

function speaksAnotherLanguage({ text, root, problems }: XlTree): boolean {
  const strange = problems.filter(({ kind }) => foreign.has(kind));
  const quoted = root.assignments.filter(({ value }) => value?.kind === 'string' || value?.kind === 'list').length;
  if (strange.length > 0 && strange.length >= quoted) return true;
  // A value without quotes is a mistake that people make, a strange beginning is not.
  const [first] = strange.filter(({ kind }) => kind !== 'unquoted-value' && kind !== 'missing-value');
  return first !== undefined && first.span.start <= (root.assignments[0]?.span.start ?? text.length);
}

const keysOfPool = /^(?:name|sched|nodes|cpus)$/;

/** A CPU pool says nothing else, and its scheduler or what it is made of (xlcpupool.cfg(5)). */
function isPool(assignments: readonly Assignment[]): boolean {
  const names = new Set(assignments.map(({ key }) => key.text));
  return [...names].every((name) => keysOfPool.test(name)) && names.has('name') && names.size > 1;
}

/** Keys that only xl.conf(5) has, and no other program that is known. */
const keysOfXlConf =
  /^(?:autoballoon|vif\.default\.(?:script|bridge|gatewaydev|backend)|run_hotplug_scripts|blkdev_start|domid_policy|vm\.(?:hvm\.|pv\.)?cpumask|remus\.default\.netbufscript|colo\.default\.proxyscript)$/;

/** How much the keys of a domU have to tell together. */
const enough = 2;

/** What each key tells, where its value is one that it takes; `name` and `type` are everybody's. */
const weights: readonly (readonly [RegExp, (value: Value | undefined) => boolean, number])[] = [
  [/^name$/, isString, 1],
  [/^(?:memory|maxmem|vcpus|maxvcpus)$/, isNumber, 2],
  [/^(?:disk|vif|vfb|pci|usbctrl|usbdev|channel|vtpm|cpuid|ioports|irqs|iomem|vnuma|device_model_args)$/, isList, 2],
  [/^(?:builder|type)$/, isGuestType, 2],
  [/^on_(?:poweroff|reboot|shutdown|watchdog|crash|soft_reset)$/, isString, 2],
  [/^(?:kernel|ramdisk|cmdline|extra|bootloader|device_model_version|firmware|root)$/, isString, 1],
];

function weightOf(assignments: readonly Assignment[]): number {
  const told = new Map<string, number>();
  for (const { key, value } of assignments) {
    const weight = weights.find(([keys, isTaken]) => keys.test(key.text) && isTaken(value))?.[2];
    if (weight !== undefined) told.set(key.text, weight);
  }
  return [...told.values()].reduce((sum, weight) => sum + weight, 0);
}

/** A key at the beginning of a line and what stands behind it, with `=` or with what people write for it. */
const keyAndRest = /^[ \t]*([a-z_]+)[ \t]*(=|\+=|==|:|(?=["'\u2018-\u201F]))[ \t]*([^\s=].*)$/gm;

/** Disks and interfaces as only a domU has them: a list, strings with commas, or what begins with a typographic quote. */
const devices = /^(?:\[|['"][^'"]*,|[\u2018-\u201F]|['"]?(?:phy|file|tap|tap2|bridge|mac|ip|script)[:=])/;

/** What else nearly every domU says. */
const usual =
  /^(?:name|memory|maxmem|vcpus|kernel|ramdisk|extra|cmdline|root|bootloader|builder|type|on_(?:poweroff|reboot|crash))$/;

/** Whether the keys alone show a domU's configuration, with values that xl cannot read: its devices, and two more keys. */
function meansDomain(text: string): boolean {
  const lines = [...text.matchAll(keyAndRest)];
  const hasDevices = lines.some(
    ([, key = '', operator = '', rest = '']) =>
      (key === 'disk' || key === 'vif') && operator.endsWith('=') && devices.test(rest),
  );
  return hasDevices && new Set(lines.flatMap(([, key = '']) => (usual.test(key) ? [key] : []))).size >= 2;
}

/** A string, or an expression of Python that begins with one. */
function isString(value: Value | undefined): boolean {
  return value?.kind === 'string' || (value?.kind === 'unread' && /^['"]/.test(value.text));
}

function isNumber(value: Value | undefined): boolean {
  return (value?.kind === 'string' || value?.kind === 'number') && readNumber(value.atom.text) !== undefined;
}

function isList(value: Value | undefined): boolean {
  return value?.kind === 'list' && value.items.every(isString);
}

function isGuestType(value: Value | undefined): boolean {
  return value?.kind === 'string' && /^(?:hvm|pvh?|generic|linux)$/.test(value.atom.text);
}
