import { describe, expect, test } from 'vitest';
import { looksLikeXl, xlKindOfPath } from '../../../../server/src/core/syntax/xl/sniff.ts';

test.each([
  ['/etc/xen/web.cfg', 'domain'],
  ['/hosts/alpha/etc/xen/web.cfg', 'domain'],
  ['/etc/xen/auto/web', 'domain'],
  ['/home/admin/web.xl', 'domain'],
  ['/home/admin/web.xlcfg', 'domain'],
  ['/srv/xen/guests/web.pvh', 'domain'],
  ['/etc/xen/xl.conf', 'xl.conf'],
  ['/etc/xen/xen.cfg', undefined],
  ['/boot/efi/EFI/xen.cfg', undefined],
  ['/etc/xen-tools/xen-tools.conf', undefined],
  ['/etc/xen-tools/xm.tmpl', undefined],
  ['/srv/web.pv', undefined],
] as const)('by its path, %s is for %s', (path, kind) => expect(xlKindOfPath(path)).toBe(kind));

describe('by what it says', () => {
  test.each([
    ['a PV guest', "name = 'web'\nmemory = 512\n"],
    ['quoted numbers', 'vcpus = "2"\n'],
    ['a list of disks', "disk = [ 'phy:/dev/vg/web,xvda,w' ]\n"],
    ['a guest type', "type = 'pvh'\n"],
    ['a kernel and its command line', 'kernel = "/boot/vmlinuz"\nextra = "console=hvc0"\n'],
    ['a file in CRLF, with a byte order mark', '\uFEFFname = "web"\r\nmemory = 512\r\n'],
    ['Python of xm', 'import os\n\nname = "VM%d" % vmid\nmemory = 512\ndisk = [ \'phy:hda%d,hda1,w\' % (vmid) ]\n'],
    ['a quote that is missing', "name = \"web\nmemory = 512\nvif = [ 'bridge=br0' ]\n"],
    ['a value without quotes', 'name = web\nkernel = "/vmlinuz"\nmemory = 512\ndisk = [ "a" ]\n'],
    ['a list without its end', "disk = [ 'phy:/dev/a,xvda,w'\nvif = [ '' ]\n"],
    [
      'no quotes, and disks without brackets',
      "name = web\nmemory = 512\ndisk = 'phy:/dev/a,xvda,w', 'phy:/dev/b,xvdb,w'\n",
    ],
    ['colons for equals signs', "name : web\nmemory : 512\nvif = ['bridge=xenbr0']\n"],
    ['keys without a sign', 'kernel "/boot/vmlinuz"\nname "web"\nvif = [\'bridge=xenbr0\'\n'],
    ['two equals signs', "name == web\nvcpus == 2\ndisk == [ 'phy:/dev/a,xvda,w' ]\n"],
    ['typographic quotes', 'name = “web”\nkernel = “/boot/vmlinuz”\nvcpus = “2”\ndisk = [ “phy:/dev/a,xvda,w” ]\n'],
    ['a list in typographic quotes', 'name = ‘web’\nmemory = 512\nvif = „bridge=xenbr0”\n'],
  ])('%s: a domU', (_, text) => expect(looksLikeXl(text)).toBe('domain'));

  test.each([
    ['xl.conf', '## Global\nautoballoon="off"\nvif.default.bridge="xenbr1"\n', 'xl.conf'],
    ['a CPU pool', 'name = "Pool-1"\nsched = "credit2"\ncpus = [ "2", "3" ]\n', 'cpupool'],
    ['a guest with a pool', 'name = "web"\npool = "Pool-1"\ncpus = "2"\nmemory = 512\n', 'domain'],
  ])('%s', (_, text, kind) => expect(looksLikeXl(text)).toBe(kind));
});

describe('in another language', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['comments alone', '# name = "web"\n# memory = 512\n'],
    ['a name alone, which tells nothing', 'name = "web"\n'],
    ["EFI's xen.cfg", '[global]\ndefault=debian\n\n[debian]\noptions=console=vga\nkernel=vmlinuz root=/dev/sda1\n'],
    ['a section before all else', '[domain]\nname = "web"\nmemory = 512\nvif = [ "" ]\n'],
    [
      'xen-tools.conf',
      'lvm = vg0\ninstall-method = debootstrap\nsize = 4Gb\nmemory = 256M\nswap = 128M\ndist = `xt-guess-suite`\ngateway = 192.0.2.1\nkernel = /boot/vmlinuz-`uname -r`\nvcpus = 2\n',
    ],
    [
      'xen-tools.conf and a domU',
      "install-method = debootstrap\nname = 'web'\nmemory = 512\ndisk = [ 'phy:/dev/a,xvda,w' ]\n",
    ],
    ['xen-tools.conf, a method first', 'install-method = debootstrap\nmemory = "256"\nvcpus = "2"\n'],
    [
      'xm.tmpl',
      "{\nif ( $kernel )\n{\n$OUT.= \"kernel = '$kernel'\\n\";\n}\n}\nvcpus = '{$vcpus}'\nmemory = '512'\nname = '{$hostname}'\n",
    ],
    ['HAProxy', 'global\n    daemon\n    maxconn 256\ndefaults\n    mode http\nlisten web\n    bind *:80\n'],
    ['OpenSSL', 'HOME = .\n[ req ]\ndefault_bits = 2048\nname = "x"\n'],
    ['PHP', '[PHP]\nmemory_limit = 128M\nextension=curl\n'],
    ['PHP without a section', 'memory_limit = 128M\nextension=curl\nerror_reporting = E_ALL\n'],
    ['systemd', '[Unit]\nDescription=x\n[Service]\nType=oneshot\n'],
    ['Python packaging', '[metadata]\nname = web\ntype = "hvm"\n'],
    ['a shell', 'NAME="web"\nMEMORY=512\nvcpus=2\n'],
    ['a kernel configuration', 'CONFIG_XEN=y\nCONFIG_XEN_BLKDEV_FRONTEND=m\n'],
    ['sysctl', 'kernel.panic = 10\nvm.swappiness=10\nnet.ipv4.ip_forward=1\n'],
    ['PostgreSQL', "listen_addresses = 'localhost'\nport = 5432\nshared_buffers = 128MB\n"],
    ['libvirt', 'vnc_listen = "0.0.0.0"\nuser = "root"\ncgroup_controllers = [ "cpu", "devices" ]\nmax_queued = 0\n'],
    ['libconfig', 'version = "1.0";\nname = "web";\napplication:\n{\n  window = { title = "x"; };\n};\n'],
    ['HCL', 'name = "web"\nmemory = 512\nresource "a" "b" {\n  type = "hvm"\n}\n'],
    ['TOML', 'title = "x"\n[owner]\nname = "web"\nmemory = 512\n'],
    ['Nagios', 'cfg_file=/etc/nagios/commands.cfg\nlog_file=/var/log/nagios.log\n'],
    ['GRUB', 'set default="0"\nmenuentry "Debian" {\n  linux /vmlinuz root=/dev/sda1\n}\n'],
    ['isc-dhcpd', 'option domain-name "example.org";\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n}\n'],
    ['nginx', 'worker_processes 4;\nhttp {\n  server_name "web";\n}\n'],
    ['a Quake server', 'seta name "web"\nset memory 512\n'],
    ['Kickstart', 'install\nlang en_US\nrootpw --plaintext x\nbootloader --location=mbr\n'],
    ['ZooKeeper', 'tickTime=2000\ndataDir=/var/zookeeper\nclientPort=2181\n'],
    ['interfaces', 'auto lo\niface lo inet loopback\n'],
    ['a VMware machine', '.encoding = "UTF-8"\nmemsize = "512"\nscsi0.present = "TRUE"\n'],
    ['uci', "config interface 'lan'\n\toption type 'bridge'\n\toption ifname 'eth0'\n"],
    ['JSON', '{\n  "name": "web",\n  "memory": 512\n}\n'],
    ['YAML', 'name: web\nmemory: 512\nvcpus: 2\n'],
    ['YAML with disks', "name: web\nmemory: 512\nvcpus: 2\ndisk: [ 'phy:/dev/a,xvda,w' ]\n"],
    ['variables of a shell', 'name=web\nmemory=512M\nkernel=$boot/vmlinuz\ndisk="/dev/vg/web"\n'],
    ['a puppet template', "<%- | String $name | -%>\nname = '<%= $name %>'\nmemory = '<%= $memory %>'\n"],
    ['prose', "It's a text. name = web, memory = 512; more to come.\n"],
  ])('%s', (_, text) => expect(looksLikeXl(text)).toBeUndefined());
});
