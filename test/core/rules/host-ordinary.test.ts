import { describe, expect, test } from 'vitest';
import { checkSnapshot, loadSnapshot, memoryAccess, memoryFile, rules } from '../../../server/src/core/index.ts';
import { mainPath } from '../../support/fixture.ts';

type Files = Readonly<Record<string, string>>;

const closed = 'up f=/proc/sys/net/ipv6/conf/$IFACE/disable_ipv6; if [ -e $f ]; then echo 1 > $f; fi';

const domU = (name: string, ...lines: readonly string[]): string =>
  `${[`name = "${name}"`, 'kernel = "/boot/vmlinuz"', 'memory = 512', ...lines].join('\n')}\n`;

const disk = (name: string): string =>
  `disk = [ "/dev/vg0/${name}-disk,raw,xvda2,w", "/dev/vg0/${name}-swap,raw,xvda1,w" ]`;

/** Dom0s as one meets them, with what is found in them: informations and hints alone. */
const dom0s: Readonly<Record<string, { readonly files: Files; readonly found: readonly string[] }>> = {
  'one bridge for all, as the Debian wiki has it': {
    files: {
      [mainPath]: `auto lo
iface lo inet loopback
iface eth0 inet manual
auto xenbr0
iface xenbr0 inet dhcp
    bridge_ports eth0
`,
      '/etc/xen/xl.conf': '# all as it comes\n',
      '/etc/xen/web.cfg': domU('web', disk('web'), "vif = [ 'mac=00:16:3e:00:00:01' ]"),
      '/etc/xen/mail.cfg': domU('mail', disk('mail'), "vif = [ 'mac=00:16:3e:00:00:02, bridge=xenbr0' ]"),
    },
    found: ['information domu-on-management-bridge'],
  },
  'a bridge that filters by VLAN, whose vifs name theirs': {
    files: {
      [mainPath]: `auto lo
iface lo inet loopback
iface eth0 inet manual
auto br0
iface br0 inet static
    address 192.0.2.2/24
    gateway 192.0.2.1
    bridge_ports eth0
    bridge_vlan_aware yes
`,
      '/etc/xen/web.cfg': domU('web', "vif = [ 'mac=00:16:3e:00:00:01, bridge=br0, vlan=10' ]"),
      '/etc/xen/mail.cfg': domU('mail', "vif = [ 'mac=00:16:3e:00:00:02, bridge=br0, vlan=20p/30' ]"),
    },
    found: [],
  },
  'xm-style: the bridge is called eth0': {
    files: {
      [mainPath]:
        'auto eth0\niface eth0 inet static\n    address 192.0.2.2/24\n    gateway 192.0.2.1\n    bridge_ports eno1\n',
      '/etc/xen/web.cfg': domU('web', "vif = [ 'mac=00:16:3e:00:00:01, bridge=xenbr0' ]"),
    },
    found: ['information domu-on-management-bridge'],
  },
  'a bridge for guests beside the management card': {
    files: {
      [mainPath]: `auto eth0
iface eth0 inet static
    address 192.0.2.2/24
    gateway 192.0.2.1
auto dmz
iface dmz inet manual
    bridge_ports eth1
    ${closed}
auto lan
iface lan inet manual
    bridge_ports eth2
    ${closed}
`,
      '/etc/xen/web.cfg': domU('web', disk('web'), "vif = [ 'mac=00:16:3e:00:00:01, bridge=dmz, ip=198.51.100.7' ]"),
      '/etc/xen/mail.cfg': domU('mail', disk('mail'), "vif = [ 'mac=00:16:3e:00:00:02, bridge=lan, ip=10.0.0.7' ]"),
      '/etc/xen/db.cfg': domU('db', disk('db'), "vif = [ 'mac=00:16:3e:00:00:03, bridge=lan, ip=10.0.0.8' ]"),
    },
    found: [],
  },
  'a dom0 that routes': {
    files: {
      [mainPath]: `auto eth0
iface eth0 inet static
    address 192.0.2.2/24
    gateway 192.0.2.1
    up sysctl -q -w net.ipv4.ip_forward=1
`,
      '/etc/xen/xl.conf': 'vif.default.script="vif-route"\n',
      '/etc/xen/web.cfg': domU('web', "vif = [ 'mac=00:16:3e:00:00:01, ip=198.51.100.7' ]"),
      '/etc/xen/mail.cfg': domU('mail', "vif = [ 'mac=00:16:3e:00:00:02, ip=198.51.100.8' ]"),
    },
    found: [],
  },
  'Open vSwitch': {
    files: {
      [mainPath]: `allow-ovs ovsbr0
iface ovsbr0 inet manual
    ovs_type OVSBridge
    ovs_ports eth1
allow-ovsbr0 eth1
iface eth1 inet manual
    ovs_bridge ovsbr0
    ovs_type OVSPort
auto eth0
iface eth0 inet dhcp
`,
      '/etc/xen/xl.conf': 'vif.default.script="vif-openvswitch"\nvif.default.bridge="ovsbr0"\n',
      '/etc/xen/web.cfg': domU('web', "vif = [ 'mac=00:16:3e:00:00:01, bridge=ovsbr0.10' ]"),
      '/etc/xen/mail.cfg': domU('mail', "vif = [ 'mac=00:16:3e:00:00:02, bridge=other:10:20' ]"),
    },
    found: [],
  },
  'ifupdown2, with an aware bridge': {
    files: {
      [mainPath]: `auto lo
iface lo inet loopback
iface eno1 inet manual
auto vmbr0
iface vmbr0 inet static
	address 192.0.2.2/24
	gateway 192.0.2.1
	bridge-ports eno1
	bridge-stp off
	bridge-fd 0
auto vmbr1
iface vmbr1 inet manual
	bridge-ports none
	bridge-stp off
	bridge-fd 0
	bridge-vlan-aware yes
	bridge-vids 2-4094
source /etc/network/interfaces.d/*
`,
      '/etc/xen/web.cfg': domU('web', "vif = [ 'mac=00:16:3e:00:00:01, bridge=vmbr1' ]"),
    },
    found: [],
  },
  'bridges that hook commands make': {
    files: {
      [mainPath]: `auto eth0
iface eth0 inet dhcp
    up brctl addbr lan0 || true
    up ip link set lan0 up
    up ip link add dmz0 type bridge
`,
      '/etc/xen/web.cfg': domU('web', "vif = [ 'mac=00:16:3e:00:00:01, bridge=lan0' ]"),
      '/etc/xen/mail.cfg': domU('mail', "vif = [ 'mac=00:16:3e:00:00:02, bridge=dmz0' ]"),
    },
    found: [],
  },
  'a network in the hands of another program': {
    files: {
      [mainPath]: 'source /etc/network/interfaces.d/*\nauto lo\niface lo inet loopback\n',
      '/etc/xen/web.cfg': domU('web', "vif = [ 'mac=00:16:3e:00:00:01, bridge=br0' ]"),
    },
    found: [],
  },
  'a file of its interfaces is not there': {
    files: {
      [mainPath]: 'source /etc/network/bridges\nauto eth0\niface eth0 inet dhcp\n',
      '/etc/xen/web.cfg': domU('web', "vif = [ 'mac=00:16:3e:00:00:01, bridge=br0' ]"),
    },
    found: [],
  },
  'domUs that share what they only read, and a driver domain': {
    files: {
      [mainPath]: `auto eth0\niface eth0 inet dhcp\nauto br0\niface br0 inet manual\n    bridge_ports eth1\n    ${closed}\n`,
      '/etc/xen/net.cfg': domU('net', "pci = [ '03:00.0' ]", "vif = [ 'mac=00:16:3e:00:00:09, bridge=br0' ]"),
      '/etc/xen/web.cfg': domU(
        'web',
        'disk = [ "/srv/tools.img,raw,xvdb,r" ]',
        "vif = [ 'mac=00:16:3e:00:00:01, bridge=guests, backend=net' ]",
      ),
      '/etc/xen/mail.cfg': domU(
        'mail',
        'disk = [ "/srv/tools.img,raw,xvdb,r" ]',
        "vif = [ 'mac=00:16:3e:00:00:02, bridge=guests, backend=net' ]",
      ),
    },
    found: [],
  },
};

async function findingsIn(files: Files): Promise<readonly string[]> {
  const settings = async () => ({ dialect: 'auto' as const, management: [] });
  const snapshot = await loadSnapshot(memoryAccess(files), memoryFile(mainPath), settings);
  if (snapshot === undefined) throw new Error('there is no interfaces file');
  return checkSnapshot(snapshot, rules, {}, () => 1).map(({ severity, rule }) => `${severity} ${rule}`);
}

describe('an ordinary dom0 gives no warning', () => {
  test.each(Object.entries(dom0s))('%s', async (_, { files, found }) => {
    expect(await findingsIn(files)).toEqual(found);
  });
});
