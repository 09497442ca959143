import { vifsOf } from '../../model/xl/devices.ts';
import type { Fix, XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const vifWithoutMac: XlRule = {
  name: 'vif-without-mac',
  group: 'xl',
  severity: 'hint',
  summary: 'A vif has no MAC address, so that the guest gets another one at each start.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config, newMac }) {
    for (const { spec, value } of vifsOf(config)) {
      if (spec.fields.some(({ name }) => name.trim() === 'mac') || spec.atom.text.includes('mac=')) continue;
      const { span, text } = spec.atom;
      const separator = text.trim() === '' ? '' : ', ';
      const edit = {
        file: config.file,
        span: { start: span.start, end: span.start },
        text: `mac=${newMac()}${separator}`,
      };
      const fixes: readonly Fix[] = [{ title: 'Add a MAC address', safety: 'unsafe', edits: [edit] }];
      yield {
        location: placeIn(config, text === '' ? value.span : span),
        message:
          'libxl makes up a random address for this vif at each start: leases of DHCP, and names of interfaces in the guest, may ' +
          'change with it.',
        fixes: value.kind === 'string' ? fixes : [],
      };
    }
  },
};
