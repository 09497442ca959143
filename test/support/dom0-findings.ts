/** Dom0s for tests of the rules on a host and its domUs. */
import type { Finding } from '../../server/src/core/index.ts';
import { checkSnapshot, loadSnapshot, memoryAccess, memoryFile, pathOf, rules } from '../../server/src/core/index.ts';
import { mainPath } from './fixture.ts';

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

const closed = 'up f=/proc/sys/net/ipv6/conf/$IFACE/disable_ipv6; if [ -e $f ]; then echo 1 > $f; fi';

/** The card by which the dom0 is reached. */
export const management = 'auto eth0\niface eth0 inet dhcp\n';

/** A bridge without an address, IPv6 kept off it. */
export const bridge = (name: string, ...options: readonly string[]): string =>
  `auto ${name}\niface ${name} inet manual\n${[...options, closed].map((option) => `    ${option}\n`).join('')}`;
/** The file of a PV or PVH guest. */
export const domU = (name: string, ...lines: readonly string[]): string =>
  `${[`name = "${name}"`, 'kernel = "/boot/vmlinuz"', ...lines].join('\n')}\n`;

/** What all rules find. */
export async function check(
  files: Files,
  path = mainPath,
  dialect: 'auto' | 'ifupdown' = 'auto',
): Promise<readonly Finding[]> {
  const settings = async () => ({ dialect, management: [] });
  const snapshot = await loadSnapshot(memoryAccess(files), memoryFile(path), settings);
  if (snapshot === undefined) throw new Error('there is no interfaces file');
  return checkSnapshot(snapshot, rules, {}, () => 1);
}

/** What one rule finds. */
export async function findingsOf(rule: string, files: Files, path = mainPath): Promise<readonly Finding[]> {
  return (await check(files, path)).filter((finding) => finding.rule === rule);
}

/** The paths that findings are in. */
export const filesOf = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ location }) => pathOf(location.file));
