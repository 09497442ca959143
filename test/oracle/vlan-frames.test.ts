import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bringUp } from '../support/bring-up.ts';
import { HAS_NAMESPACES } from '../support/oracle.ts';
import { ROOT } from '../support/project-files.ts';

/** The wire is what peer0 is on; peer1 stands for the domU, as a vif is but one more port. */
const bridge = `auto br0
iface br0 inet manual
    bridge_ports eth0 eth1
    bridge_maxwait 0
`;

/** The program goes along in the line: where the project lies may be out of sight of what `ifup` runs. */
const program = `echo ${readFileSync(join(ROOT, 'test/oracle/tools/frames'), 'base64')} | base64 -d | python3 -`;

/** Who gets a tagged frame that is sent to all. */
function frames(network: string, ...sent: readonly string[]): readonly string[] {
  const { output } = bringUp(`${network}auto eth3\niface eth3 inet manual\n    up ${program} ${sent.join(' ')}\n`);
  return output.filter((line) => line.includes('->'));
}

const { vlan: hasVlans } = HAS_NAMESPACES ? bringUp('auto lo\niface lo inet loopback\n').kernel : { vlan: false };

describe.skipIf(!HAS_NAMESPACES)('what domu-on-vlan-trunk says of frames', () => {
  test('a bridge hands on tagged frames, in both directions', () => {
    expect(frames(bridge, 'peer0:10', 'peer1:10', 'peer0:0')).toEqual([
      'peer0 10 -> peer1:10',
      'peer1 10 -> peer0:10',
      'peer0 0 -> peer1',
    ]);
  });
});

/** Run on Linux 6.1 of Debian 12, too: recorded/vlan-frames.out. */
describe.skipIf(!hasVlans)('what it says where VLANs of dom0 are, on a kernel that has them', () => {
  test('a VLAN on a port takes its own frames from the wire, and keeps back none of the domU', () => {
    const network = `${bridge}auto eth0.10\niface eth0.10 inet manual\n`;
    expect(frames(network, 'peer0:10', 'peer1:10', 'peer0:20', 'peer1:20')).toEqual([
      'peer0 10 -> eth0.10',
      'peer1 10 -> peer0:10',
      'peer0 20 -> peer1:20',
      'peer1 20 -> peer0:20',
    ]);
  });

  test('a VLAN on the bridge shares its frames with the domU', () => {
    const network = `${bridge}auto br0.30\niface br0.30 inet manual\n`;
    expect(frames(network, 'peer0:30', 'peer1:30')).toEqual([
      'peer0 30 -> br0.30 peer1:30',
      'peer1 30 -> br0.30 peer0:30',
    ]);
  });

  test.each(['', '    up bridge vlan add dev eth0 vid 10\n'])('a bridge that filters keeps all back%s', (more) => {
    expect(frames(`${bridge}    bridge_vlan_aware yes\n${more}`, 'peer0:10', 'peer1:10', 'peer1:0')).toEqual([
      'peer0 10 ->',
      'peer1 10 ->',
      'peer1 0 -> peer0',
    ]);
  });
});
