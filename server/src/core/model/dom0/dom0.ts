import type { FileId } from '../../text/location.ts';
import { computeOnce } from '../compute-once.ts';
import type { HostModel } from '../host.ts';
import type { XlConfig } from '../xl/config.ts';

/** One dom0, its network and its domUs understood together: plain data whose spans lead back to the files. */
export interface Dom0 {
  /** Its interfaces files; `undefined` where there are none or they are not known. */
  readonly host: HostModel | undefined;
  /** Its domUs' files, each once by its real path, in the order of their paths. */
  readonly domUs: readonly DomU[];
  /** `/etc/xen/xl.conf`, whose defaults hold for all vifs; `undefined`: none, so xl's own hold. */
  readonly xlConf: XlConfig | undefined;
  /** Whether a file that may be a domU's could not be read; then nothing may be said to be unused. */
  readonly isIncomplete: boolean;
}

/** One domU of a dom0. */
export interface DomU {
  readonly config: XlConfig;
  /** Whether `xendomains` starts it with the dom0: its file, or a link to it, is in `xen/auto`. */
  readonly isStartedAtBoot: boolean;
}

/** A dom0 of which no more is known than its interfaces files. */
export function dom0OfHost(host: HostModel): Dom0 {
  return { host, domUs: [], xlConf: undefined, isIncomplete: true };
}

/** A dom0 of which no more is known than one file in xl's language. */
export function dom0OfConfig(config: XlConfig): Dom0 {
  switch (config.kind) {
    case 'domain':
      return { host: undefined, domUs: [{ config, isStartedAtBoot: false }], xlConf: undefined, isIncomplete: true };
    case 'xl.conf':
      return { host: undefined, domUs: [], xlConf: config, isIncomplete: true };
    case 'cpupool':
      return { host: undefined, domUs: [], xlConf: undefined, isIncomplete: true };
  }
}

/** All files in xl's language of a dom0. */
export function xlConfigsOf({ domUs, xlConf }: Dom0): readonly XlConfig[] {
  return [...domUs.map(({ config }) => config), ...(xlConf === undefined ? [] : [xlConf])];
}

/** The file in xl's language at an address. */
export function xlConfigAt(dom0: Dom0, file: FileId): XlConfig | undefined {
  return configsByFile(dom0).get(file);
}

const configsByFile = computeOnce(
  (dom0: Dom0): ReadonlyMap<FileId, XlConfig> => new Map(xlConfigsOf(dom0).map((config) => [config.file, config])),
);
