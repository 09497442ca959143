import { scanCInteger } from './c-number.ts';
import { isTemplate } from './opaque.ts';
import { problemIn } from './problem.ts';
import type { ValueType } from './value-type.ts';
import { wordsOf } from './words.ts';

/** What the number behind the port means, with its limits. */
export interface PortNumber {
  /** Such as `cost`. */
  readonly number: string;
  readonly minimum: number;
  readonly maximum: number;
}

/** A bridge port and a number for it, as brctl setpathcost and setportprio take them. */
export function portAndNumber(range: PortNumber): ValueType {
  const limits = `from ${range.minimum} to ${range.maximum}`;
  return {
    kind: 'port-and-number',
    describe: `a bridge port and its ${range.number} ${limits}`,
    check(text) {
      const [port, number] = wordsOf(text);
      if (isTemplate(text) || !port) return undefined;
      if (!number) {
        const message = `The bridge port and its ${range.number} belong here, "${port.text}" is only one of them; brctl prints its usage and sets nothing.`;
        return problemIn(text, 'dropped', message, port.span);
      }
      const value = scanCInteger(number.text);
      if (value !== undefined && value >= range.minimum && value <= range.maximum) return undefined;
      return problemIn(
        text,
        'dropped',
        `"${number.text}" is no ${range.number} ${limits}; it is not set.`,
        number.span,
      );
    },
    explain: () => undefined,
    complete: () => [],
    interfaces: (text) =>
      wordsOf(text)
        .slice(0, 1)
        .map((word) => ({ name: word.text, role: 'bridge-port', span: word.span })),
    interfaceRole: 'bridge-port',
  };
}
