import { text } from '../../values/text.ts';
import type { ParameterDoc } from '../parameter-doc.ts';
import { backendDomain, words } from './values.ts';

const source = 'xl.cfg(5), channel; xen-pv-channel(7); tools/xl/xl_parse.c, parse_config_data';

/** The parameters of `channel`. */
export const channelParameters: readonly ParameterDoc[] = [
  {
    name: 'connection',
    value: words([
      { label: 'pty', detail: 'A pseudo-terminal in the backend domain.' },
      { label: 'socket', detail: 'A Unix socket in the backend domain, at `path`.' },
    ]),
    required: true,
    summary: 'What the other end of the channel is.',
    details: 'Another word makes xl exit, and so does none.',
    source,
  },
  {
    name: 'name',
    value: text('a name, such as `org.example.agent.1`'),
    required: true,
    summary: 'By this name the guest finds the channel.',
    details: 'The guest reads it in XenStore. Where it is missing, libxl refuses the channel when the guest starts.',
    source,
  },
  {
    name: 'path',
    value: text('the path of a Unix socket'),
    summary: 'Where the socket is made; needed with `connection=socket`.',
    details: 'The device model listens there. With `connection=pty` it is not looked at.',
    source,
  },
  {
    name: 'backend',
    value: backendDomain,
    default: '0',
    summary: 'The domain that has the other end of the channel.',
    source,
  },
];
