/**
 * The mistakes in domU configurations that Bridgewise set out to find, from the most harmful and common one on, and what
 * tells of each: a rule, with a file in which it does, or a paragraph of docs/not-checked.md that says why none does.
 */

/** A mistake that one file shows. */
export interface FoundMistake {
  readonly mistake: string;
  readonly rule: string;
  readonly text: string;
  /** The series of Xen, where it matters. */
  readonly xen?: string;
}

/** A mistake that only the files of a whole dom0 show; the rule's page has the files. */
export interface MistakeOfHost {
  readonly mistake: string;
  readonly hostRule: string;
}

/** A mistake that nothing tells of. */
export interface UncheckedMistake {
  readonly mistake: string;
  /** The words in bold with which the reason begins. */
  readonly reason: string;
}

const pv = (lines: string): string => `name = "a"\nkernel = "/k"\n${lines}\n`;
const hvm = (lines: string): string => `name = "a"\ntype = "hvm"\n${lines}\n`;
const found = (mistake: string, rule: string, text: string, xen?: string): FoundMistake => ({
  mistake,
  rule,
  text,
  ...(xen === undefined ? {} : { xen }),
});
const ofHost = (mistake: string, hostRule: string): MistakeOfHost => ({ mistake, hostRule });
const unchecked = (mistake: string, reason: string): UncheckedMistake => ({ mistake, reason });

/** All of them, in that order. */
export const mistakes: readonly (FoundMistake | MistakeOfHost | UncheckedMistake)[] = [
  ofHost('a bridge that dom0 does not have', 'vif-bridge-unknown'),
  ofHost('a disk that two domUs write to', 'shared-writable-disk'),
  found('target, vdev, access and no format', 'disk-without-format', pv('disk = [ "/dev/vg/a,xvda,w" ]')),
  found('a misspelt key', 'unknown-key', pv('memmory = 1024')),
  found('memory with a unit in quotes', 'not-a-number', pv('memory = "512MB"')),
  found('memory with a unit, without quotes', 'unquoted-value', pv('memory = 512MB')),
  found('a comment at the end without a newline', 'comment-without-newline', `${pv('')}# end`),
  found('lines that end as on Windows', 'carriage-return', 'name = "a"\r\nkernel = "/k"\r\n'),
  found('Python left over from xm', 'python-code', pv('import os')),
  found('no name', 'domain-without-name', 'kernel = "/k"\n'),
  ofHost('one name for two domUs', 'shared-domain-name'),
  found(
    'one MAC address for two vifs',
    'duplicate-mac',
    pv('vif = [ "mac=00:16:3e:00:00:01", "mac=00:16:3e:00:00:01" ]'),
  ),
  found('a vif that is no list', 'list-expected', pv('vif = "bridge=br0"')),
  found('a disk that is no list', 'list-expected', pv('disk = "/dev/vg/a,raw,xvda,w"')),
  found('nothing to boot', 'guest-without-kernel', 'name = "a"\n'),
  found('an HVM guest that does not say so', 'guest-without-kernel', 'name = "a"\nboot = "dc"\nvnc = 1\n'),
  found('builder for type', 'deprecated-key', 'name = "a"\nbuilder = "hvm"\n'),
  found('builder with a word of xm', 'unknown-guest-type', 'name = "a"\nkernel = "/k"\nbuilder = "linux"\n'),
  found('a type in capitals', 'unknown-guest-type', 'name = "a"\ntype = "HVM"\n'),
  found('a type cut short', 'shortened-value', pv('type = "p"')),
  found('more vcpus than maxvcpus', 'vcpus-above-maximum', pv('vcpus = 4\nmaxvcpus = 2')),
  found('more memory than maxmem', 'memory-above-maximum', pv('memory = 1024\nmaxmem = 512')),
  found('a command line without a kernel', 'kernel-parameters-without-kernel', hvm('extra = "quiet"')),
  found(
    'a kernel beside a boot loader',
    'kernel-beside-bootloader',
    pv('bootloader = "pygrub"\ndisk = [ "/a,raw,xvda,w" ]'),
  ),
  found('a boot loader without a disk', 'bootloader-without-disk', 'name = "a"\nbootloader = "pygrub"\n'),
  found('a boot loader for an HVM guest', 'key-for-other-guest', hvm('bootloader = "pygrub"')),
  found('hvmloader for a kernel', 'hvmloader-as-kernel', hvm('kernel = "/usr/lib/xen/boot/hvmloader"')),
  found('a key of HVM guests in another one', 'key-for-other-guest', pv('type = "pvh"\nboot = "c"')),
  found('one vdev for two disks', 'duplicate-vdev', pv('disk = [ "/a,raw,xvda,w", "/b,raw,xvda,w" ]')),
  found('a vdev that is none', 'unknown-vdev', pv('disk = [ "/a,raw,hde,w" ]')),
  found('a misspelt parameter of a vif', 'unknown-vif-parameter', pv('vif = [ "brige=br0" ]')),
  found('a MAC address that is none', 'unreadable-mac', pv('vif = [ "mac=zz,bridge=br0" ]')),
  found('a MAC address with hyphens', 'odd-mac-notation', pv('vif = [ "mac=00-16-3e-01-02-03" ]')),
  found('a MAC address of a group', 'unusable-mac', pv('vif = [ "mac=01:00:5e:00:00:01" ]')),
  unchecked('a MAC address of some maker of cards', 'A MAC address outside 00:16:3e without the local bit'),
  found('no MAC address', 'vif-without-mac', pv('vif = [ "bridge=br0" ]')),
  found('a blank behind the value of a vif', 'blank-behind-vif-value', pv('vif = [ "bridge=br0 " ]')),
  found('a semicolon in a vif', 'semicolon-in-vif', pv('vif = [ "mac=00:16:3e:01:02:03;bridge=br0" ]')),
  found('a rate without /s', 'unreadable-rate', pv('vif = [ "rate=10Mb" ]')),
  found('netdev and accel', 'deprecated-vif-parameter', pv('vif = [ "netdev=eth0" ]')),
  found('an emulated card without HVM', 'emulated-vif-without-hvm', pv('vif = [ "type=ioemu" ]')),
  found('a model that nothing emulates', 'unused-vif-model', pv('vif = [ "model=e1000" ]')),
  found('a name of a vif that is too long', 'impossible-vif-name', pv('vif = [ "vifname=a-very-long-interface" ]')),
  found('a list in the list of disks', 'wrong-list-depth', pv('disk = [ [ "/a,raw,xvda,w" ] ]')),
  found('no comma between two strings', 'missing-comma', pv('disk = [ "/a,raw,xvda,w" "/b,raw,xvdb,w" ]')),
  found('a list that does not end', 'unclosed-list', pv('disk = [ "/a,raw,xvda,w",')),
  found('a list on the line below its key', 'value-on-next-line', pv('disk =\n[ "/a,raw,xvda,w" ]')),
  found('a comma behind a value', 'extra-comma', pv('memory = 512,')),
  found('a word without quotes', 'unquoted-value', 'name = web\nkernel = "/k"\n'),
  found('yes and no in quotes', 'not-a-number', hvm('acpi = "off"')),
  found('a hyphen in a key', 'invalid-key', pv('llc-colors = [ "0" ]')),
  found('a negative number without quotes', 'unquoted-value', pv('rtc_timeoffset = -3600')),
  found('a number that begins with 0', 'octal-number', pv('memory = 0512')),
  found('a backslash before what is no escape', 'invalid-escape', pv('extra = "a\\q"')),
  found('a key that is set twice', 'repeated-key', pv('vcpus = 1\nvcpus = 2')),
  found('+= with a number', 'number-joined', pv('memory += 2')),
  found(
    'root and extra beside cmdline',
    'ignored-root-and-extra',
    pv('extra = "quiet"\ncmdline = "root=/dev/xvda"\ndisk = [ "/a,raw,xvda,w" ]'),
  ),
  found(
    'a root that is no disk of the guest',
    'root-without-disk',
    pv('root = "/dev/sda1"\ndisk = [ "/a,raw,xvda1,w" ]'),
  ),
  found('an action that there is not', 'unknown-value', pv('on_crash = "reboot"')),
  unchecked('a guest that crashes and starts for ever', '`on_crash = "restart"`'),
  found('a PCI address without its function', 'unreadable-pci', pv('pci = [ "01:00" ]')),
  found('a PCI device for a PVH guest', 'pci-on-pvh', pv('type = "pvh"\npci = [ "01:00.0" ]')),
  found('a PCI device and a balloon', 'pci-with-ballooning', hvm('memory = 512\nmaxmem = 1024\npci = [ "01:00.0" ]')),
  ofHost('one PCI device for two domUs', 'shared-pci-device'),
  found('a policy in rdm', 'rdm-policy-dropped', hvm('rdm = "strategy=host,policy=strict"')),
  found('a list of CPUs without any', 'unreadable-cpu-list', pv('vcpus = 1\ncpus = "1,^1"')),
  found('blanks in a list of CPUs', 'unreadable-cpu-list', pv('vcpus = 1\ncpus = "0 - 3"')),
  found('CPUs without vcpus', 'cpus-without-vcpus', pv('cpus = "0"'), '4.17'),
  found('a qcow2 image as a raw one', 'disk-format-mismatch', pv('disk = [ "/a.qcow2,raw,xvda,w" ]')),
  found('old prefixes of disks', 'deprecated-disk-syntax', pv('disk = [ "tap:aio:/a,xvda,w" ]')),
  found('a URL for a disk', 'unknown-disk-prefix', pv('disk = [ "http://x/a,xvda,w" ]')),
  found('the access w! of xm', 'unknown-disk-access', pv('disk = [ "phy:/a,xvda,w!" ]')),
  found('parameters behind target=', 'target-not-last', pv('disk = [ "target=/a,raw,xvda,w" ]')),
  found('a blank behind a part of a disk', 'blank-in-disk', pv('disk = [ "/a,raw ,xvda,w" ]')),
  found('a CD-ROM to be written', 'writable-cdrom', hvm('disk = [ "/a.iso,raw,hdc,cdrom,access=w" ]')),
  found('a CD-ROM that nothing emulates', 'cdrom-not-emulated', hvm('disk = [ "/a.iso,raw,xvde,cdrom" ]')),
  found('too little memory for the graphics card', 'videoram-too-small', hvm('stdvga = 1\nvideoram = 4')),
  found('usb beside usbversion', 'usb-with-usbversion', hvm('usb = 1\nusbversion = 2')),
  found('ROMBIOS', 'unsupported-rombios', hvm('bios = "rombios"')),
  found('timer_mode for a PV guest', 'key-for-other-guest', pv('timer_mode = "no_delay_for_missed_ticks"')),
  found('a mode by its number', 'deprecated-value-form', pv('tsc_mode = 1')),
  found('device_model', 'deprecated-key', hvm('device_model = "/usr/lib/xen/bin/qemu-dm"')),
  found(
    'the QEMU that newer series have no more',
    'unknown-value',
    hvm('device_model_version = "qemu-xen-traditional"'),
    '4.22',
  ),
  unchecked('a guest without the platform device', '`xen_platform_pci = 0`'),
  unchecked('viridian for Linux, or not for Windows', '`viridian` and `localtime`'),
  unchecked('local time for Linux', '`viridian` and `localtime`'),
  found('a misspelt firmware', 'unknown-firmware', hvm('firmware = "ovfm"')),
  found(
    'NUMA nodes that do not fit the guest',
    'unusable-vnuma',
    hvm('vnuma = [ [ "pnode=0", "size=512", "vcpus=0-1" ] ]\nmaxmem = 1024'),
  ),
  found('a number of grant frames that is none', 'not-a-number', pv('max_grant_frames = "x"')),
  found('a key that came later', 'key-of-newer-xen', pv('llc_colors = [ "0" ]'), '4.17'),
  found('keys of xm', 'unread-key', pv('hostname = "web"')),
  found('a byte order mark', 'xl-byte-order-mark', `\uFEFF${pv('')}`),
  found('a UUID that is none', 'malformed-uuid', pv('uuid = "abc"')),
  found('VNC for the whole network', 'vnc-open-to-network', hvm('vnclisten = "0.0.0.0"')),
  found('a password in clear text', 'secret-in-file', hvm('vncpasswd = "tulip5"')),
  found(
    'Spice without a password',
    'spice-without-password',
    hvm('spice = 1\nspiceport = 5930\nspicedisable_ticketing = 1'),
  ),
  found('an empty password', 'empty-vnc-password', hvm('vncpasswd = ""')),
  found(
    'a PCI device whose guest may write all its registers',
    'permissive-pci',
    pv('pci = [ "01:00.0,permissive=1" ]'),
  ),
  unchecked("dom0's own card for a guest", 'A PCI device that dom0 needs itself'),
  unchecked('an image without a format', 'A disk without a format, or an image with `raw`'),
  found(
    "a boot loader that reads the guest's disk in dom0",
    'bootloader-in-dom0',
    'name = "a"\nbootloader = "pygrub"\ndisk = [ "/a,raw,xvda,w" ]\n',
  ),
  unchecked('QEMU as root', 'QEMU as root'),
  found('raw hardware', 'raw-hardware-access', pv('ioports = [ "2f8-2ff" ]')),
  unchecked('devices of the host for a guest', 'Graphics cards and USB devices that are handed to a guest'),
  ofHost('a vif that may use any address', 'vif-without-ip'),
  found('a script that others than root write', 'unprotected-program', pv('vif = [ "script=/home/ann/vif" ]')),
];
