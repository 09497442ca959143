import { wrongSeparators } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';

export const semicolonInVif: XlRule = {
  name: 'semicolon-in-vif',
  group: 'xl',
  severity: 'error',
  summary: 'A semicolon stands between parameters of a vif, so that xl takes the second for a part of the first.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  check: ({ config }) =>
    wrongSeparators(
      config,
      'semicolon',
      (_, field, lost) =>
        `Commas stand between the parameters of a vif: to xl what is behind this semicolon belongs to ${field}, and ${lost}.`,
    ),
};
