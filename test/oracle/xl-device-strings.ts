import fc from 'fast-check';

const one = (...words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);

/** Numbers as people and fuzzers write them. */
const numbers = ['0', '1', '2', '6', '8', '31', '010', '0x1f', ' 4', '4 ', '4k', 'x', '', '-1', '300', 'yes'];
const textual = ['a', 'Domain-0', '', ' ', 'a b', '\u00e9', 'a=b', '=', '0'];
/** What no language knows, or knows only in another shape. */
const strays = ['foo=1', 'foo', '', ' ', '\t', '=', '=1', ' = ', 'Backend=a', 'backend = a', 'backend', '-'];

/**
 * Strings of `name=value` with faults in between.
 *
 * @param required what half of them begin with
 */
function keyValues(parameters: Readonly<Record<string, readonly string[]>>, required = ''): fc.Arbitrary<string> {
  const known = Object.entries(parameters).map(([name, values]) =>
    fc
      .tuple(one('=', '=', '=', '=', '=', '=', '=', ' =', '= '), one(...values))
      .map(([sign, value]) => name + sign + value),
  );
  const part = fc.oneof({ weight: 20, arbitrary: fc.oneof(...known) }, { weight: 1, arbitrary: one(...strays) });
  const spaced = fc.tuple(one('', '', '', '', ' ', '  ', '\t'), part).map(([blank, text]) => blank + text);
  return fc
    .tuple(one('', required), fc.array(spaced, { maxLength: 4 }))
    .map(([first, parts]) => [first, ...parts].join(','));
}

const uuid = '01234567-89ab-cdef-0123-456789ABCDEF';
const connectors = [
  'a:1x2',
  'a:1x2;b:640x480',
  'a:1x',
  'a:x',
  'a',
  '',
  ';',
  'a: 1x 2',
  'a:1x2x',
  'a:b:1x2',
  'a:;b:1x2',
  'a:q;b:3',
];
const rates = ['8000', '8000;44100', '', ';', 'x', '010'];
const formats = ['s16_le', 'S8;u8', 'float_le', 'f32_be', '', 'zz'];
const common = { 'sample-rates': rates, 'sample-formats': formats, 'channels-min': numbers, 'buffer-size': numbers };

const vsndItem = fc
  .tuple(
    one('card', 'pcm', 'stream', 'CARD', 'Pcm', ' stream', 'card ', 'x'),
    keyValues({
      ...common,
      'short-name': textual,
      backend: textual,
      name: textual,
      'unique-id': textual,
      type: ['p', 'C', 'x', ''],
    }),
  )
  .map(([item, rest]) => (rest === '' ? item : `${item},${rest}`));

const vnumaSetting = fc.oneof(
  one('pnode=0', 'pnode=1', 'pnode=7', ' pnode = 1 ', 'pnode=x', 'pnode=', 'size=5', 'size=6 ', 'size=5x', 'size=-1'),
  one('size=5', 'size=6', 'size=7', 'pnode=0', 'pnode=0', 'vdistances=10', 'foo=1', 'size=5=6', '=1', 'size', '', ' '),
  one('vcpus=0', 'vcpus=0-1', 'vcpus=1,2', 'vcpus=x', 'vcpus=3-1', 'vcpus=0 - 1', 'vcpus=2-', 'vcpus=,', 'vcpus= '),
  one('vcpus=2', 'vcpus=3-4', 'vcpus=0-17', 'vcpus=20', 'vcpus=0x2', 'vdistances=20', 'vdistances=x', 'vdistances='),
);

const cpuidFlag = fc
  .tuple(
    one('tm', 'sse3', 'lahf-lm', 'lahf_lm', 'rdcl-no', 'family', 'model', 'nc', 'procpkg', 'foo', 'TM', ' tm', 'tm '),
    one('=', '=', '=', '=', ''),
    one('0', '1', 'x', 'k', 's', '2', 'z', '', 'x1', '0x1', ' 1', '15', '300', '-1', '1=0'),
  )
  .map((parts) => parts.join(''));

const bits = ['x'.repeat(32), `${'x'.repeat(31)}0`, '01xks'.repeat(6).slice(0, 30), `${'x'.repeat(31)}z`, '', '1'];
const register = fc.tuple(one('eax', 'ebx', 'ecx', 'edx', 'efx', 'ebx ', 'ax'), one('=', '=', '='), one(...bits));
const cpuidLeaf = fc
  .tuple(
    one('1', '0x80000001', '7', ' 1', '', 'x', '1 '),
    one('', '', ',0', ',', ',0x1', ', 1'),
    one(':', ':', ':', ':', ''),
    fc.array(
      fc.tuple(register, one(',', ',', ', ')).map(([parts, comma]) => parts.join('') + comma),
      { maxLength: 3 },
    ),
    one('', 'x', ' '),
  )
  .map(
    ([leaf, subleaf, colon, registers, rest]) =>
      leaf + subleaf + colon + registers.join('').replace(/, ?$/, '') + (registers.length > 0 ? '' : rest),
  );

/** By language, texts that are right, nearly right or wrong. Those of `vsnd` and `vnuma` stand in a list of their own. */
export const deviceStrings = {
  vfb: keyValues({
    vnc: numbers,
    vnclisten: ['0.0.0.0', '127.0.0.1:1', ''],
    vncpasswd: textual,
    vncdisplay: numbers,
    vncunused: numbers,
    keymap: ['de', ''],
    sdl: numbers,
    opengl: numbers,
    display: [':0', ''],
    xauthority: ['/x', ''],
  }),
  usbctrl: keyValues({ type: ['auto', 'PV', 'devicemodel', 'qusb', 'x', '', 'pv '], version: numbers, ports: numbers }),
  usbdev: keyValues({
    type: ['hostdev', 'HostDev', 'x', ''],
    hostbus: numbers,
    hostaddr: numbers,
    controller: numbers,
    port: numbers,
  }),
  channel: keyValues(
    {
      connection: ['pty', 'socket', 'pty', 'PTY', ' pty ', ''],
      name: textual,
      path: ['/x', '', ' '],
      backend: textual,
    },
    'connection=pty',
  ),
  vtpm: keyValues({ backend: textual, uuid: [uuid, uuid.slice(1), '', 'x'] }, 'backend=a'),
  p9: keyValues(
    {
      tag: textual,
      path: ['/x', ''],
      security_model: ['none', 'none', 'mapped', ''],
      backend: textual,
      type: ['qemu', 'xen_9pfsd'],
      'max-files': numbers,
    },
    'tag=a,path=/x,security_model=none',
  ),
  pvcalls: keyValues({ backend: textual }),
  vdispl: keyValues({ connectors, backend: textual, 'be-alloc': numbers }, 'connectors=a:1x2'),
  vkb: keyValues(
    {
      'backend-type': ['qemu', 'linux', 'LINUX', 'unknown', 'x', ''],
      'unique-id': textual,
      'feature-multi-touch': numbers,
      'multi-touch-width': numbers,
      'feature-abs-pointer': numbers,
      width: numbers,
      backend: textual,
    },
    'backend-type=qemu',
  ),
  virtio: keyValues({
    type: ['virtio,device22', 'virtio', 'virtio,device', 'other', ''],
    transport: ['mmio', 'MMIO', 'unknown', 'pci', ''],
    backend: textual,
    grant_usage: numbers,
  }),
  vsnd: vsndItem,
  vnuma: vnumaSetting,
  cpuid: fc
    .tuple(one('host', 'host', 'host', 'host', 'host', '', ' host', 'tm=0'), fc.array(cpuidFlag, { maxLength: 4 }))
    .map(([first, flags]) => [first, ...flags].join(',')),
  'cpuid in a list': cpuidLeaf,
} as const satisfies Readonly<Record<string, fc.Arbitrary<string>>>;
