import type { UnreadKeyDoc } from './key-doc.ts';

/** Keys of other programs, of the same source each, with what to do instead. */
function unread(origin: string, source: string, advice: Readonly<Record<string, string | readonly [string, string]>>) {
  return Object.entries(advice).map(([name, words]): UnreadKeyDoc => {
    const [sentence, renamedTo] = typeof words === 'string' ? [words] : words;
    return { name, origin, advice: sentence, source, ...(renamedTo === undefined ? {} : { renamedTo }) };
  });
}

const kernelWords = "It made words of the kernel's command line: write them into `extra` yourself";
const deviceModelArguments = 'QEMU takes it as an argument: put it into `device_model_args_hvm`';

const ofXm = unread('xm', 'tools/python/xen/xm/create.py of Xen 4.4', {
  access_control: 'ACM policies are gone; XSM labels are written as `seclabel`.',
  audio: 'The emulated sound card is named in `soundhw`, such as `"hda"`.',
  autostart: 'A domU starts with the host when a link to its file is in /etc/xen/auto.',
  blkif: '`driver_domain = 1` makes a domU a back end for others.',
  bootargs: 'Write the arguments as a list into `bootloader_args`.',
  bootentry: 'Write the entry as arguments into `bootloader_args`, for pygrub such as `["--entry=1"]`.',
  bridge:
    'Write `bridge=NAME` into each string of `vif`; the default for all domUs is `vif.default.bridge` in xl.conf.',
  cdrom: 'A CD-ROM is an entry of `disk`, such as `"/srv/iso/install.iso,raw,hdc,cdrom"`.',
  cores_per_socket: 'xl does not set a topology; leave it out.',
  cpu: ['It pinned the first virtual CPU: write `cpus`, for that one alone as a list of one entry.', 'cpus'],
  cpu_cap: ['The limit of CPU time is called `cap`.', 'cap'],
  cpuid_check: 'xl checks nothing at migration; `cpuid` sets what the guest sees.',
  description: 'A comment does the same.',
  dhcp: `${kernelWords}, such as \`ip=dhcp\`, or configure the network in the guest.`,
  disk_other_config: 'Was for XenAPI; leave it out.',
  fda: `${deviceModelArguments}, such as \`["-fda", "/srv/floppy.img"]\`.`,
  fdb: `${deviceModelArguments}, such as \`["-fdb", "/srv/floppy.img"]\`.`,
  features: 'xl takes the features from the kernel itself; leave it out.',
  gateway: `${kernelWords} (\`ip=\`), or configure the network in the guest.`,
  guest_os_type: 'Leave it out.',
  hostname: `${kernelWords} (\`ip=\`), or set the name in the guest.`,
  hpet_override: ['There is no such key; the timer is switched by `hpet`.', 'hpet'],
  interface: `${kernelWords} (\`ip=\`), or configure the network in the guest.`,
  ip: `${kernelWords} (\`ip=\`), or configure the network in the guest. \`ip=\` in \`vif\` tells dom0 which address the guest may use.`,
  irq: 'Interrupts are a list: `irqs = [ 5 ]`.',
  isa: 'xl has no such platform; leave it out.',
  loader: 'xl finds hvmloader itself; another one is named in `firmware_override`.',
  macaddr: 'Write `mac=…` into each string of `vif`.',
  machine_address_size: 'xl does not limit addresses; leave it out.',
  memory_sharing: 'xl does not switch page sharing; leave it out.',
  monitor: `${deviceModelArguments}, such as \`["-monitor", "pty"]\`.`,
  monitor_path: `${deviceModelArguments} of \`-monitor\`.`,
  ne2000: 'Write `model=ne2k_pci` into the string of `vif`.',
  netif: '`driver_domain = 1` makes a domU a back end for others.',
  netmask: `${kernelWords} (\`ip=\`), or configure the network in the guest.`,
  nfs_root: `${kernelWords}, such as \`root=/dev/nfs nfsroot=SERVER:PATH\`.`,
  nfs_server: `${kernelWords}, such as \`root=/dev/nfs nfsroot=SERVER:PATH\`.`,
  nics: 'The number of interfaces is that of the strings in `vif`.',
  on_xend_start: 'There is no xend; a link in /etc/xen/auto starts the domU with the host.',
  on_xend_stop: 'There is no xend; /etc/default/xendomains says what becomes of domUs when the host goes down.',
  parallel: `${deviceModelArguments}, such as \`["-parallel", "/dev/parport0"]\`.`,
  restart: 'What happens at the end is set by `on_poweroff`, `on_reboot` and `on_crash`, each.',
  s3_integrity: 'Belonged to trusted boot under xend; leave it out.',
  shadow: ['The memory for page tables is called `shadow_memory`.', 'shadow_memory'],
  superpages: 'Xen uses large pages by itself; leave it out.',
  suppress_spurious_page_faults: 'Worked around a fault of old guests; leave it out.',
  target: 'Belonged to stub domains; `device_model_stubdomain_override = 1` has QEMU run in one.',
  vcpu_avail: 'Virtual CPUs online at the start are counted by `vcpus`, all of them by `maxvcpus`.',
  vhpt: 'Was for Itanium; leave it out.',
  vif_other_config: 'Was for XenAPI; leave it out.',
  vif_script:
    'Write `script=…` into each string of `vif`; the default for all domUs is `vif.default.script` in xl.conf.',
  vnc_auto: 'Write `vnc = 1`; `vncunused` takes a free display.',
  vncconsole: 'It opened a viewer: start the domU by `xl create -V`.',
  vscsi: 'xl has no paravirtual SCSI; give the device to the guest by `disk`, or its controller by `pci`.',
  vusb: 'USB is set by `usbctrl` and `usbdev`.',
});

const ofXl = unread('xl before 4.9', 'tools/libxl/xl_cmdimpl.c of Xen 4.8', {
  pvh: 'It switched to the first kind of PVH, which is gone: write `type = "pvh"`.',
});

const ofPools = unread('xl cpupool-create', 'xlcpupool.cfg(5); tools/xl/xl_cpupool.c', {
  nodes: 'Belongs into the file of a CPU pool; a domU is tied to NUMA nodes by `cpus = "nodes:0-1"`.',
  sched: 'Belongs into the file of a CPU pool; a domU gets the scheduler of its `pool`.',
});

/** Keys that people write into a domU's file and that xl never looks up, so that they do nothing, without a message. */
export const unreadKeys: readonly UnreadKeyDoc[] = [...ofXm, ...ofXl, ...ofPools];
