import { statesDefaultRoute } from './hook-commands.ts';
import type { Directive, Interface } from './host.ts';
import { isOnDevice } from './names.ts';

/**
 * The interfaces by which the dom0 is reached. What a setting or a `# bridgewise-management:` comment names; without
 * one, those with a stated default route; only where none has one, those whose address and route come from the network
 * (`dhcp`, `inet6 auto`). A VLAN or alias on a bridge counts for the bridge. Empty: it is not known.
 */
export function findManagement(
  interfaces: ReadonlyMap<string, Interface>,
  directives: readonly Directive[],
  fromSettings: readonly string[],
): ReadonlySet<string> {
  const named = [
    ...fromSettings,
    ...directives
      .filter((directive) => directive.name === 'management')
      .flatMap((directive) => directive.argument.split(/\s+/).filter((word) => word !== '')),
  ];
  const all = [...interfaces.values()];
  const found =
    [named, namesOf(all.filter(statesDefaultRoute)), namesOf(all.filter(isConfiguredByNetwork))].find(
      (names) => names.length > 0,
    ) ?? [];
  const bridgesBelow = namesOf(
    all.filter((link) => link.bridge !== undefined && found.some((name) => isOnDevice(name, link.name))),
  );
  return new Set([...found, ...bridgesBelow]);
}

function isConfiguredByNetwork(link: Interface): boolean {
  return link.stanzas.some(
    ({ family, method }) => method === 'dhcp' || (family === 'inet6' && method === 'auto') || method === 'dhcp6',
  );
}

function namesOf(links: readonly Interface[]): readonly string[] {
  return links.map((link) => link.name);
}
