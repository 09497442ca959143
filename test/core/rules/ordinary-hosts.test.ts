import { expect, test } from 'vitest';
import { checkFiles, mainPath } from '../../support/fixture.ts';

/** Hosts as one meets them, each in the way of its kind. */
const hosts = {
  'Proxmox, with a bridge for guests beside that of the host': `auto lo
iface lo inet loopback

iface eno1 inet manual
iface eno2 inet manual

auto vmbr0
iface vmbr0 inet static
	address 192.168.1.2/24
	gateway 192.168.1.1
	bridge-ports eno1
	bridge-stp off
	bridge-fd 0

iface vmbr0 inet6 static
	address 2001:db8::2/64
	gateway 2001:db8::1

auto vmbr1
iface vmbr1 inet manual
	bridge-ports eno2
	bridge-stp off
	bridge-fd 0
	bridge-vlan-aware yes
	bridge-vids 2-4094
`,
  'Proxmox at a hosting company, with a routed network for guests': `source /etc/network/interfaces.d/*

auto lo
iface lo inet loopback
iface lo inet6 loopback

iface enp0s31f6 inet manual

auto vmbr0
iface vmbr0 inet static
  address 198.51.100.10/32
  gateway 198.51.100.1
  pointopoint 198.51.100.1
  bridge-ports enp0s31f6
  bridge-stp off
  bridge-fd 0
  up ip route add 203.0.113.8/29 dev vmbr1

auto vmbr1
iface vmbr1 inet static
  address 198.51.100.10/32
  bridge-ports none
  bridge-stp off
  bridge-fd 0
`,
  'LXC with translated addresses': `auto eth0
iface eth0 inet dhcp

auto lxcbr0
iface lxcbr0 inet static
    bridge_ports none
    bridge_fd 0
    bridge_maxwait 0
    address 10.0.3.1/24
    up iptables -t nat -A POSTROUTING -s 10.0.3.0/24 ! -d 10.0.3.0/24 -j MASQUERADE

auto br1
iface br1 inet static
    bridge_ports none
    address 10.0.4.1/24
`,
  'Open vSwitch': `auto br0
allow-ovs br0
iface br0 inet static
    address 10.0.0.2/24
    gateway 10.0.0.1
    ovs_type OVSBridge
    ovs_ports eth0
allow-br0 eth0
iface eth0 inet manual
    ovs_bridge br0
    ovs_type OVSPort
`,
  'a Raspberry Pi as an access point': `source-directory /etc/network/interfaces.d
auto lo
iface lo inet loopback
allow-hotplug eth0
iface eth0 inet manual
allow-hotplug wlan0
iface wlan0 inet manual
auto br0
iface br0 inet dhcp
bridge_ports eth0 wlan0
`,
  'KVM on an old Debian': `auto lo
iface lo inet loopback
auto eth0
iface eth0 inet manual
auto br0
iface br0 inet static
  address 192.168.0.10
  network 192.168.0.0
  netmask 255.255.255.0
  broadcast 192.168.0.255
  gateway 192.168.0.1
  dns-nameservers 192.168.0.1
  bridge_ports eth0
  bridge_stp off
  bridge_fd 0
  bridge_maxwait 0
`,
  'a cloud image': `# This file is generated from information provided by the datasource.
auto lo
iface lo inet loopback
    dns-nameservers 10.0.0.2
auto eth0
iface eth0 inet dhcp
    metric 100
iface eth0 inet6 dhcp
`,
  'a router': `auto lo
iface lo inet loopback
auto wan
iface wan inet dhcp
    up iptables-restore < /etc/iptables.rules
auto br-lan
iface br-lan inet static
    address 192.168.1.1/24
    bridge_ports lan1 lan2 wlan0
auto br-guest
iface br-guest inet static
    address 192.168.2.1/24
    bridge_ports wlan1
`,
  'a Xen host as the Debian wiki has it': `auto lo
iface lo inet loopback

iface eth0 inet manual

auto xenbr0
iface xenbr0 inet dhcp
    bridge_ports eth0

#other possibly useful options in a virtualized environment
  #bridge_stp off       # disable Spanning Tree Protocol
  #bridge_waitport 0    # no delay before a port becomes available
  #bridge_fd 0          # no forwarding delay

## configure a (separate) bridge for the DomUs without giving Dom0 an IP on it
#iface xenbr1 inet manual
#    bridge_ports eth1
`,
  'bridges that inherit': `iface guestbridge inet manual
  bridge_stp off
  bridge_fd 0
  up sysctl -q -w net.ipv6.conf.$IFACE.disable_ipv6=1
auto br1
iface br1 inet manual inherits guestbridge
  bridge_ports eth1
auto br2
iface br2 inherits guestbridge
  bridge_ports eth2
auto eth0
iface eth0 inet dhcp
`,
  'a mapping': `auto br0
mapping br0
  script /usr/local/bin/guess
  map a br0-a
iface br0-a inet dhcp
  bridge_ports eth0
`,
};

test.each(Object.entries(hosts))('%s: nothing is found', async (_, text) => {
  const { findings } = await checkFiles({ [mainPath]: text });
  expect(findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`)).toEqual([]);
});
