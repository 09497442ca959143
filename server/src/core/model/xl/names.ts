/** The names that a file gives and speaks of: virtual disks, controllers, bridges, and keys that stand several times. */
import type { Atom } from '../../syntax/xl/atom.ts';
import { spanIn } from '../../syntax/xl/atom.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import type { Span } from '../../text/span.ts';
import { touches } from '../../text/span.ts';
import type { SpecUse, XlConfig } from './config.ts';
import { atomsOf } from './values.ts';

/** What a name is of: a virtual disk, a USB controller by its number, a bridge of dom0, a setting. */
export type XlNameKind = 'vdev' | 'usb-controller' | 'bridge' | 'key';

/** One place where a name stands. */
export interface XlNameUse {
  readonly kind: XlNameKind;
  readonly name: string;
  /** Whether the thing is made here; a bridge never is, for dom0 makes it. */
  readonly isDefinition: boolean;
  readonly span: Span;
  /** All of what makes it, where it is made here. */
  readonly whole: Span;
}

/** Every name, in no order. */
export function namesIn(config: XlConfig): readonly XlNameUse[] {
  const vdevs = config.specs.flatMap(vdevOf);
  return [
    ...vdevs,
    ...kernelParameterKeys.flatMap((key) => atomsOf(config.settings, key)).flatMap((atom) => devicesIn(atom, vdevs)),
    ...config.specs.flatMap(bridgeOf),
    ...config.specs.flatMap(controllerOf),
    ...keysIn(config),
  ];
}

/** The name at the offset; `undefined`: none. */
export function nameAt(names: readonly XlNameUse[], offset: number): XlNameUse | undefined {
  return names.find(({ span }) => touches(span, offset));
}

/** Whether two places speak of the same thing. */
export function isSameName(one: XlNameUse, other: XlNameUse): boolean {
  return one.kind === other.kind && one.name === other.name;
}

/** The keys whose strings the guest's kernel reads. */
const kernelParameterKeys = ['root', 'extra', 'cmdline'];

function vdevOf(use: SpecUse): readonly XlNameUse[] {
  const vdev = use.language === 'disk' ? fieldOf(use.spec, 'vdev')?.value : undefined;
  if (vdev === undefined || vdev.text === '') return [];
  return [{ kind: 'vdev', name: vdev.text, isDefinition: true, span: vdev.span, whole: use.value.span }];
}

/** A partition is spoken of by its own name where the guest has it as a disk, else by its disk's. */
function devicesIn(atom: Atom, vdevs: readonly XlNameUse[]): readonly XlNameUse[] {
  const known = new Set(vdevs.map(({ name }) => name));
  return [...atom.text.matchAll(/\/dev\/((?:xvd|hd|sd)[a-z]+)(\d*)(?![a-z0-9])/g)].flatMap((match) => {
    const [, disk = '', partition = ''] = match;
    const name = [disk + partition, disk].find((candidate) => known.has(candidate));
    if (name === undefined) return [];
    const start = match.index + '/dev/'.length;
    const span = spanIn(atom, start, start + name.length);
    return [{ kind: 'vdev' as const, name, isDefinition: false, span, whole: span }];
  });
}

function bridgeOf(use: SpecUse): readonly XlNameUse[] {
  const bridge = use.language === 'vif' ? fieldOf(use.spec, 'bridge')?.value : undefined;
  if (bridge === undefined || bridge.text === '') return [];
  return [{ kind: 'bridge', name: bridge.text, isDefinition: false, span: bridge.span, whole: bridge.span }];
}

/** A controller has no name of its own: its number is its place in the list. */
function controllerOf(use: SpecUse): readonly XlNameUse[] {
  if (use.language === 'usbctrl') {
    const { span } = use.value.atom;
    return [{ kind: 'usb-controller', name: String(use.index), isDefinition: true, span, whole: use.value.span }];
  }
  const controller = use.language === 'usbdev' ? fieldOf(use.spec, 'controller')?.value : undefined;
  if (controller === undefined) return [];
  const { text, span } = controller;
  return [{ kind: 'usb-controller', name: text, isDefinition: false, span, whole: span }];
}

/** The line that counts is where a setting is made. */
function keysIn({ settings }: XlConfig): readonly XlNameUse[] {
  return [...settings.values()].flatMap(({ key, assignments, effective }) =>
    assignments.map((assignment) => ({
      kind: 'key' as const,
      name: key,
      isDefinition: effective.includes(assignment),
      span: assignment.key.span,
      whole: assignment.span,
    })),
  );
}
