import { text } from '../../values/text.ts';
import type { ParameterDoc } from '../parameter-doc.ts';
import { wholeNumber, zeroOrOne } from './values.ts';

const source = 'xl.cfg(5), Virtual Framebuffer; tools/xl/xl_parse.c, parse_config_data';

/** The parameters of `vfb`. */
export const vfbParameters: readonly ParameterDoc[] = [
  {
    name: 'vnc',
    value: zeroOrOne('No VNC server.', 'A VNC server shows the framebuffer.'),
    default: '1',
    summary: 'Whether a VNC server shows the framebuffer.',
    details: 'xl reads a number here: `vnc=yes` switches VNC off.',
    source,
  },
  {
    name: 'vnclisten',
    value: text('an address of dom0, with `:DISPLAY` behind it if wanted'),
    default: '127.0.0.1',
    summary: 'The address at which the VNC server listens.',
    details:
      'With `0.0.0.0` anybody who reaches dom0 reaches the console: set `vncpasswd`, or leave it at 127.0.0.1 and go through a tunnel. A display given here (`127.0.0.1:1`) must not be given by `vncdisplay`, too.',
    source,
  },
  {
    name: 'vncpasswd',
    value: text('a password'),
    summary: 'The password for VNC; only its first eight characters count.',
    details:
      'It stands in clear text in this file and in XenStore. Where there is none, or an empty one, no password is asked for. It cannot have a comma: the parameter ends there.',
    source,
  },
  {
    name: 'vncdisplay',
    value: wholeNumber('the number of a VNC display', [{ label: '0', detail: 'Port 5900.' }]),
    default: '0',
    summary: 'The number of the VNC display; the port is 5900 more.',
    details: 'With `vncunused=1` it is where the search for a free one begins.',
    source,
  },
  {
    name: 'vncunused',
    value: zeroOrOne('Exactly the display that `vncdisplay` names.', 'The first free display from `vncdisplay` on.'),
    default: '1',
    summary: 'Whether the first free display is taken, or exactly the given one.',
    details: 'Set it to 0 where the port has to be the same after each start.',
    source,
  },
  {
    name: 'keymap',
    value: text('the name of a keyboard layout of QEMU, such as `en-us` or `de`'),
    default: 'en-us',
    summary: 'The keyboard layout of those who look at the console.',
    source,
  },
  {
    name: 'sdl',
    value: zeroOrOne('No window.', 'A window on a display of dom0 shows the framebuffer.'),
    default: '0',
    summary: 'Whether a window in dom0 shows the framebuffer.',
    source,
  },
  {
    name: 'opengl',
    value: zeroOrOne('Draw without OpenGL.', 'Draw with OpenGL.'),
    default: '0',
    summary: 'Whether the window in dom0 is drawn with OpenGL; only with `sdl=1`.',
    source,
  },
  {
    name: 'display',
    value: text('an X display, such as `:0`'),
    summary: 'The X display on which the window opens.',
    default: 'the DISPLAY of xl',
    source,
  },
  {
    name: 'xauthority',
    value: text('the path of an Xauthority file'),
    summary: 'The file with the right to use the X display.',
    default: 'the XAUTHORITY of xl',
    source,
  },
];
