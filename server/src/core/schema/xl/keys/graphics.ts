/** xl.cfg(5): display, Spice, other emulated hardware. */
import { filePath, text } from '../../values/text.ts';
import { xlMebibytes } from '../../values/xl-mebibytes.ts';
import type { KeyDoc } from '../key-doc.ts';
import { oneOf } from './choice.ts';
import { section } from './key-draft.ts';

const vgaKeys = section({ heading: 'Emulated VGA Graphics Device', guests: ['hvm'] }, [
  {
    name: 'videoram',
    shape: 'number',
    isReadForAll: true,
    value: xlMebibytes([8, 16, 32, 64, 128]),
    unit: 'MiB',
    default: '8, for stdvga 16, for qxl 128',
    summary: 'The memory of the emulated graphics card.',
    details: 'Less than the default of the card lets the start fail.',
  },
  {
    name: 'stdvga',
    shape: 'boolean',
    default: '0',
    deprecated: 'write `vga = "stdvga"`, or `vga = "cirrus"` for 0',
    summary: '1: the emulated card is a standard VGA; 0: a Cirrus. Ignored beside `vga`.',
  },
  {
    name: 'vga',
    shape: 'string',
    ...oneOf(
      {
        stdvga: 'a VESA card; for Windows since XP',
        cirrus: 'a Cirrus GD5446; knows low resolutions only',
        none: 'no card',
        qxl: 'a card for Spice; needs a driver and 128 MiB',
      },
      { unknown: 'refused' },
    ),
    default: 'cirrus',
    since: '4.3',
    summary: 'The emulated graphics card.',
  },
  {
    name: 'nographic',
    shape: 'boolean',
    default: '0',
    summary: 'No emulated graphics card: the console is the serial line.',
  },
]);

const displayKeys = section({ heading: 'Emulated VGA Graphics Device', guests: ['pv', 'hvm'] }, [
  {
    name: 'vnc',
    shape: 'boolean',
    isReadForAll: true,
    default: '1 for HVM, 0 for PV',
    summary: "Shows the guest's screen by VNC.",
    details:
      'For PV, 1 makes a paravirtual display of the keys beside it, unless `vfb` is there; without it they do nothing. Does nothing for PVH.',
  },
  {
    name: 'vnclisten',
    shape: 'string',
    usedWith: 'vnc',
    isReadForAll: true,
    value: text('an IP address of dom0, or ADDRESS:DISPLAY'),
    default: '127.0.0.1',
    summary: 'The address at which VNC listens.',
    details:
      '`0.0.0.0` opens the screen to the network: better 127.0.0.1 and an SSH tunnel. ADDRESS:DISPLAY beside `vncdisplay` is refused for HVM.',
  },
  {
    name: 'vncdisplay',
    shape: 'number',
    usedWith: 'vnc',
    isReadForAll: true,
    default: '0',
    summary: 'The VNC display; its TCP port is 5900 and this number.',
    details: 'Taken by another guest, the start fails, unless `vncunused` is 1.',
  },
  {
    name: 'vncunused',
    shape: 'boolean',
    usedWith: 'vnc',
    isReadForAll: true,
    default: '1',
    summary: 'Takes the first free display, counted from `vncdisplay`; `xl vncviewer` finds it.',
  },
  {
    name: 'vncpasswd',
    shape: 'string',
    usedWith: 'vnc',
    isReadForAll: true,
    value: text('a password; VNC looks at its first 8 characters'),
    isSecret: true,
    summary: 'The password for VNC.',
    details: 'An empty one switches the check off. It stands in clear text in this file and in XenStore.',
  },
  {
    name: 'keymap',
    shape: 'string',
    value: text('a keyboard layout of QEMU, such as de or en-us'),
    default: 'en-us',
    summary: 'The keyboard of whoever sits in front of the VNC viewer.',
  },
  {
    name: 'sdl',
    shape: 'boolean',
    isReadForAll: true,
    default: '0',
    summary: "Shows the guest's screen in a window on dom0's X display.",
  },
]);

/** Read beside `sdl`; the man page knows the last two as words of `vfb` only. */
const windowKeys = section({ heading: undefined, guests: ['pv', 'hvm'] }, [
  {
    name: 'opengl',
    shape: 'boolean',
    usedWith: 'sdl',
    isReadForAll: true,
    default: '0',
    summary: 'The window of `sdl` draws with OpenGL.',
  },
  {
    name: 'display',
    shape: 'string',
    usedWith: 'sdl',
    isReadForAll: true,
    value: text('an X display such as `:0`'),
    default: '$DISPLAY',
    since: '4.5',
    summary: 'The X display for `sdl`.',
  },
  {
    name: 'xauthority',
    shape: 'string',
    usedWith: 'sdl',
    isReadForAll: true,
    value: filePath('the path of an X authority file'),
    default: '$XAUTHORITY',
    since: '4.5',
    summary: 'The file with the right to open that display.',
  },
]);

const spiceKeys = section({ heading: 'Spice Graphics Support', guests: ['hvm'] }, [
  {
    name: 'spice',
    shape: 'boolean',
    default: '0',
    since: '4.2',
    summary: "Shows the guest's screen by Spice.",
    details: 'Needs `spiceport` or `spicetls_port`, and `spicepasswd` unless `spicedisable_ticketing` is 1.',
  },
  {
    name: 'spicehost',
    shape: 'string',
    usedWith: 'spice',
    value: text('an IP address of dom0'),
    default: 'all addresses',
    since: '4.2',
    summary: 'The address at which Spice listens.',
    details: 'Without it Spice is open to every network of dom0.',
  },
  {
    name: 'spiceport',
    shape: 'number',
    usedWith: 'spice',
    minimum: 1,
    maximum: 65535,

    since: '4.2',
    summary: 'The TCP port of Spice.',
  },
  {
    name: 'spicetls_port',
    shape: 'number',
    usedWith: 'spice',
    minimum: 1,
    maximum: 65535,

    since: '4.2',
    summary: 'The TCP port of Spice with encryption.',
  },
  {
    name: 'spicedisable_ticketing',
    shape: 'boolean',
    usedWith: 'spice',
    default: '0',
    since: '4.2',
    summary: 'Whoever reaches the port may watch and type, without a password.',
  },
  {
    name: 'spicepasswd',
    shape: 'string',
    usedWith: 'spice',
    value: text('a password'),
    isSecret: true,
    since: '4.2',
    summary: 'The password for Spice.',
    details: 'It stands in clear text in this file.',
  },
  {
    name: 'spiceagent_mouse',
    shape: 'boolean',
    usedWith: 'spice',
    default: '1',
    since: '4.2',
    summary: 'The agent in the guest places the mouse pointer.',
  },
  {
    name: 'spicevdagent',
    shape: 'boolean',
    usedWith: 'spice',
    default: '0',
    since: '4.4',
    summary: 'A line to the agent in the guest: mouse, screen size, clipboard.',
    details: 'The guest must run spice-vdagent.',
  },
  {
    name: 'spice_clipboard_sharing',
    shape: 'boolean',
    usedWith: 'spice',
    default: '0',
    since: '4.4',
    summary: 'Guest and viewer share the clipboard; needs `spicevdagent`.',
  },
  {
    name: 'spiceusbredirection',
    shape: 'number',
    minimum: 0,
    maximum: 4,

    default: '0',
    since: '4.4',
    summary: 'How many USB devices the viewer can hand to the guest.',
    details: 'Counts with `usbversion`; not beside `usb` or `usbdevice`.',
  },
  {
    name: 'spice_image_compression',
    shape: 'string',
    usedWith: 'spice',
    ...oneOf(
      {
        auto_glz: 'chosen by picture, GLZ among them',
        auto_lz: 'chosen by picture, LZ among them',
        quic: 'for photographs',
        glz: 'LZ with a history',
        lz: 'for drawn pictures',
        off: 'none',
      },
      { unknown: undefined },
    ),
    since: '4.6',
    summary: 'How Spice packs pictures.',
    details: 'QEMU does not start with another word.',
  },
  {
    name: 'spice_streaming_video',
    shape: 'string',
    usedWith: 'spice',
    ...oneOf({ filter: 'what looks like video', all: 'whatever changes fast', off: 'nothing' }, { unknown: undefined }),
    since: '4.6',
    summary: 'What Spice sends as video.',
    details: 'QEMU does not start with another word.',
  },
]);

const emulatedKeys = section({ heading: 'Miscellaneous Emulated Hardware', guests: ['hvm'] }, [
  {
    name: 'serial',
    shape: 'string-or-list',
    ...oneOf(
      {
        pty: 'a terminal for `xl console`',
        none: 'no line',
        null: 'a line that swallows all',
        stdio: 'input and output of QEMU',
        'file:/var/log/xen/NAME.log': 'a file',
        'tcp:127.0.0.1:4444,server,nowait': 'a TCP port',
      },
      { unknown: undefined, describe: 'a device as behind -serial of QEMU' },
    ),
    summary: 'Where the emulated serial lines lead.',
  },
  {
    name: 'soundhw',
    shape: 'string',
    ...oneOf(
      {
        hda: 'Intel HD Audio',
        ac97: 'Intel AC97',
        es1370: 'Ensoniq AudioPCI',
        adlib: 'AdLib',
        cs4231a: 'CS4231A',
        gus: 'Gravis Ultrasound',
        sb16: 'Sound Blaster 16',
        all: 'all that QEMU has',
      },
      { unknown: undefined, describe: 'a sound card of QEMU' },
    ),
    summary: 'The emulated sound card.',
  },
  {
    name: 'vkb_device',
    shape: 'boolean',
    default: '1',
    since: '4.13',
    summary: 'A paravirtual keyboard for the guest, where `vkb` gives none.',
  },
  {
    name: 'usb',
    shape: 'boolean',
    default: '0',
    summary: 'An emulated USB controller; needed for `usbdevice`.',
    details: 'Refused at start beside `usbversion` and `spiceusbredirection`.',
  },
  {
    name: 'usbversion',
    shape: 'number',
    ...oneOf(
      { 1: 'USB 1.1', 2: 'USB 2.0', 3: 'USB 3.0' },
      { unknown: 'fails-at-start', numbers: { minimum: 0, maximum: 3 } },
    ),
    since: '4.4',
    summary: 'The kind of the emulated USB controller.',
    details: 'Refused at start beside `usb` or `usbdevice`.',
  },
  {
    name: 'usbdevice',
    shape: 'string-or-list',
    ...oneOf(
      {
        tablet: 'a pointer with absolute places: the mouse fits that of the VNC viewer',
        mouse: 'a mouse',
        'host:1d6b:0002': 'a device of the host by vendor and product (`lsusb`)',
        'host:1.2': 'a device of the host by bus and address, without leading zeros',
      },
      { unknown: undefined, describe: 'a USB device of QEMU' },
    ),
    summary: 'Devices on the emulated USB controller.',
    details: 'Needs `usb = 1`. `host:` gives the guest a device of the host.',
  },
  {
    name: 'vendor_device',
    shape: 'string',
    ...oneOf(
      { none: 'no such device', xenserver: 'the device with ID C000, for the PV drivers of XenServer' },
      { unknown: 'refused', ignoresCase: true },
    ),
    default: 'none',
    since: '4.4',
    summary: "A device by which Windows finds a vendor's PV drivers.",
  },
]);

export const graphicsKeys: readonly KeyDoc[] = [
  ...vgaKeys,
  ...displayKeys,
  ...windowKeys,
  ...spiceKeys,
  ...emulatedKeys,
];
