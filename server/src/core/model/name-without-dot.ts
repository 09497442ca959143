import { longestInterfaceName } from '../schema/values/interface-name.ts';
import type { HostModel } from './host.ts';
import { vlanOfName } from './names.ts';

/**
 * A name for a bridge whose own one has a dot, which ifupdown takes for a VLAN: `xenbr0v10` for `xenbr0.10`. It is free
 * in this host and no longer than the kernel takes; `undefined`: none of the usual ones is.
 */
export function nameWithoutDot(host: HostModel, name: string): string | undefined {
  return namesLike(name).find(
    (candidate) => candidate.length <= longestInterfaceName && !host.interfaces.has(candidate),
  );
}

function namesLike(name: string): readonly string[] {
  const id = vlanOfName(name)?.id;
  const ofVlan = id === undefined ? [] : [`br-v${id}`, `brv${id}`, `xenbr-v${id}`];
  return [
    name.replaceAll('.', id === undefined ? '-' : 'v'),
    name.replaceAll('.', '-'),
    name.replaceAll('.', ''),
    ...ofVlan,
  ];
}
