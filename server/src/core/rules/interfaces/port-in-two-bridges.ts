import { namesOfTemplates } from '../../model/bridges.ts';
import { namesBroughtUp, namesChosenForOthers } from '../../model/bring-up.ts';
import type { BridgePort, HostModel } from '../../model/host.ts';
import type { InterfacesRule, Report } from '../rule.ts';

export const portInTwoBridges: InterfacesRule = {
  name: 'port-in-two-bridges',
  group: 'interfaces',
  severity: 'error',
  summary: 'Two bridges take the same port; it can belong to one only.',
  refuses: false,
  dialects: ['ifupdown', 'ifupdown2'],
  fixes: [],
  *check({ host }) {
    if (![...host.interfaces.values()].some(({ portOf }) => portOf.length > 1)) return;
    // Stanzas that a mapping chooses from, or that others only inherit from, are no bridges beside each other.
    const leftOut = new Set([...namesOfTemplates(host), ...namesChosenForOthers(host)]);
    const broughtUp = namesBroughtUp(host);
    for (const link of host.interfaces.values()) {
      const ports = firstOfEachBridge(link.portOf).filter(({ stanza }) => !leftOut.has(stanza.name));
      const [first, ...others] = ports;
      if (first === undefined) continue;
      for (const port of others) yield reportFor(first, port, host, broughtUp);
    }
  },
};

/** Several stanzas of one name describe one bridge. */
function firstOfEachBridge(ports: readonly BridgePort[]): readonly BridgePort[] {
  return ports.filter(({ stanza }, at) => ports.findIndex((other) => other.stanza.name === stanza.name) === at);
}

function reportFor(first: BridgePort, port: BridgePort, host: HostModel, broughtUp: ReadonlySet<string>): Report {
  const [one, other] = [first.stanza.name, port.stanza.name];
  const areBothUp = broughtUp.has(one) && broughtUp.has(other);
  const outcome =
    host.dialect === 'ifupdown2'
      ? 'ifupdown2 refuses to bring up any interface with it'
      : "bridge-utils prints `can't add it to bridge`, goes on without it, and ifup exits with 0";
  return {
    location: port.location,
    severity: areBothUp ? 'error' : 'warning',
    message: areBothUp
      ? `${port.name} is a port of ${one} already, so ${other} cannot have it: ${outcome}.`
      : `${port.name} is a port of both ${one} and ${other}; only the one that is brought up first gets it.`,
    related: [{ location: first.location, message: `${one} takes ${port.name} here.` }],
  };
}
