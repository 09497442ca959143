/** The Spice server that a file asks QEMU for. */
import type { Assignment } from '../../syntax/xl/ast.ts';
import type { Atom } from '../../syntax/xl/atom.ts';
import type { XlConfig } from './config.ts';
import { atomsOf, flagOf, numberOf } from './values.ts';

/** What is set for Spice (xl_parse.c, parse_spice_options). */
export interface SpiceServer {
  /** The line that switches it on. */
  readonly line: Assignment;
  /** `undefined`: every address of dom0. */
  readonly host: Atom | undefined;
  readonly password: Atom | undefined;
  /** Whether `spicedisable_ticketing` switches the password off. */
  readonly isOpen: boolean;
  readonly hasPort: boolean;
}

/** The server; only HVM guests have one. `undefined`: none, or nobody knows. */
export function spiceServerOf({ guest, settings }: XlConfig): SpiceServer | undefined {
  const [line] = settings.get('spice')?.effective ?? [];
  if (guest !== 'hvm' || line === undefined || flagOf(settings, 'spice') !== true) return undefined;
  return {
    line,
    host: atomsOf(settings, 'spicehost')[0],
    password: atomsOf(settings, 'spicepasswd')[0],
    isOpen: flagOf(settings, 'spicedisable_ticketing') === true,
    hasPort: ['spiceport', 'spicetls_port'].some((key) => (numberOf(settings, key)?.value ?? 0n) !== 0n),
  };
}
