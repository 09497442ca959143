import { describe, expect, test } from 'vitest';
import { completionsAt } from '../../../../server/src/core/features/index.ts';
import { atDom0Cursor } from '../../../support/dom0.ts';

async function offered(vif: string, main = interfaces): Promise<readonly string[]> {
  const { snapshot, file, offset } = await atDom0Cursor(`# file: /etc/network/interfaces
${main}# file: /etc/xen/a.cfg
name = "a"
kernel = "/boot/a"
vif = [ ${vif}, 'bridge=elsewhere' ]
# file: /etc/xen/b.cfg
name = "b"
kernel = "/boot/b"
vif = [ 'bridge=br2', 'bridge=docker0' ]
`);
  return completionsAt(snapshot, file, offset)
    .filter(({ kind }) => kind === 'value')
    .map(({ label, detail }) => `${label}: ${detail}`);
}

const interfaces = `auto br1 br2
iface br1 inet static
    address 192.0.2.2/24
    gateway 192.0.2.1
    bridge_ports eth0
iface br2 inet manual
    bridge_ports eth1.20
iface eth5 inet manual
`;

const all = [
  'br2: bridge of eth1.20',
  'br1: bridge of eth0; the dom0 is reached by it',
  'elsewhere: another vif is on it',
  'docker0: another vif is on it',
];

describe('behind bridge=', () => {
  test.each([["'bridge=<|>'"], ["'bridge=b<|>r1,mac=00:16:3e:00:00:01'"]])(
    'of %s: what dom0 makes, the way to dom0 last, then what other vifs name',
    async (vif) => expect(await offered(vif)).toEqual(all),
  );

  test('of a vif of vif-openvswitch: the bridges of Open vSwitch', async () => {
    const vswitch = `${interfaces}iface sw0 inet manual\n    ovs_type OVSBridge\n`;
    const [first, ...others] = await offered("'script=vif-openvswitch,bridge=<|>'", vswitch);
    expect(first).toBe('sw0: Open vSwitch bridge');
    expect(others.filter((one) => one.startsWith('br1'))).toEqual([]);
  });

  test.each([["'backend=netdom,bridge=x<|>'"], ["'script=my-own,bridge=x<|>'"]])(
    'of %s: no bridge of dom0',
    async (vif) => expect(await offered(vif)).toEqual(['elsewhere: another vif is on it']),
  );
});

test('in xl.conf the default is offered alike', async () => {
  const { snapshot, file, offset } = await atDom0Cursor(`# file: /etc/network/interfaces
${interfaces}# file: /etc/xen/xl.conf
vif.default.bridge = "<|>"
`);
  expect(completionsAt(snapshot, file, offset).map(({ label }) => label)).toEqual(['br2', 'br1']);
});
