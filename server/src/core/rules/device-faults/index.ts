/** What is said about the faults of all devices' strings that have no rule of their own, by language. */
import type { SpecName } from '../../schema/xl/key-doc.ts';
import type { DeviceFault, FaultReport } from '../device-fault.ts';
import { commonFaults } from './common.ts';
import { cpuidFaults, cpuListFaults, vnumaFaultTexts } from './cpu.ts';
import {
  channelFaults,
  p9Faults,
  vdisplFaults,
  vfbFaults,
  virtioFaults,
  vkbFaults,
  vsndFaults,
  vtpmFaults,
} from './devices.ts';
import { diskFaults } from './disk.ts';
import { hardwareFaults } from './hardware.ts';
import { pciFaults, rdmFaults } from './pci.ts';
import { usbctrlFaults, usbdevFaults } from './usb.ts';
import { vifFaults } from './vif.ts';

type Table = Readonly<Record<string, (fault: DeviceFault) => FaultReport>>;

/** A language's own table comes before the common one. */
const tables: Readonly<Record<SpecName, Table>> = {
  disk: diskFaults,
  vif: vifFaults,
  pci: pciFaults,
  rdm: rdmFaults,
  vfb: { ...commonFaults, ...vfbFaults },
  usbctrl: { ...commonFaults, ...usbctrlFaults },
  usbdev: { ...commonFaults, ...usbdevFaults },
  channel: { ...commonFaults, ...channelFaults },
  vtpm: { ...commonFaults, ...vtpmFaults },
  p9: { ...commonFaults, ...p9Faults },
  pvcalls: commonFaults,
  vdispl: { ...commonFaults, ...vdisplFaults },
  vkb: { ...commonFaults, ...vkbFaults },
  vsnd: { ...commonFaults, ...vsndFaults },
  virtio: { ...commonFaults, ...virtioFaults },
  vnuma: { ...commonFaults, ...vnumaFaultTexts },
  cpuid: { ...commonFaults, ...cpuidFaults },
  'cpu-list': cpuListFaults,
  ioports: hardwareFaults,
  irqs: hardwareFaults,
  iomem: hardwareFaults,
};

/** What is said about a fault; `undefined` for one that has a rule of its own. */
export function describeFault(fault: DeviceFault): FaultReport | undefined {
  const table = tables[fault.use.language];
  return Object.hasOwn(table, fault.kind) ? table[fault.kind]?.(fault) : undefined;
}

/** The languages whose faults the three rules for all devices report. */
export const deviceLanguages = Object.keys(tables) as readonly SpecName[];
