import { isTemplate } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueType } from './value-type.ts';

const shape = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

/** A UUID as libuuid's uuid_parse reads it for xl: the hyphens must be there, and nothing else. */
export const xlUuid: ValueType = {
  kind: 'xl-uuid',
  describe: 'a UUID such as 12345678-1234-5678-9abc-123456789abc',
  check(text) {
    if (shape.test(text) || isTemplate(text)) return undefined;
    const message = `"${text}" is no UUID of 8, 4, 4, 4 and 12 hexadecimal digits with hyphens between; xl exits with an error.`;
    return problemIn(text, 'fails', message);
  },
  explain: () => undefined,
  complete: () => [],
};
