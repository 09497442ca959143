import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOracle } from './oracle.ts';

/** A device after a bring-up, as `ifup-ns` reports it; of one that is not there only `exists`. */
export interface BroughtUpDevice {
  readonly exists: boolean;
  readonly kind?: string | null;
  readonly up?: boolean;
  readonly master?: string | null;
  readonly ports?: readonly string[];
  readonly ipv4?: readonly string[];
  readonly ipv6?: readonly string[];
}

/** What a real `ifup -a` did. */
export interface BringUp {
  readonly exit: number;
  readonly output: readonly string[];
  readonly devices: Readonly<Record<string, BroughtUpDevice>>;
  /** Which kinds of devices the kernel here can make. */
  readonly kernel: { readonly vlan: boolean };
}

/** Brings a text up for real as `/etc/network/interfaces`, in namespaces of its own with the cards eth0 to eth3. */
export function bringUp(text: string): BringUp {
  const folder = mkdtempSync(join(tmpdir(), 'bridgewise-up-'));
  try {
    writeFileSync(join(folder, 'interfaces'), text);
    const report = JSON.parse(askOracle('ifup-ns', [join(folder, 'interfaces')]).stdout) as {
      readonly ifup: { readonly exit: number; readonly output: readonly string[] };
      readonly interfaces: BringUp['devices'];
      readonly kernel: BringUp['kernel'];
    };
    const { ifup, interfaces: devices, kernel } = report;
    return { exit: ifup.exit, output: ifup.output, devices, kernel };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
