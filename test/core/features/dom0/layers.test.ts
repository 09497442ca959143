import { expect, test } from 'vitest';
import type { Layer } from '../../../../server/src/core/index.ts';
import { layerAt, layersAbove, layersBelow } from '../../../../server/src/core/index.ts';
import { atDom0Cursor } from '../../../support/dom0.ts';

const shown = ({ kind, name }: Layer): string => `${kind} ${name}`;

test.each([
  ['a bridge', 'iface s<|>w0 inet', 'bridge sw0', ['interface mgmt', 'vif web'], ['interface eth0']],
  ['an internal port', 'iface mg<|>mt inet', 'interface mgmt', [], ['bridge sw0']],
])('of Open vSwitch: %s', async (_, marked, own, above, below) => {
  const { snapshot, file, offset } = await atDom0Cursor(
    `# file: /etc/network/interfaces
iface sw0 inet manual
    ovs_type OVSBridge
    ovs_ports eth0 mgmt
iface eth0 inet manual
    ovs_type OVSPort
    ovs_bridge sw0
iface mgmt inet dhcp
    ovs_type OVSIntPort
    ovs_bridge sw0
# file: /etc/xen/web.cfg
name = "web"
kernel = "/boot/a"
vif = [ 'bridge=sw0.10, script=vif-openvswitch' ]
`.replace(marked.replace('<|>', ''), marked),
  );
  const layer = layerAt(snapshot, file, offset);
  expect(layer && shown(layer)).toBe(own);
  expect(layersAbove(snapshot, file, offset).map(shown)).toEqual(above);
  expect(layersBelow(snapshot, file, offset).map(shown)).toEqual(below);
});
