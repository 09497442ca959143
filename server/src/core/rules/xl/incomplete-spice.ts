import { spiceServerOf } from '../../model/xl/spice.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const incompleteSpice: XlRule = {
  name: 'incomplete-spice',
  group: 'xl',
  severity: 'error',
  summary: 'Spice is on and has no port, or a password is asked for and there is none: the guest does not start.',
  refuses: false,
  kinds: ['domain'],
  fixes: [],
  *check({ config }) {
    const server = spiceServerOf(config);
    if (server === undefined || config.tree.problems.length > 0) return;
    const location = placeIn(config, server.line.key.span);
    if (!server.hasPort)
      yield {
        location,
        message:
          'Spice has no port: without `spiceport` and `spicetls_port` libxl says `at least one of the spiceport or tls_port must be provided`, and the guest does not start.',
      };
    else if (!server.isOpen && (server.password?.text ?? '') === '')
      yield {
        location,
        message:
          'Spice has no `spicepasswd`, and nothing says that it needs none (`spicedisable_ticketing = 1`): the guest does not start.',
      };
  },
};
