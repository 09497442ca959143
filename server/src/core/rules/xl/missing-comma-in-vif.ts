import { wrongSeparators } from '../device-fault.ts';
import type { XlRule } from '../rule.ts';

export const missingCommaInVif: XlRule = {
  name: 'missing-comma-in-vif',
  group: 'xl',
  severity: 'error',
  summary: 'Only a blank stands between parameters of a vif, so that xl takes the second for a part of the first.',
  refuses: false,
  kinds: ['domain'],
  fixes: ['unsafe'],
  check: ({ config }) =>
    wrongSeparators(
      config,
      'blank',
      (first, field, lost) => `A comma is missing before ${first}: to xl it belongs to ${field}, and ${lost}.`,
    ),
};
