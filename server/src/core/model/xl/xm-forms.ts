/** What files for xm say in other words than files for xl, beyond what single rules mend: what to write instead. */
import { findUnreadKey } from '../../schema/xl/index.ts';
import { readNumber } from '../../syntax/xl/number.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { Span } from '../../text/span.ts';
import type { Setting, XlConfig } from './config.ts';
import { stringOf } from './values.ts';

/** Edits, and the settings that have no effect. */
export interface XmForms {
  readonly edits: readonly Omit<TextEdit, 'file'>[];
  readonly idle: readonly Span[];
}

/** The forms of xm that have one meaning to xl. */
export function xmForms(config: XlConfig): XmForms {
  const idle = [...config.settings.values()].filter((setting) => isIdle(config, setting));
  return {
    edits: [...vif2Edits(config), ...cpuEdits(config), ...framebufferEdits(config)],
    idle: idle.flatMap(({ assignments }) => assignments.map(({ span }) => span)),
  };
}

function isIdle(config: XlConfig, setting: Setting): boolean {
  const { key, doc } = setting;
  // xm's example wrote this for any processor.
  if (key === 'cpus') return stringOf(config.settings, key) === '';
  if (doc !== undefined) return doc.deprecated !== undefined && doc.guests.length === 0 && key !== 'vif2';
  if (findUnreadKey(key) === undefined) return false;
  if (idleKeys.has(key) || isEmpty(config, setting)) return true;
  return addressKeys.has(key) && !givesAddress(config);
}

/** Keys of xm that nothing has to be written for: what they did happens by itself, or is gone with what it was about. */
const idleKeys: ReadonlySet<string> = new Set([
  ...['access_control', 'cores_per_socket', 'cpuid_check', 'description', 'disk_other_config', 'features'],
  ...['guest_os_type', 'isa', 'machine_address_size', 'memory_sharing', 'nics', 'on_xend_start', 'on_xend_stop'],
  ...['s3_integrity', 'superpages', 'suppress_spurious_page_faults', 'vhpt', 'vif_other_config', 'vncconsole'],
]);

/** xm put these into the kernel's `ip=` only where `ip` or `dhcp` was given (create.py of Xen 4.4, preprocess_ip). */
const addressKeys: ReadonlySet<string> = new Set(['gateway', 'hostname', 'interface', 'netmask']);

function givesAddress({ settings }: XlConfig): boolean {
  return ['ip', 'dhcp'].some((key) => {
    const value = stringOf(settings, key);
    return value === undefined ? settings.has(key) : !/^(?:off|)$/.test(value);
  });
}

/** What means that nothing is set: nothing, no, or for a processor any of them. */
function isEmpty({ settings }: XlConfig, { key, effective }: Setting): boolean {
  const text = stringOf(settings, key);
  if (text === undefined) return effective.every(({ value }) => value?.kind === 'list' && value.items.length === 0);
  if (key === 'cpu') return /^(?:-.*|)$/.test(text);
  return text === '' || text === '0' || (key === 'dhcp' && text === 'off');
}

/** Interfaces of another kind, which only xm of some series had, are ordinary ones now. */
function vif2Edits({ settings }: XlConfig): XmForms['edits'] {
  if (settings.has('vif')) return [];
  return (settings.get('vif2')?.assignments ?? []).map(({ key: { span } }) => ({ span, text: 'vif' }));
}

/** xm's `cpu` is that of the first virtual CPU alone. */
function cpuEdits({ settings }: XlConfig): XmForms['edits'] {
  const { assignments = [] } = settings.get('cpu') ?? {};
  const [only, ...more] = assignments;
  const number = readNumber(stringOf(settings, 'cpu') ?? '');
  if (only?.value === undefined || more.length > 0 || settings.has('cpus')) return [];
  if (number === undefined || number.value < 0n) return [];
  return [
    { span: only.key.span, text: 'cpus' },
    { span: only.value.span, text: `[ "${number.value}" ]` },
  ];
}

/** xm's `type` of a framebuffer is a switch each to xl. */
function framebufferEdits({ specs }: XlConfig): XmForms['edits'] {
  return specs.flatMap(({ language, spec }) => {
    const type = language === 'vfb' ? fieldOf(spec, 'type') : undefined;
    const kind = type?.value?.text ?? '';
    if (type === undefined || (kind !== 'vnc' && kind !== 'sdl')) return [];
    const other = kind === 'sdl' && fieldOf(spec, 'vnc') === undefined ? ',vnc=0' : '';
    return [{ span: type.span, text: `${kind}=1${other}` }];
  });
}
