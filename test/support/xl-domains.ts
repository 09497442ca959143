/** Whole domU configurations made by chance, as people write them: about half of them with a value that is none. */
import fc from 'fast-check';

type Text = fc.Arbitrary<string>;

/** The values of a key as they stand in the file: those that are meant, and those that xl refuses, drops or misreads. */
interface Values {
  readonly good: readonly string[];
  readonly odd?: readonly string[];
}

const q = (texts: readonly string[]): readonly string[] => texts.map((text) => `'${text}'`);

const actions: Values = {
  good: q(['destroy', 'restart', 'rename-restart', 'preserve', 'coredump-destroy', 'coredump-restart', 'soft-reset']),
  odd: q(['reboot', 'Destroy', '', 'restart ', 'shutdown']),
};

const flag: Values = { good: ['0', '1', "'1'", '"0"', '2'], odd: ["'yes'", "'True'", "''", '[ 1 ]', "'08'", '-1'] };

const count = (...good: readonly string[]): Values => ({
  good,
  odd: ["'x'", "'512M'", "''", '08', "'-1'", '0x1g', "[ '1' ]", "'9223372036854775808'", '1 2'],
});

/** Keys that every guest may have. */
const common: Readonly<Record<string, Values>> = {
  memory: count('512', "'1024'", '0x200', '01000'),
  maxmem: count('1024', '2048'),
  vcpus: count('1', '2', "'4'"),
  maxvcpus: count('4', '8'),
  cpu_weight: count('256', '512'),
  cap: count('0', '50'),
  on_poweroff: actions,
  on_reboot: actions,
  on_crash: actions,
  on_watchdog: actions,
  on_soft_reset: actions,
  nomigrate: flag,
  driver_domain: flag,
  localtime: flag,
  vpmu: flag,
  nestedhvm: flag,
  rtc_timeoffset: count('0', '3600', "'-3600'"),
  max_event_channels: count('1023'),
  max_grant_frames: { good: ['64', "'32'"], odd: ["'x'", "'-1'", "''", '[ 1 ]', '4294967295', '2147483648'] },
  max_maptrack_frames: { good: ['1024'], odd: ["'x'", "''", '2147483648'] },
  tsc_mode: {
    good: [...q(['default', 'native', 'NATIVE', 'always_emulate']), '0', '1', '2'],
    odd: [...q(['x', '']), '7', '[ 1 ]'],
  },
  passthrough: {
    good: q(['disabled', 'default', 'Disabled']),
    odd: q(['on', '', 'maybe', 'enabled', 'sync_pt', 'share_pt']),
  },
  uuid: {
    good: q(['6d1fd1a5-8a7d-4fb6-8b23-9b5d6ba2a6f1', '6D1FD1A58A7D4FB68B239B5D6BA2A6F1']),
    odd: q(['abc', '', '6d1fd1a5-8a7d-4fb6-8b23-9b5d6ba2a6f']),
  },
  cpus: {
    good: ["'all'", "'0-3'", "'0,2,4'", "'0-7,^3'", "'node:0'", "'nodes:0-1'", "'^1,2'", "[ '0', '1-2' ]", "''", '2'],
    odd: [
      ...q(['x', '0 - 3', '0,1 ,2', '^all', '0-', '3-1', 'all,1', '^0', 'node:', '1,,2', ',']),
      '[ 1, [ 2 ] ]',
      '[]',
      "[ 'x' ]",
    ],
  },
  cpus_soft: { good: ["'all'", "'0-3'", "[ '0', '1' ]"], odd: q(['x', '0 -1', '^all']) },
  pool: { good: q(['Pool-0']), odd: q(['Pool-7', '']) },
  root: { good: q(['/dev/xvda ro']), odd: ['[]'] },
  extra: { good: q(['console=hvc0', 'quiet']), odd: ["[ 'quiet' ]"] },
  cmdline: { good: q(['root=/dev/xvda console=hvc0']) },
  device_model_version: { good: q(['qemu-xen', 'qemu-xen-traditional']), odd: q(['qemu', '', 'Qemu-xen']) },
  device_model_args: { good: ["[ '-x' ]", '[]'], odd: ["'-x'", "[ '-x', [ 'y' ] ]"] },
  vuart: { good: q(['sbsa_uart', 'unknown']), odd: q(['x', '']) },
  tee: { good: q(['none', 'optee']), odd: q(['x', '']) },
  gic_version: { good: q(['v2', 'v3', 'default']), odd: q(['v4', '']) },
  seclabel: { good: ["''"], odd: ['[]'] },
  pci_permissive: flag,
  pci_seize: flag,
  pci_msitranslate: flag,
  pci_power_mgmt: flag,
  cpuid: {
    good: ["'host,htm=0'", "'host'", "[ '1:ecx=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0' ]", '[]'],
    odd: ["'x'", "'host,htm'", "[ '1:ecx=0' ]", "[ '1' ]", "''"],
  },
  vnuma: {
    good: ["[ [ 'pnode=0', 'size=512', 'vcpus=0' ] ]"],
    odd: ["[ [ 'pnode=0', 'size=512', 'vcpus=0-3' ] ]", "[ 'pnode=0' ]", "[ [ 'pnode=x' ] ]", "''", '[ [] ]', '[]'],
  },
  vsnd: {
    good: ["[ [ 'card, short-name=a', 'pcm, name=b', 'stream, type=p' ] ]"],
    odd: ["[ [ 'card, id=a' ] ]", "[ 'card' ]", "[ [ 'x' ] ]"],
  },
  llc_colors: { good: ["[ '0-3' ]"] },
  memmory: { good: ['512'] },
  dhcp: { good: q(['dhcp']) },
};

const listKeys: Readonly<Record<string, Values>> = {
  ioports: { good: q(['2f8-2ff', '0x3f8', '70']), odd: q(['x', '2ff-2f8', '', '10000', '1-x']) },
  iomem: {
    good: q(['fee00,1', '0xfee00,1', 'fee00,1@10']),
    odd: q(['x', 'fee00', 'fee00,', 'fee00,1@', '', 'fee00,1,x']),
  },
  irqs: { good: [...q(['5', '7']), '9'], odd: q(['0x5', 'x', '-1', '', '5a']) },
  usbctrl: {
    good: q(['type=auto', 'type=pv,version=2,ports=4', 'version=1']),
    odd: q(['type=x', 'foo=1', 'version', '']),
  },
  usbdev: {
    good: q(['hostbus=1,hostaddr=3', 'type=hostdev,hostbus=1,hostaddr=2']),
    odd: q(['type=x', 'hostbus', 'foo=1', '']),
  },
  channel: {
    good: q(['connection=pty', 'name=a,connection=socket,path=/x']),
    odd: q(['connection=x', 'connection=socket', 'name=a', 'x']),
  },
  vtpm: { good: q(['backend=0']), odd: q(['uuid=x,backend=0', 'x', '', 'uuid=6d1fd1a5-8a7d-4fb6-8b23-9b5d6ba2a6f1']) },
  p9: { good: q(['tag=a,path=/srv,security_model=none']), odd: q(['tag=a', 'x=1', 'tag', '']) },
  vkb: { good: q(['backend-type=linux', 'backend-type=qemu']), odd: q(['backend-type=x', 'backend=0', 'x=1', '']) },
  vdispl: {
    good: q(['connectors=a:640x480', 'be-alloc=1,connectors=a:1x2;b:3x4']),
    odd: q(['connectors=a', 'x=1', '']),
  },
  pvcalls: { good: q(['backend=0', '']), odd: q(['x=1', 'backend']) },
  dtdev: { good: q(['/soc/x', '']) },
  vfb: {
    good: q(['vnc=1', 'sdl=0,vnc=1,vnclisten=127.0.0.1', 'vncpasswd=x,vnc=1']),
    odd: q(['vnc=x', 'type=vnc', 'vnc', '', 'foo=1']),
  },
};

const hvm: Readonly<Record<string, Values>> = {
  boot: { good: q(['c', 'dc', 'n']), odd: q(['x', '']) },
  bios: { good: q(['seabios', 'ovmf', 'OVMF', 'rombios']), odd: q(['bios', '']) },
  firmware: { good: q(['bios', 'uefi', 'ovmf', 'seabios']), odd: q(['ovfm', '']) },
  hdtype: { good: q(['ide', 'ahci', 'AHCI']), odd: q(['scsi', '']) },
  vga: { good: q(['stdvga', 'cirrus', 'none', 'qxl']), odd: q(['x', 'STDVGA', '']) },
  stdvga: flag,
  videoram: count('16', '64'),
  vnc: flag,
  sdl: flag,
  usb: flag,
  acpi: flag,
  apic: flag,
  hpet: flag,
  hap: flag,
  vncdisplay: count('1', '2'),
  vnclisten: { good: q(['127.0.0.1', '0.0.0.0', '']), odd: q(['127.0.0.1:1', '::1', ':']) },
  vncpasswd: { good: q(['', 'x']) },
  spice: flag,
  spiceport: count('5930'),
  timer_mode: {
    good: [...q(['no_delay_for_missed_ticks', 'one_missed_tick_pending']), '1'],
    odd: [...q(['x', '']), '9'],
  },
  altp2m: { good: q(['disabled', 'mixed', 'external', 'limited']), odd: q(['x', '']) },
  ms_vm_genid: { good: q(['generate', 'none']), odd: q(['Generate', '', 'x']) },
  mmio_hole: { good: ['256', '3840'], odd: ['255', '3841', "'x'", '4096'] },
  viridian: { good: ['1', '0', "[ 'base', '!freq' ]", "[ 'defaults' ]"], odd: ["[ 'x' ]", "'yes'", "[ '' ]"] },
  vendor_device: { good: q(['none', 'xenserver']), odd: q(['x', '']) },
  mca_caps: { good: ["[ 'lmce' ]", '[]'], odd: ["[ 'x' ]", "'lmce'"] },
  gfx_passthru: { good: ['0', '1', "'igd'", "'default'"], odd: q(['x', '']) },
  serial: { good: ["'pty'", "[ 'pty', 'null' ]"], odd: ['[ 1, [ 2 ] ]'] },
  usbdevice: { good: ["'tablet'", "[ 'tablet', 'mouse' ]"] },
  soundhw: { good: q(['ac97']) },
  rdm: { good: q(['strategy=host', 'strategy=host,policy=strict']), odd: q(['strategy=x', 'x', '']) },
};

const diskTarget = [
  '/dev/vg/web',
  '/srv/a.img',
  'phy:/dev/vg/web',
  'file:/srv/a.img',
  'tap:aio:/srv/a.img',
  'raw:/a',
] as const;

const disk: Text = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('/dev/vg/web', '/srv/a.img', 'vg/web'),
        fc.constantFrom('raw', 'qcow2', '', 'vhd'),
        vdev(),
        access(),
      )
      .map((parts) => parts.join(',')),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...diskTarget.slice(2)), vdev(), access()).map((parts) => parts.join(',')),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        'format=raw, vdev=xvda, access=w, target=/dev/vg/web',
        'vdev=xvdb,target=/a,b.img',
        '/a,raw,hdc,devtype=cdrom',
      ],
      ...[
        ',raw,hdc,cdrom',
        '/a,raw,xvda,rw,direct-io-safe',
        '/a,raw,xvda,w,backend=dom1',
        '/a,,xvda,w,script=block-x,discard',
      ],
    ),
  },
);

const oddDisk: Text = fc.constantFrom(
  ...[
    '/a,xvda,w',
    '/a,raw ,xvda,w',
    ' /a , raw , xvda , w ',
    'phy:/a,xvda,w!',
    'target=/a,raw,xvda,w',
    'http://x,xvda,w',
  ],
  ...[
    '/a,raw',
    '/a',
    '',
    'raw',
    '/a,raw,xvda,w,foo=b',
    '/a,raw,xvda,w,x,y',
    '/a,raw,xvda,w,vdev=xvdb',
    'c:/a,xvda,w',
    'Format=raw,vdev=a',
  ],
  ...['/a,raw,xvda,x', '/a,RAW,xvda,w', '/a,raw,xvda,w,backendtype=x', '/a,raw,zz9,w', 'file:/a', '/a,raw,,w', 'xvda'],
);

function vdev(): Text {
  return fc.constantFrom('xvda', 'xvda1', 'xvdb', 'hda', 'hdc', 'sda2', 'd0p1', 'hdc:cdrom', 'hda:disk');
}

function access(): Text {
  return fc.constantFrom('w', 'r', 'rw', 'ro', '');
}

const vif: Text = fc
  .subarray([
    ...['mac=00:16:3e:01:02:03', 'bridge=xenbr0', 'ip=192.0.2.5', 'script=vif-bridge', 'vifname=web0', 'model=e1000'],
    ...[
      'type=vif',
      'type=ioemu',
      'rate=10Mb/s',
      'rate=1MB/s@20ms',
      'backend=dom1',
      'mtu=1500',
      'devid=1',
      'gatewaydev=eth0',
    ],
    'untrusted',
  ])
  .map((parts) => parts.slice(0, 4).join(','));

const oddVif: Text = fc.constantFrom(
  ...[
    'rate=10Mb',
    'rate=x',
    'rate=10Mb/s@',
    'rate=0Mb/s@0',
    'rate=',
    'mtu=x',
    'devid=x',
    'devid=-1',
    'bridge = xenbr0',
    'brige=a',
  ],
  ...[
    'mac=zz',
    'mac=00:16:3e:01:02',
    'type=netfront',
    'accel=x',
    'netdev=eth0',
    'x',
    ',,',
    'mac=00:16:3e:01:02:03;bridge=a',
    ' bridge=a',
  ],
);

const pci: Text = fc.constantFrom(
  ...[
    '01:00.0',
    '0000:01:00.1',
    '01:00.0@7',
    '01:00.*',
    '01:00.0,permissive=1',
    '01:00.0,rdm_policy=strict',
    'bdf=01:00.0',
  ],
);
const oddPci: Text = fc.constantFrom(
  ...[
    '01:00.8',
    '01:20.0',
    'x',
    '',
    '01:00.0,foo=1',
    '01:00.0,permissive',
    '01:00.0@20',
    '1:2.3,rdm_policy=x',
    '10000:01:00.0',
    '01:00.0.0',
  ],
);

type Line = fc.Arbitrary<readonly [string, string]>;

/** An entry of a table, now and then with an odd value. */
function fromTable(table: Readonly<Record<string, Values>>, oddness: number, isList = false): Line {
  return fc
    .constantFrom(...Object.entries(table))
    .chain(([key, { good, odd = good }]) =>
      fc
        .oneof(
          { weight: 100 - oddness, arbitrary: fc.constantFrom(...good) },
          { weight: oddness, arbitrary: fc.constantFrom(...odd) },
        )
        .map((value) => [key, isList ? `[ ${value} ]` : value] as const),
    );
}

/** A list of strings under a key; sometimes a string or a list in the list instead. */
function devices(key: string, good: Text, odd: Text, oddness: number): Line {
  const item = fc
    .oneof({ weight: 100 - oddness, arbitrary: good }, { weight: oddness, arbitrary: odd })
    .chain((text) => fc.constantFrom(`'${text}'`, `'${text}'`, `"${text}"`));
  const lists = fc
    .tuple(
      fc.array(item, { maxLength: 3 }),
      fc.constantFrom(', ', ',\n    ', ' , '),
      fc.constantFrom(' ]', ', ]', '\n]'),
    )
    .map(([items, comma, end]) => `[ ${items.join(comma)}${items.length === 0 ? ' ]' : end}`);
  const strange = fc
    .tuple(item, item)
    .chain(([one, two]) => fc.constantFrom(one, `[ ${one}, [ ${two} ], ${two} ]`, '[ 1 ]'));
  return fc
    .oneof({ weight: 100, arbitrary: lists }, { weight: Math.ceil(oddness / 3), arbitrary: strange })
    .map((value) => [key, value] as const);
}

/** What a guest needs to be accepted. */
const base: fc.Arbitrary<readonly (readonly [string, string])[]> = fc.constantFrom(
  [
    ['name', "'web'"],
    ['type', "'pv'"],
    ['kernel', "'/boot/vmlinuz'"],
  ],
  [
    ['name', '"web"'],
    ['type', '"pvh"'],
    ['kernel', '"/boot/vmlinuz"'],
    ['ramdisk', '"/boot/initrd.img"'],
  ],
  [
    ['name', "'web'"],
    ['type', "'hvm'"],
  ],
  [
    ['name', "'web'"],
    ['builder', "'hvm'"],
  ],
  [
    ['name', "'web'"],
    ['bootloader', "'pygrub'"],
  ],
  [
    ['name', "'web'"],
    ['type', "'pvh'"],
    ['firmware', "'pvgrub64'"],
  ],
);

const oddBase: fc.Arbitrary<readonly (readonly [string, string])[]> = fc.constantFrom(
  [['kernel', "'/boot/vmlinuz'"]],
  [
    ['name', "''"],
    ['kernel', "'/k'"],
  ],
  [
    ['name', "[ 'web' ]"],
    ['kernel', "'/k'"],
  ],
  [['name', "'web'"]],
  [
    ['name', "'web'"],
    ['type', "'HVM'"],
  ],
  [
    ['name', "'web'"],
    ['type', "'p'"],
    ['kernel', "'/k'"],
  ],
  [
    ['name', "'web'"],
    ['type', "''"],
  ],
  [
    ['name', "'web'"],
    ['builder', "'linux'"],
    ['kernel', "'/k'"],
  ],
  [
    ['name', "'web'"],
    ['type', "'pv'"],
    ['builder', "'hvm'"],
    ['kernel', "'/k'"],
  ],
  [
    ['name', "'web'"],
    ['type', "'pvh'"],
    ['firmware', "'uefi'"],
  ],
  [
    ['name', "'web'"],
    ['firmware', "'pvgrub'"],
  ],
  [
    ['name', "'web'"],
    ['kernel', "[ '/k' ]"],
  ],
);

const operator: Text = fc.constantFrom(' = ', ' = ', '=', '   = ');

function domain(oddness: number): Text {
  const line = fc.oneof(
    { weight: 5, arbitrary: fromTable(common, oddness) },
    { weight: 2, arbitrary: fromTable(hvm, oddness) },
    { weight: 2, arbitrary: fromTable(listKeys, oddness, true) },
    { weight: 3, arbitrary: devices('disk', disk, oddDisk, oddness) },
    { weight: 3, arbitrary: devices('vif', vif, oddVif, oddness) },
    { weight: 1, arbitrary: devices('pci', pci, oddPci, oddness) },
  );
  const bases = fc.oneof({ weight: 100 - oddness, arbitrary: base }, { weight: oddness, arbitrary: oddBase });
  const end: Text = fc.constantFrom('\n', '\n', '\n', '\n\n', ' # why\n', ' ; # one\n');
  return fc
    .tuple(bases, fc.array(fc.tuple(line, operator, end), { minLength: 2, maxLength: 9 }), fc.nat())
    .map(([needed, lines, place]) => {
      const written = lines.map(([[key, value], sign, last]) => `${key}${sign}${value}${last}`);
      const first = needed.map(([key, value]) => `${key} = ${value}\n`).join('');
      return written.toSpliced(place % (written.length + 1), 0, first).join('');
    });
}

const domainFile: Text = fc.oneof(
  { weight: 4, arbitrary: domain(1) },
  { weight: 5, arbitrary: domain(20) },
  { weight: 1, arbitrary: domain(40) },
);

/** Configurations by chance; the same seed gives the same ones. CPUs below 16 and NUMA nodes below 8, as on the fake host. */
export function generateDomainFiles(count: number, seed: number): readonly string[] {
  return fc.sample(domainFile, { numRuns: count, seed });
}
