import { usesOfBridge } from '../model/dom0/bridge-uses.ts';
import type { Dom0 } from '../model/dom0/dom0.ts';
import type { Location } from '../text/location.ts';

/**
 * Every place where the files of a dom0 name an interface: its interfaces files in the order ifupdown reads them, then the
 * vifs of its domUs. Without `withDeclarations` the `iface` lines of the name itself are left out.
 */
export function referencesOfInterface(dom0: Dom0, name: string, withDeclarations: boolean): readonly Location[] {
  const { host } = dom0;
  const order = new Map(host?.files.map(({ file }, index) => [file, index] as const));
  const inHost = (host?.interfaces.get(name)?.uses ?? [])
    .filter((use) => withDeclarations || use.role !== 'iface')
    .map((use) => use.location)
    .sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.span.start - b.span.start);
  return [...inHost, ...usesOfBridge(dom0, name).map(({ location }) => location)];
}
