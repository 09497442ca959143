import type { Interface } from '../../model/host.ts';
import { optionsNamed } from '../../model/stanzas.ts';
import { longestInterfaceName } from '../../schema/values/interface-name.ts';
import type { InterfacesRule } from '../rule.ts';
import { everyDialect } from '../rule.ts';

export const interfaceNameTooLong: InterfacesRule = {
  name: 'interface-name-too-long',
  group: 'interfaces',
  severity: 'error',
  summary: 'A name has more than 15 characters, which the kernel gives to no device and no address label.',
  refuses: false,
  dialects: everyDialect,
  fixes: [],
  *check({ host }) {
    for (const link of host.interfaces.values()) {
      const [stanza] = link.stanzas;
      if (stanza === undefined || link.name.length <= longestInterfaceName || !isBroughtUpByItsName(link)) continue;
      const isPlain = isOnlySwitchedOn(link);
      const consequence = isPlain ? 'only an alternative name of a card can be so long.' : consequenceFor(link);
      yield {
        location: { file: stanza.file, span: stanza.nameWord.span },
        severity: isPlain ? 'warning' : 'error',
        message: `${link.name} has ${link.name.length} characters, and the kernel takes at most ${longestInterfaceName}: ${consequence}`,
      };
    }
  },
};

/** Whether a device of this name is wanted; other names are logical ones, which a mapping or `ifup eth0=NAME` chooses. */
function isBroughtUpByItsName(link: Interface): boolean {
  const isMarked = link.marks.some((mark) => mark.class !== undefined && mark.logical === mark.name);
  return isMarked || link.portOf.length > 0 || link.uses.some((use) => use.role === 'bond-slave');
}

/** A card without an address may be called by an alternative name, which can be longer (ip-link(8), altname). */
function isOnlySwitchedOn(link: Interface): boolean {
  const isDevice = link.bridge !== undefined || link.vlan !== undefined || link.aliasOf !== undefined || isBond(link);
  const isNamedElsewhere = link.portOf.length > 0 || link.uses.some((use) => use.role === 'bond-slave');
  return (
    !isDevice && !isNamedElsewhere && link.stanzas.every(({ method }) => method === undefined || method === 'manual')
  );
}

function isBond(link: Interface): boolean {
  return link.slaves.length > 0 || link.stanzas.some((stanza) => optionsNamed(stanza, 'bond_mode').length > 0);
}

function consequenceFor(link: Interface): string {
  if (link.bridge !== undefined) {
    const cut = link.name.slice(0, longestInterfaceName);
    return `brctl makes a bridge \`${cut}\` without a port, and ifup exits with 0.`;
  }
  if (link.vlan !== undefined) return 'ip makes no such VLAN, and ifup leaves it out.';
  if (isBond(link)) return 'no such bond can be made.';
  if (link.aliasOf !== undefined) return 'it is no label for an address, and ifup fails.';
  if (link.portOf.length > 0) return 'no bridge takes it as a port.';
  return 'ifup cannot bring it up.';
}
