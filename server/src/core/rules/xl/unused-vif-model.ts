import { vifsOf } from '../../model/xl/devices.ts';
import { fieldOf } from '../../syntax/xl/values/spec.ts';
import { removingFrom } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';
import { placeIn } from '../xl-refusal.ts';

export const unusedVifModel: XlRule = {
  name: 'unused-vif-model',
  group: 'xl',
  severity: 'information',
  summary: 'A vif has model=, but nothing emulates it.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['safe'],
  *check({ config }) {
    const { guest } = config;
    if (guest === undefined) return;
    for (const vif of vifsOf(config)) {
      const field = fieldOf(vif.spec, 'model');
      if (field === undefined || (guest === 'hvm' && vif.spec.type !== 'vif')) continue;
      const why = guest === 'hvm' ? 'with `type=vif` this one is not emulated' : 'only those of HVM guests are';
      yield {
        location: placeIn(config, field.span),
        message: `\`model\` is the model of an emulated card, and ${why}: it has no effect.`,
        tag: 'unnecessary',
        fixes: [removingFrom(config, vif, field.span, 'Remove `model`', 'safe')],
      };
    }
  },
};
