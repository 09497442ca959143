import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../support/project-files.ts';
import { checkXl } from '../../support/xl.ts';

/** The head that xen-tools (xm.tmpl) writes above each configuration. */
const head = `#
# Configuration file for the Xen instance web, created
# by xen-tools 4.9.2 on Sat Mar  1 10:00:00 2025.
#
`;

/** What it writes between the head and the disks. */
const pygrub = `
#
#  Kernel + memory size
#


bootloader = 'pygrub'

vcpus       = '2'
memory      = '1024'

`;

const kernel = `
#
#  Kernel + memory size
#
kernel      = '/boot/vmlinuz-6.12.30+deb13-amd64'
extra       = 'elevator=noop'
ramdisk     = '/boot/initrd.img-6.12.30+deb13-amd64'

vcpus       = '2'
memory      = '1024'
maxmem      = '2048'

`;

/** What follows the network. */
const tail = `
#
#  Behaviour
#
on_poweroff = 'destroy'
on_reboot   = 'restart'
on_crash    = 'restart'

`;

const lvmDisks = `
#
#  Disk device(s).
#
root        = '/dev/xvda2 ro'
disk        = [
                  'phy:/dev/vg0/web-disk,xvda2,w',
                  'phy:/dev/vg0/web-swap,xvda1,w',
              ]


#
#  Physical volumes
#


#
#  Hostname
#
name        = 'web'

`;

const imageDisks = lvmDisks
  .replace('phy:/dev/vg0/web-disk', 'file:/srv/xen/domains/web/disk.img')
  .replace('phy:/dev/vg0/web-swap', 'file:/srv/xen/domains/web/swap.img');

const nfs = `#
# Configuration file for the Xen NFS-root instance web.
# Created by xen-tools 4.9.2 on Sat Mar  1 10:00:00 2025.
#

#
#  Common stuff.
#
kernel  = '/boot/vmlinuz-6.12.30+deb13-amd64'
ramdisk = '/boot/initrd.img-6.12.30+deb13-amd64'
memory  = '512'


# Name
name        = 'web'
hostname    = 'web'

#
#  Networking
#
`;

/** What xen-tools write since they know xl (xl.tmpl). */
function newer({ boot, type, vif }: { readonly boot: string; readonly type: string; readonly vif: string }): string {
  // QEMU knows whole disks only.
  const vdevs = type === 'hvm' ? ['xvda', 'xvdb'] : ['xvda2', 'xvda1'];
  return `${head}
#
#  Kernel + memory size
#
${boot}
vcpus = '1'
memory = '512'
type = '${type}'

#
#  Disk device(s).
#
disk = [
                  'vdev=${vdevs[0]}, target=/dev/vg0/web-disk',
                  'vdev=${vdevs[1]}, target=/dev/vg0/web-swap',
              ]

#
#  Hostname
#
name = 'web'

#
#  Networking
#
dhcp = 'dhcp'
vif = [ '${vif}' ]


`;
}

const ordinary = {
  'xen-tools: volumes, DHCP, pygrub': `${head}${pygrub}${lvmDisks}#
#  Networking
#
dhcp        = 'dhcp'
vif         = [ 'mac=00:16:3E:5A:01:02' ]
${tail}`,
  'xen-tools: volumes, a fixed address, a bridge, a kernel of dom0': `${head}${kernel}${lvmDisks}#
#  Networking
#
vif         = [ 'ip=192.168.1.10,mac=00:16:3E:5A:01:02,vifname=web,bridge=xenbr0' ]
${tail}`,
  'xen-tools: images, two addresses, administrators': `${head}${pygrub}${imageDisks}#
#  Networking
#
vif         = [ 'ip=192.168.1.10 192.168.1.11,mac=00:16:3E:5A:01:02,bridge=xenbr0' ]

xen_shell = 'ann, bob'
${tail}`,
  'xen-tools: images, nothing set': `${head}${pygrub}${imageDisks}#
#  Networking
#
dhcp        = 'dhcp'
vif         = [ '' ]
${tail}`,
  'xen-tools: root by NFS, DHCP': `${nfs}dhcp        = 'dhcp'
vif         = [ 'mac=00:16:3E:5A:01:02' ]

#  NFS options
nfs_server = '192.168.1.1'
nfs_root   = '/srv/nfs/web'
root       = '/dev/nfs'

`,
  'xen-tools: root by NFS, a fixed address': `${nfs}vif         = [ 'ip=192.168.1.10,mac=00:16:3E:5A:01:02' ]
ip        = '192.168.1.10'
netmask   = '255.255.255.0'
broadcast = '192.168.1.255'
gateway   = '192.168.1.1'

#  NFS options
nfs_server = '192.168.1.1'
nfs_root   = '/srv/nfs/web'
root       = '/dev/nfs'

`,
  'xen-tools for xl: a PVH guest with a kernel of dom0': newer({
    boot: `kernel = '/boot/vmlinuz-6.12.30+deb13-amd64'
ramdisk = '/boot/initrd.img-6.12.30+deb13-amd64'
cmdline = 'root=/dev/xvda2 ro console=hvc0'`,
    type: 'pvh',
    vif: 'ip=192.168.1.10,mac=00:16:3E:5A:01:02,vifname=web,bridge=xenbr0',
  }),
  'xen-tools for xl: a PV guest with pygrub': newer({
    boot: "bootloader = 'pygrub'",
    type: 'pv',
    vif: 'bridge=xenbr0',
  }),
  'xen-tools for xl: a PV guest with GRUB inside': newer({
    boot: "kernel = '/usr/lib/grub-xen/grub-x86_64-xen.bin'",
    type: 'pv',
    vif: 'mac=00:16:3E:5A:01:02,bridge=xenbr0',
  }),
  'xen-tools for xl: an HVM guest with UEFI': newer({
    boot: `firmware = 'uefi'
system_firmware = '/usr/share/ovmf/OVMF.fd'
serial = ['pty']`,
    type: 'hvm',
    vif: 'mac=00:16:3E:5A:01:02,bridge=xenbr0',
  }),
  'Xen: a PV guest': `# Paravirtualised Linux guest

# Name of the domain
name = "example.pvlinux"

# UUID; made up where it is not set
#uuid = "XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX"

kernel = "/boot/vmlinuz"
#ramdisk = "/boot/initrd.gz"
extra = "root=/dev/xvda1"

memory = 128
#maxmem = 512
vcpus = 2

vif = [ '' ]
disk = [ '/dev/vg/guest-volume,raw,xvda,rw' ]
`,
  'Xen: an HVM guest': `# Fully virtualised guest
name = "example.hvm"
type = "hvm"

memory = 128
#maxmem = 512
vcpus = 2

vif = [ '' ]
disk = [ '/dev/vg/guest-volume,raw,xvda,rw' ]

# Consoles: VNC, SDL or a serial line
sdl=1
serial='pty'
`,
  'Xen: a PVH guest': `# PVH Linux guest
name = "example.pvhlinux"
type = "pvh"

kernel = "/boot/vmlinuz"
#ramdisk = "/boot/initrd.gz"
extra = "root=/dev/xvda1"

memory = 512
vcpus = 2

vif = [ '' ]
disk = [ '/dev/vg/guest-volume,raw,xvda,rw' ]
`,
  'xm: an HVM guest with its CD-ROM': `kernel = "/usr/lib/xen-4.17/boot/hvmloader"
builder='hvm'
memory = 1024
name = "windows"
vif = [ 'type=ioemu, bridge=xenbr0' ]
disk = [ 'phy:/dev/vg0/windows,hda,w', 'file:/srv/iso/windows.iso,hdc:cdrom,r' ]
boot="dc"
sdl=0
vnc=1
vncpasswd=''
stdvga=0
serial='pty'
usbdevice='tablet'
`,
  'a guest with a volume for each file system, two vifs and pygrub': `name = 'shop'
bootloader = 'pygrub'
vcpus = 2
memory = 2048
disk = [
    'phy:/dev/vg0/shop-root,xvda,w',
    'phy:/dev/vg0/shop-home,xvdb,w',
    'phy:/dev/vg0/shop-mysql,xvdc,w',
]
vif = [
    'mac=00:16:3e:5a:01:02, bridge=xenbr0.20',
    'mac=00:16:3e:5a:01:03, bridge=xenbr1.40',
]
`,
};

test.each(Object.entries(ordinary))('%s: nothing above information', (_, text) => expectHarmless(text));

describe('the domUs of the example host', () => {
  const folder = join(ROOT, 'examples/etc/xen');

  test.each(readdirSync(folder).filter((name) => name.endsWith('.cfg')))('%s: nothing above information', (name) =>
    expectHarmless(readFileSync(join(folder, name), 'utf8')),
  );
});

function expectHarmless(text: string): void {
  const grave = checkXl(text).findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  expect(grave.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`)).toEqual([]);
}
