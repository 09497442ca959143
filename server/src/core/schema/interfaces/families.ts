import { inet } from './ifupdown/inet.ts';
import { inet6 } from './ifupdown/inet6.ts';
import { can, ipx, meta } from './ifupdown/other-families.ts';
import type { FamilyDoc, MethodDoc } from './method-doc.ts';

/** The address families that ifupdown accepts on an iface line, the usual ones first. */
export const families: readonly FamilyDoc[] = [inet, inet6, can, ipx, meta];

/** The family of this name; exact spelling, as ifupdown wants it. */
export function findFamily(name: string): FamilyDoc | undefined {
  return families.find((family) => family.name === name);
}

/** The method of this name in this family; `undefined` when ifupdown would refuse the iface line. */
export function findMethod(family: string, method: string): MethodDoc | undefined {
  return findFamily(family)?.methods.find((candidate) => candidate.name === method);
}
