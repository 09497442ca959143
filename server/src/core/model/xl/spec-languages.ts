import type { SpecName } from '../../schema/xl/key-doc.ts';
import type { ParameterDoc } from '../../schema/xl/parameter-doc.ts';
import { channelParameters } from '../../schema/xl/parameters/channel.ts';
import { cpuidParameters } from '../../schema/xl/parameters/cpuid.ts';
import { diskParameters } from '../../schema/xl/parameters/disk.ts';
import { p9Parameters } from '../../schema/xl/parameters/p9.ts';
import { pciParameters } from '../../schema/xl/parameters/pci.ts';
import { pvcallsParameters } from '../../schema/xl/parameters/pvcalls.ts';
import { rdmParameters } from '../../schema/xl/parameters/rdm.ts';
import { usbctrlParameters } from '../../schema/xl/parameters/usbctrl.ts';
import { usbdevParameters } from '../../schema/xl/parameters/usbdev.ts';
import { vdisplParameters } from '../../schema/xl/parameters/vdispl.ts';
import { vfbParameters } from '../../schema/xl/parameters/vfb.ts';
import { vifParameters } from '../../schema/xl/parameters/vif.ts';
import { virtioParameters } from '../../schema/xl/parameters/virtio.ts';
import { vkbParameters } from '../../schema/xl/parameters/vkb.ts';
import { vnumaParameters } from '../../schema/xl/parameters/vnuma.ts';
import { vsndParameters } from '../../schema/xl/parameters/vsnd.ts';
import { vtpmParameters } from '../../schema/xl/parameters/vtpm.ts';
import type { XenVersion } from '../../schema/xl/xen-version.ts';
import { compareVersions, defaultXenVersion } from '../../schema/xl/xen-version.ts';
import type { Atom } from '../../syntax/xl/atom.ts';
import { parseChannel } from '../../syntax/xl/values/channel.ts';
import { parseCpuList } from '../../syntax/xl/values/cpu-list.ts';
import { parseCpuid, parseCpuidLeaf } from '../../syntax/xl/values/cpuid.ts';
import { parseDisk } from '../../syntax/xl/values/disk.ts';
import { parseIomem } from '../../syntax/xl/values/iomem.ts';
import { parseIoports } from '../../syntax/xl/values/ioports.ts';
import { parseIrq } from '../../syntax/xl/values/irqs.ts';
import type { P9Reading } from '../../syntax/xl/values/p9.ts';
import { parseP9 } from '../../syntax/xl/values/p9.ts';
import type { PairCut } from '../../syntax/xl/values/pairs.ts';
import { parsePci } from '../../syntax/xl/values/pci.ts';
import { parsePvcalls } from '../../syntax/xl/values/pvcalls.ts';
import { parseRdm } from '../../syntax/xl/values/rdm.ts';
import type { Spec } from '../../syntax/xl/values/spec.ts';
import { parseUsbctrl } from '../../syntax/xl/values/usbctrl.ts';
import { parseUsbdev } from '../../syntax/xl/values/usbdev.ts';
import { parseVdispl } from '../../syntax/xl/values/vdispl.ts';
import { parseVfb } from '../../syntax/xl/values/vfb.ts';
import { parseVif } from '../../syntax/xl/values/vif.ts';
import { parseVirtio } from '../../syntax/xl/values/virtio.ts';
import { parseVkb } from '../../syntax/xl/values/vkb.ts';
import { parseVnuma } from '../../syntax/xl/values/vnuma.ts';
import { parseVsnd } from '../../syntax/xl/values/vsnd.ts';
import { parseVtpm } from '../../syntax/xl/values/vtpm.ts';
import { cpuidNamesOf } from './cpuid-names.ts';

/** What the reading of a string depends on besides its text. */
export interface SpecReading {
  /** Debian 13's where it is left out. */
  readonly xenVersion?: XenVersion;
  /** The key that it is for; a list of CPUs may be empty for all but `cpus`. */
  readonly key?: string;
  /** Whether the string stands in a list; where it is left out and matters, its own form decides. */
  readonly isInList?: boolean;
}

/** A language inside strings: how its strings are read, and what may stand in them. */
export interface SpecLanguage {
  readonly name: SpecName;
  /** What a string of it describes, as it stands in a sentence behind "a" or "the". */
  readonly title: string;
  /** Reads one string; never fails. */
  parse(atom: Atom, reading?: SpecReading): Spec;
  readonly parameters: readonly ParameterDoc[];
  /** What stands between two parameters. */
  readonly separator: string;
  /** One line that shows the shape of a string. */
  readonly form: string;
  /** Where its strings stand: each in the key's list, each in a list inside that list, alone behind the key, or either of the first and third. */
  readonly listForm: 'each string of the list' | 'inner lists' | 'plain string' | 'string or list';
}

type Entry = Omit<SpecLanguage, 'name' | 'separator' | 'listForm'> & Partial<SpecLanguage>;

function language(name: SpecName, entry: Entry): SpecLanguage {
  return { name, separator: ',', listForm: 'each string of the list', ...entry };
}

/** How xl of a series cuts a parameter into name and value. */
function pairCutOf({ xenVersion = defaultXenVersion }: SpecReading = {}): PairCut {
  return compareVersions(xenVersion, '4.18') < 0 ? 'each-sign' : 'first-sign';
}

/** How xl of a series reads a 9pfs share. */
function p9ReadingOf({ xenVersion = defaultXenVersion }: SpecReading = {}): P9Reading {
  if (compareVersions(xenVersion, '4.18') < 0) return 'ends-without-sign';
  return compareVersions(xenVersion, '4.19') < 0 ? 'pairs' : 'pairs-and-limits';
}

/** A string of `cpuid`, in a list or alone; where that is not known, one that begins with a number is of a list. */
function parseEitherCpuid(atom: Atom, reading: SpecReading = {}): Spec {
  const isInList = reading.isInList ?? /^\s*\d/.test(atom.text);
  return isInList ? parseCpuidLeaf(atom) : parseCpuid(atom, cpuidNamesOf(reading.xenVersion ?? defaultXenVersion));
}

/** Every language inside strings, by its name. */
export const specLanguages: Readonly<Record<SpecName, SpecLanguage>> = {
  disk: language('disk', {
    title: 'disk',
    parse: parseDisk,
    parameters: diskParameters,
    form: 'TARGET,FORMAT,VDEV,ACCESS',
  }),
  vif: language('vif', {
    title: 'network interface',
    parse: parseVif,
    parameters: vifParameters,
    form: 'mac=ADDRESS, bridge=NAME',
  }),
  pci: language('pci', {
    title: 'PCI device',
    parse: parsePci,
    parameters: pciParameters,
    form: 'DDDD:BB:SS.F@SLOT, NAME=VALUE',
  }),
  rdm: language('rdm', {
    title: 'reserved device memory',
    parse: parseRdm,
    parameters: rdmParameters,
    form: 'strategy=host',
    listForm: 'plain string',
  }),
  vfb: language('vfb', {
    title: 'framebuffer',
    parse: parseVfb,
    parameters: vfbParameters,
    form: 'vnc=1, vnclisten=ADDRESS, vncdisplay=N, vncunused=0|1, vncpasswd=PASSWORD, keymap=LAYOUT',
  }),
  usbctrl: language('usbctrl', {
    title: 'USB controller',
    parse: parseUsbctrl,
    parameters: usbctrlParameters,
    form: 'type=TYPE, version=1|2|3, ports=N',
  }),
  usbdev: language('usbdev', {
    title: 'USB device',
    parse: parseUsbdev,
    parameters: usbdevParameters,
    form: 'hostbus=N, hostaddr=N, controller=N, port=N',
  }),
  channel: language('channel', {
    title: 'channel',
    parse: (atom, reading) => parseChannel(atom, pairCutOf(reading)),
    parameters: channelParameters,
    form: 'connection=pty|socket, name=NAME, path=SOCKET',
  }),
  vtpm: language('vtpm', {
    title: 'virtual TPM',
    parse: parseVtpm,
    parameters: vtpmParameters,
    form: 'backend=DOMAIN, uuid=UUID',
  }),
  p9: language('p9', {
    title: '9pfs share',
    parse: (atom, reading) => parseP9(atom, p9ReadingOf(reading)),
    parameters: p9Parameters,
    form: 'tag=NAME, path=FOLDER, security_model=none',
  }),
  pvcalls: language('pvcalls', {
    title: 'PV calls frontend',
    parse: parsePvcalls,
    parameters: pvcallsParameters,
    form: 'backend=DOMAIN',
  }),
  vdispl: language('vdispl', {
    title: 'virtual display',
    parse: (atom, reading) => parseVdispl(atom, pairCutOf(reading)),
    parameters: vdisplParameters,
    form: 'connectors=ID:WIDTHxHEIGHT;ID:WIDTHxHEIGHT, be-alloc=0|1, backend=DOMAIN',
  }),
  vkb: language('vkb', {
    title: 'virtual keyboard or pointer',
    parse: parseVkb,
    parameters: vkbParameters,
    form: 'backend-type=qemu|linux, unique-id=NAME',
  }),
  vsnd: language('vsnd', {
    title: 'item of a sound card',
    parse: parseVsnd,
    parameters: vsndParameters,
    form: 'card|pcm|stream, NAME=VALUE, NAME=VALUE',
    listForm: 'inner lists',
  }),
  virtio: language('virtio', {
    title: 'virtio device',
    parse: parseVirtio,
    parameters: virtioParameters,
    form: 'type=virtio,deviceNN, transport=mmio, backend=DOMAIN, grant_usage=0|1',
  }),
  vnuma: language('vnuma', {
    title: 'setting of a virtual NUMA node',
    parse: (atom, reading) => parseVnuma(atom, pairCutOf(reading)),
    parameters: vnumaParameters,
    form: 'pnode=N or size=MIB or vcpus=N-M or vdistances=N,N',
    listForm: 'inner lists',
  }),
  cpuid: language('cpuid', {
    title: 'CPUID setting',
    parse: parseEitherCpuid,
    parameters: cpuidParameters,
    form: 'host, NAME=VALUE, NAME=VALUE',
    listForm: 'string or list',
  }),
  'cpu-list': language('cpu-list', {
    title: 'list of CPUs',
    parse: (atom, reading) => parseCpuList(atom, reading?.key !== 'cpus'),
    parameters: [],
    form: 'N, N-M, ^N, nodes:N, all',
    listForm: 'string or list',
  }),
  ioports: language('ioports', {
    title: 'range of I/O ports',
    parse: parseIoports,
    parameters: [],
    form: 'FIRST-LAST',
  }),
  irqs: language('irqs', { title: 'interrupt', parse: parseIrq, parameters: [], form: 'N' }),
  iomem: language('iomem', {
    title: 'range of I/O memory',
    parse: parseIomem,
    parameters: [],
    form: 'START,PAGES@GUEST',
  }),
};
