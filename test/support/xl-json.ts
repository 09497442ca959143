import type { Disk, DiskProblemKind } from '../../server/src/core/syntax/xl/values/disk-type.ts';
import { formatMac } from '../../server/src/core/syntax/xl/values/mac.ts';
import type { Pci } from '../../server/src/core/syntax/xl/values/pci.ts';
import { fieldText } from '../../server/src/core/syntax/xl/values/spec.ts';
import type { Vif } from '../../server/src/core/syntax/xl/values/vif-type.ts';

/** A text between quotes, as it stands in a file. xl has no escape for other control characters than these. */
export function xlString(text: string): string {
  const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '\\': '\\\\', '"': '\\"' };
  return `"${text.replace(/[\n\t\r\\"]/g, (letter) => escapes[letter] ?? letter)}"`;
}

/** What `xlu disk` would print for a disk as we read it, without its messages. */
export function diskJson(disk: Disk): { readonly spec: string; readonly rc: number; readonly disk?: object } {
  const spec = disk.atom.text;
  if (disk.problems.some(({ effect }) => effect === 'refused')) return { spec, rc: 22 };
  return { spec, rc: 0, disk: libxlDisk(disk) };
}

/** A disk in libxl's JSON: in its order, what is as by default left out. */
export function libxlDisk(disk: Disk): object {
  const has = (flag: string): boolean => disk.flags.has(flag);
  const either = (yes: string, no: string): string | undefined => (has(yes) ? 'True' : has(no) ? 'False' : undefined);
  const port = Number.parseInt(fieldText(disk, 'colo-port') ?? '', 10);
  const members = {
    backend_domname: fieldText(disk, 'backend'),
    pdev_path: disk.target,
    vdev: disk.vdev,
    backend: disk.backendType,
    format: disk.format,
    script: disk.script,
    removable: disk.isCdrom ? 1 : undefined,
    readwrite: disk.access === 'w' ? 1 : undefined,
    is_cdrom: disk.isCdrom ? 1 : undefined,
    direct_io_safe: has('direct-io-safe') ? true : undefined,
    discard_enable: either('discard', 'no-discard'),
    specification: disk.specification,
    trusted: either('trusted', 'untrusted'),
    colo_enable: either('colo', 'no-colo'),
    colo_host: fieldText(disk, 'colo-host'),
    colo_port: Number.isNaN(port) ? undefined : port,
    colo_export: fieldText(disk, 'colo-export'),
    active_disk: fieldText(disk, 'active-disk'),
    hidden_disk: fieldText(disk, 'hidden-disk'),
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** The message of libxlutil for each kind that it reports. */
const messages: Partial<Record<DiskProblemKind, readonly string[]>> = {
  'disk-without-format': ['unknown value for format', 'format respecified'],
  'disk-format-behind-prefix': ['unknown value for access', 'too many positional parameters', 'vdev respecified'],
  'unknown-disk-format': ['unknown value for format'],
  'unknown-disk-access': ['unknown value for access'],
  'unknown-disk-type': ['unknown value for type'],
  'unknown-vdev-suffix': ['unknown deprecated type'],
  'unknown-disk-backend-type': ['unknown value for backendtype'],
  'unknown-disk-specification': ['unknown value for specification'],
  'disk-port-not-a-number': ['unknown value for colo_port'],
  'unknown-disk-prefix': ['unknown deprecated disk prefix'],
  'unknown-disk-parameter': ['unknown parameter', 'bad disk syntax', 'too many positional parameters'],
  'bad-disk-syntax': ['bad disk syntax'],
  'disk-parameter-twice': ['respecified'],
  'too-many-disk-fields': ['too many positional parameters'],
  'disk-without-vdev': ['no vdev specified'],
  'parameters-behind-target': ['no vdev specified'],
  'disk-without-target': ['no target specified'],
  'blank-behind-disk-field': ['unknown value for'],
};

/** The messages that libxlutil may give for the first thing that it refuses in a disk. */
export function messagesOfDisk(disk: Disk): readonly string[] {
  const first = disk.problems.find(({ effect }) => effect === 'refused');
  return first === undefined ? [] : (messages[first.kind] ?? []);
}

/** A vif in libxl's JSON; what is as by default is left out, and a MAC address is only there where xl read one. */
export function libxlNic(vif: Vif): object {
  const text = (name: string): string | undefined => fieldText(vif, name);
  const members = {
    backend_domname: text('backend'),
    mtu: vif.mtu === 0 ? undefined : vif.mtu,
    model: vif.model,
    mac: vif.mac && formatMac(vif.mac),
    ip: text('ip'),
    bridge: vif.bridge,
    ifname: vif.vifname,
    script: vif.script,
    nictype: vif.type === 'ioemu' ? 'vif_ioemu' : vif.type,
    rate_bytes_per_interval: vif.rate?.bytesPerInterval || undefined,
    rate_interval_usecs: vif.rate?.intervalMicroseconds,
    gatewaydev: vif.gatewayDevice,
    coloft_forwarddev: text('forwarddev'),
    trusted: vif.isTrusted === undefined ? undefined : vif.isTrusted ? 'True' : 'False',
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A PCI device in libxl's JSON; what is as by default is left out. */
export function pciJson(pci: Pci): object {
  const { address: place, virtualSlot = 0 } = pci;
  const isWhole = place?.function === '*';
  const members = {
    func: isWhole ? 0 : place?.function,
    dev: place?.slot,
    bus: place?.bus,
    domain: place?.domain,
    vdevfn: virtualSlot << 3,
    vfunc_mask: place && (isWhole ? 0xffff_ffff : 1),
    msitranslate: pci.translatesMsi,
    power_mgmt: pci.hasPowerManagement,
    permissive: pci.isPermissive,
    seize: pci.isSeized,
    rdm_policy: pci.rdmPolicy,
    name: pci.name,
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => Boolean(value)));
}

/**
 * The host that the tools pretend to be on: 16 CPUs, two to each of 8 nodes. xl notes the CPUs of a node in a map with
 * one place for each node (xl_parse.c, update_cpumap_range), so that those from 8 on get lost.
 */
export const fakeHost = {
  cpus: 16,
  ofNode: (node: number): readonly number[] => (node < 4 ? [2 * node, 2 * node + 1] : []),
};
