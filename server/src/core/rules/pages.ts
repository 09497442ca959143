// Made by `npm run generate` from the files beside it; do not edit.
import bridgeWithoutPorts from './interfaces/bridge-without-ports.md';
import incompleteSuppression from './suppression/incomplete-suppression.md';
import unusedSuppression from './suppression/unused-suppression.md';

/** The page of each rule, in Markdown, by the rule's name. */
export const rulePages: Readonly<Record<string, string>> = {
  'bridge-without-ports': bridgeWithoutPorts,
  'incomplete-suppression': incompleteSuppression,
  'unused-suppression': unusedSuppression,
};
