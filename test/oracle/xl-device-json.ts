import { readInt, readUnsigned } from '../../server/src/core/syntax/xl/values/c-number.ts';
import type { Spec } from '../../server/src/core/syntax/xl/values/spec.ts';

/** What libxl makes of a value; `undefined` where its JSON leaves it out, being what it is by default. */
type Reader = (text: string) => unknown;

const asText: Reader = (text) => text;
const asWord: Reader = (text) => (['auto', 'unknown'].includes(text.toLowerCase()) ? undefined : text.toLowerCase());
const asSwitch: Reader = (text) => (readInt(text) === 0 ? 'False' : 'True');
const asInt: Reader = (text) => readInt(text) || undefined;
const asController: Reader = (text) => (readInt(text) === -1 ? undefined : readInt(text));
const unsigned = (text: string, bits: number, base: 0 | 10 = 0): number =>
  Number(BigInt.asUintN(bits, readUnsigned(text, base)?.value ?? 0n));
const asByte: Reader = (text) => unsigned(text, 8) || undefined;
const asWide: Reader = (text) => unsigned(text, 32) || undefined;
const asLimit: Reader = (text) => Number(BigInt.asIntN(32, readUnsigned(text, 10)?.value ?? 0n)) || undefined;
const asBoolean: Reader = (text) => (readUnsigned(text, 0)?.value ?? 0n) !== 0n || undefined;
/** xl stops at the first resolution that it cannot read, and leaves those behind it empty. */
const asConnectors: Reader = (text) => {
  const connectors = text.split(';').map((connector) => /^([^:]*):(?:\s*(\d+)x\s*(\d+))?/.exec(connector) ?? []);
  const stop = connectors.findIndex(([, , width]) => width === undefined);
  return connectors.map(([, name, width, height], index) =>
    stop >= 0 && index > stop
      ? {}
      : withoutDefaults({ unique_id: name, width: Number(width) || undefined, height: Number(height) || undefined }),
  );
};

/** The member of libxl's JSON that each parameter sets; a dot leads into an inner object. */
const members: Readonly<Record<string, Readonly<Record<string, readonly [member: string, read: Reader]>>>> = {
  vfb: {
    vnc: ['vnc.enable', asSwitch],
    vnclisten: ['vnc.listen', asText],
    vncpasswd: ['vnc.passwd', asText],
    vncdisplay: ['vnc.display', asInt],
    vncunused: ['vnc.findunused', asSwitch],
    keymap: ['keymap', asText],
    sdl: ['sdl.enable', asSwitch],
    opengl: ['sdl.opengl', asSwitch],
    display: ['sdl.display', asText],
    xauthority: ['sdl.xauthority', asText],
  },
  usbctrl: { type: ['type', asWord], version: ['version', asInt], ports: ['ports', asInt] },
  usbdev: {
    hostbus: ['type/hostdev.hostbus', asByte],
    hostaddr: ['type/hostdev.hostaddr', asByte],
    controller: ['ctrl', asController],
    port: ['port', asInt],
  },
  channel: { name: ['name', asText], backend: ['backend_domname', asText], path: ['connection/socket.path', asText] },
  vtpm: { backend: ['backend_domname', asText], uuid: ['uuid', (text) => text.toLowerCase()] },
  p9: {
    tag: ['tag', asText],
    path: ['path', asText],
    security_model: ['security_model', asText],
    backend: ['backend_domname', asText],
    type: ['type', asWord],
    'max-files': ['max_files', asLimit],
  },
  pvcalls: { backend: ['backend_domname', asText] },
  vdispl: {
    backend: ['backend_domname', asText],
    'be-alloc': ['be_alloc', asBoolean],
    connectors: ['connectors', asConnectors],
  },
  vkb: {
    'backend-type': ['backend_type', asWord],
    'unique-id': ['unique_id', asText],
    'feature-multi-touch': ['feature_multi_touch', asBoolean],
    'multi-touch-width': ['multi_touch_width', asWide],
    'feature-abs-pointer': ['feature_abs_pointer', asBoolean],
    width: ['width', asWide],
    backend: ['backend_domname', asText],
  },
};

/** The languages whose strings become one device each. */
export const deviceLists = {
  vfb: 'vfbs',
  usbctrl: 'usbctrls',
  usbdev: 'usbdevs',
  channel: 'channels',
  vtpm: 'vtpms',
  p9: 'p9s',
  pvcalls: 'pvcallsifs',
  vdispl: 'vdispls',
  vkb: 'vkbs',
} as const;

/** The device that libxl should have for a string that xl takes, flat: `vnc.listen` and the like. */
export function expectedDevice(language: keyof typeof deviceLists, spec: Spec): Readonly<Record<string, unknown>> {
  const device: Record<string, unknown> = {};
  for (const { name, value } of spec.fields) {
    const member = members[language]?.[name];
    if (member !== undefined) device[member[0]] = member[1](value?.text ?? '');
  }
  const last = (name: string) => spec.fields.findLast((field) => field.name === name)?.value?.text;
  // Unions are shown only under their kind.
  if (language === 'usbdev' && last('type') === undefined) {
    device['type/hostdev.hostbus'] = undefined;
    device['type/hostdev.hostaddr'] = undefined;
  }
  if (language === 'channel' && last('connection') !== 'socket') device['connection/socket.path'] = undefined;
  if (language === 'vkb' && device['multi_touch_width'] !== undefined) device['feature_multi_touch'] = true;
  return withoutDefaults(device);
}

/** A device of libxl's JSON in the same shape; its number and, where it was made up, its UUID are left out. */
export function flatDevice(device: object, hasUuid: boolean): Readonly<Record<string, unknown>> {
  const flat: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(device)) {
    if (key === 'devid' || (key === 'uuid' && !hasUuid)) continue;
    const name = key.replace('.', '/');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) flat[name] = value;
    else for (const [inner, innerValue] of Object.entries(value)) flat[`${name}.${inner}`] = innerValue;
  }
  return flat;
}

function withoutDefaults(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
