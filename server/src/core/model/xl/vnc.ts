/** The VNC server that a file asks QEMU for, and who may reach it. */
import type { Atom } from '../../syntax/xl/atom.ts';
import { readInt } from '../../syntax/xl/values/c-number.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import type { Span } from '../../text/span.ts';
import type { SpecUse, XlConfig } from './config.ts';
import { atomsOf, flagOf, numberOf } from './values.ts';

/** What is set for the one VNC server that QEMU starts for a guest. */
export interface VncServer {
  readonly isOn: boolean;
  /** The address, with `:DISPLAY` behind it or not. `undefined`: 127.0.0.1. */
  readonly listen: VncValue | undefined;
  /** `undefined`, or empty: whoever reaches the address gets in. */
  readonly password: VncValue | undefined;
  /** The number as libxl has it; 0 where none is set. */
  readonly display: { readonly value: number; readonly span: Span } | undefined;
}

/** A text with the place that shows it also where it is empty. */
export interface VncValue extends Atom {
  readonly shown: Span;
  /** The string of `vfb` that it stands in; `undefined`: a key's own value. */
  readonly use: SpecUse | undefined;
}

/**
 * The server as libxl reads it (libxl_dm.c, libxl__dm_vnc): an HVM guest's from the file's own keys, another one's from the first
 * string of `vfb`; without one, a PV guest's from the keys, where `vnc` is 1 (xl_parse.c, parse_config_data). `undefined`: none, or nobody knows.
 */
export function vncServerOf(config: XlConfig): VncServer | undefined {
  const { guest, settings } = config;
  if (guest === undefined) return undefined;
  if (guest === 'hvm') return serverOfKeys(config, flagOf(settings, 'vnc') !== false);
  const framebuffer = config.specs.find(({ language }) => language === 'vfb');
  if (framebuffer !== undefined) return serverOfString(framebuffer);
  return guest === 'pv' && flagOf(settings, 'vnc') === true ? serverOfKeys(config, true) : undefined;
}

function serverOfKeys(config: XlConfig, isOn: boolean): VncServer {
  const display = numberOf(config.settings, 'vncdisplay');
  return {
    isOn,
    listen: valueOfKey(config, 'vnclisten'),
    password: valueOfKey(config, 'vncpasswd'),
    // It is an int to libxl.
    display: display && { value: Number(BigInt.asIntN(32, display.value)), span: display.span },
  };
}

function valueOfKey({ settings }: XlConfig, key: string): VncValue | undefined {
  const [atom] = atomsOf(settings, key);
  const value = settings.get(key)?.effective[0]?.value;
  return atom === undefined || value === undefined
    ? undefined
    : { ...atom, shown: shownOf(atom, value.span), use: undefined };
}

function serverOfString(use: SpecUse): VncServer {
  const text = (name: string): VncValue | undefined => {
    const field = fieldOf(use.spec, name);
    return field?.value && { ...field.value, shown: shownOf(field.value, field.span), use };
  };
  const display = text('vncdisplay');
  const isOn = text('vnc');
  return {
    isOn: isOn === undefined || readInt(isOn.text) !== 0,
    listen: text('vnclisten'),
    password: text('vncpasswd'),
    display: display && { value: readInt(display.text), span: display.shown },
  };
}

function shownOf({ text, span }: Atom, whole: Span): Span {
  return text === '' ? whole : span;
}

/** The address of what stands behind `vnclisten`: all up to the display. `::1` is meant as an address, whatever QEMU makes of it. */
export function vncAddress(listen: string): string {
  return /^::1?$/.test(listen) ? listen : listen.replace(/:\d*$/, '');
}

/** Whether every address of dom0 is meant: so QEMU takes an empty one, too. */
export function isEveryAddress(address: string): boolean {
  return ['', '0', '0.0.0.0', '*', '::', '[::]'].includes(address);
}

/** Whether only programs in dom0 reach the address. */
export function isLoopback(address: string): boolean {
  return /^(?:localhost|127(?:\.\d+){1,3}|::1|\[::1\])$/.test(address);
}
