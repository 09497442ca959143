import { vifsOf } from '../../model/xl/devices.ts';
import type { SpecField } from '../../syntax/xl/values/spec.ts';
import { removingFrom } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const emulatedVifWithoutHvm: XlRule = {
  name: 'emulated-vif-without-hvm',
  group: 'xl',
  severity: 'error',
  summary: 'A vif has type=ioemu, but the guest is no HVM one, which alone has emulated cards.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  *check({ config }) {
    if (config.guest === undefined || config.guest === 'hvm') return;
    for (const vif of vifsOf(config)) {
      if (vif.spec.type !== 'ioemu') continue;
      const field = vif.spec.fields.findLast(isEmulated);
      if (field === undefined) continue;
      yield {
        location: placeIn(config, field.span),
        message:
          `A ${config.guest === 'pv' ? 'PV' : 'PVH'} guest has no emulated cards: libxl says \`trying to create PV or PVH guest with an ` +
          'emulated interface`, and the guest does not start.',
        fixes: [removingFrom(config, vif, field.span, 'Remove `type=ioemu`', 'unsafe')],
      };
    }
  },
};

function isEmulated({ name, value }: SpecField): boolean {
  return name === 'type' && value?.text === 'ioemu';
}
