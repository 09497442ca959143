// Made by `npm run generate` from the files beside it; do not edit.
import bridgeWithoutPorts from './interfaces/bridge-without-ports.md';
import byteOrderMark from './interfaces/byte-order-mark.md';
import ifaceWithoutName from './interfaces/iface-without-name.md';
import inheritsWithoutName from './interfaces/inherits-without-name.md';
import nulByte from './interfaces/nul-byte.md';
import incompleteSuppression from './suppression/incomplete-suppression.md';
import unusedSuppression from './suppression/unused-suppression.md';

/** The page of each rule, in Markdown, by the rule's name. */
export const rulePages: Readonly<Record<string, string>> = {
  'bridge-without-ports': bridgeWithoutPorts,
  'byte-order-mark': byteOrderMark,
  'iface-without-name': ifaceWithoutName,
  'incomplete-suppression': incompleteSuppression,
  'inherits-without-name': inheritsWithoutName,
  'nul-byte': nulByte,
  'unused-suppression': unusedSuppression,
};
