/** A made-up site of many dom0s: ordinary files of several styles, with a fault here and there. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Chance } from './chance.ts';
import { chanceOf } from './chance.ts';
import { domUText } from './site-domu.ts';
import { networkOf } from './site-network.ts';

export interface SiteSize {
  readonly dom0s: number;
  /** In all of the site. */
  readonly domUs: number;
}

export interface Site {
  /** By their paths in the site. */
  readonly files: ReadonlyMap<string, string>;
  /** Symbolic links in `xen/auto/`, with what they lead to, by their paths in the site. */
  readonly links: ReadonlyMap<string, string>;
  /** The folders that are `/` to a dom0. */
  readonly hosts: readonly string[];
}

/** The same site for the same seed. */
export function makeSite({ dom0s, domUs }: SiteSize, seed = 1): Site {
  const chance = chanceOf(seed);
  const files = new Map<string, string>();
  const links = new Map<string, string>();
  const hosts = Array.from({ length: dom0s }, (_, index) => `hosts/dom0-${String(index).padStart(3, '0')}`);
  files.set('README.md', 'The dom0s of all our places.\n');
  for (const [index, root] of hosts.entries()) {
    const first = Math.floor((index * domUs) / dom0s);
    const beyond = Math.floor(((index + 1) * domUs) / dom0s);
    addDom0({ files, links }, root, { number: index, first, count: beyond - first }, chance);
  }
  return { files, links, hosts };
}

interface Dom0Part {
  readonly number: number;
  /** The number of its first domU. */
  readonly first: number;
  readonly count: number;
}

function addDom0(
  { files, links }: { readonly files: Map<string, string>; readonly links: Map<string, string> },
  root: string,
  { number, first, count }: Dom0Part,
  chance: Chance,
): void {
  const network = networkOf(number, count, chance);
  for (const [path, text] of network.files) files.set(`${root}${path}`, text);
  if (chance.happens(0.3)) files.set(`${root}/etc/xen/xl.conf`, `autoballoon="off"\nvif.default.bridge="xenbr0"\n`);
  for (let domU = first; domU < first + count; domU += 1) {
    const { name, text } = domUText(domU, network.guestBridges, chance);
    files.set(`${root}/etc/xen/${name}.cfg`, text);
    if (chance.happens(0.7)) links.set(`${root}/etc/xen/auto/${name}.cfg`, `../${name}.cfg`);
  }
}

/** Writes a site below a folder. */
export function writeSite({ files, links }: Site, folder: string): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [path, target] of links) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(target, join(folder, path));
  }
}
