import type { SpecName } from '../../schema/xl/key-doc.ts';
import type { ParameterDoc } from '../../schema/xl/parameter-doc.ts';
import { channelParameters } from '../../schema/xl/parameters/channel.ts';
import { usbctrlParameters } from '../../schema/xl/parameters/usbctrl.ts';
import { usbdevParameters } from '../../schema/xl/parameters/usbdev.ts';
import { vfbParameters } from '../../schema/xl/parameters/vfb.ts';
import type { XenVersion } from '../../schema/xl/xen-version.ts';
import { compareVersions, defaultXenVersion } from '../../schema/xl/xen-version.ts';
import type { Atom } from '../../syntax/xl/atom.ts';
import { parseChannel } from '../../syntax/xl/values/channel.ts';
import { parseDisk } from '../../syntax/xl/values/disk.ts';
import type { PairCut } from '../../syntax/xl/values/pairs.ts';
import type { Spec } from '../../syntax/xl/values/spec.ts';
import { parseUsbctrl } from '../../syntax/xl/values/usbctrl.ts';
import { parseUsbdev } from '../../syntax/xl/values/usbdev.ts';
import { parseVfb } from '../../syntax/xl/values/vfb.ts';

/** What the reading of a string depends on besides its text. */
export interface SpecReading {
  /** Debian 13's where it is left out. */
  readonly xenVersion?: XenVersion;
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

/** A language that is not read yet: no fields and no problems. */
function unreadLanguage(name: SpecName, title: string): SpecLanguage {
  return language(name, { title, parse: (atom) => ({ atom, fields: [], problems: [] }), parameters: [], form: '' });
}

/** How xl of a series cuts a parameter into name and value. */
function pairCutOf({ xenVersion = defaultXenVersion }: SpecReading = {}): PairCut {
  return compareVersions(xenVersion, '4.18') < 0 ? 'each-sign' : 'first-sign';
}

/** Every language inside strings, by its name. */
export const specLanguages: Readonly<Record<SpecName, SpecLanguage>> = {
  disk: language('disk', { title: 'disk', parse: parseDisk, parameters: [], form: 'TARGET,FORMAT,VDEV,ACCESS' }),
  vif: unreadLanguage('vif', 'network interface'),
  pci: unreadLanguage('pci', 'PCI device'),
  rdm: unreadLanguage('rdm', 'reserved device memory'),
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
  vtpm: unreadLanguage('vtpm', 'virtual TPM'),
  p9: unreadLanguage('p9', '9pfs share'),
  pvcalls: unreadLanguage('pvcalls', 'PV calls frontend'),
  vdispl: unreadLanguage('vdispl', 'virtual display'),
  vkb: unreadLanguage('vkb', 'virtual keyboard'),
  vsnd: unreadLanguage('vsnd', 'sound card'),
  virtio: unreadLanguage('virtio', 'virtio device'),
  vnuma: unreadLanguage('vnuma', 'virtual NUMA node'),
  cpuid: unreadLanguage('cpuid', 'CPUID setting'),
  'cpu-list': unreadLanguage('cpu-list', 'list of CPUs'),
  ioports: unreadLanguage('ioports', 'range of I/O ports'),
  irqs: unreadLanguage('irqs', 'interrupt'),
  iomem: unreadLanguage('iomem', 'range of I/O memory'),
};
