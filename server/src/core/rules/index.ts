// Made by `npm run generate` from the files beside it; do not edit.
import { bridgeWithoutPorts } from './interfaces/bridge-without-ports.ts';
import type { Rule } from './rule.ts';
import { incompleteSuppression } from './suppression/incomplete-suppression.ts';
import { unusedSuppression } from './suppression/unused-suppression.ts';

/** Every rule, in the order of its name. */
export const rules: readonly Rule[] = [
  bridgeWithoutPorts,
  incompleteSuppression,
  unusedSuppression,
];
