import { isTemplate } from '../values/opaque.ts';
import { problemIn } from '../values/problem.ts';
import type { ValueType } from '../values/value-type.ts';

/** Types of the platform's system control (libxl_types.idl, arm_sci_type). */
const types: readonly (readonly [name: string, detail: string])[] = [
  ['none', 'the guest has no access to it'],
  ['scmi_smc', 'by SCMI, with calls that Xen hands on to the firmware'],
];

/**
 * `type=TYPE`, as xl reads it since 4.21 (xl_parse.c, parse_arm_sci_config): parts between commas; those that do not begin with
 * `type=` are dropped without a word.
 */
export const armSci: ValueType = {
  kind: 'arm-sci',
  describe: '`type=none` or `type=scmi_smc`',
  check(text) {
    if (isTemplate(text)) return undefined;
    for (const part of text.matchAll(/[^,]+/g)) {
      const span = { start: part.index, end: part.index + part[0].length };
      if (!part[0].startsWith('type=')) {
        return problemIn(text, 'dropped', `"${part[0]}" is not "type=…"; xl drops it without a word.`, span);
      }
      const type = part[0].slice('type='.length);
      if (types.some(([name]) => name === type.toLowerCase())) continue;
      const message = `"${type}" is neither none nor scmi_smc; xl exits with an error.`;
      return problemIn(text, 'fails', message, { start: span.start + 'type='.length, end: span.end });
    }
    return undefined;
  },
  explain: (text) => types.find(([name]) => `type=${name}` === text.toLowerCase())?.[1],
  complete: () => types.map(([name, detail]) => ({ label: `type=${name}`, detail })),
};
