// Made by `npm run generate` from the files beside it; do not edit.
import { bridgeWithoutPorts } from './interfaces/bridge-without-ports.ts';
import { byteOrderMark } from './interfaces/byte-order-mark.ts';
import { ifaceWithoutName } from './interfaces/iface-without-name.ts';
import { inheritsWithoutName } from './interfaces/inherits-without-name.ts';
import { nulByte } from './interfaces/nul-byte.ts';
import type { Rule } from './rule.ts';
import { incompleteSuppression } from './suppression/incomplete-suppression.ts';
import { unusedSuppression } from './suppression/unused-suppression.ts';

/** Every rule, in the order of its name. */
export const rules: readonly Rule[] = [
  bridgeWithoutPorts,
  byteOrderMark,
  ifaceWithoutName,
  incompleteSuppression,
  inheritsWithoutName,
  nulByte,
  unusedSuppression,
];
