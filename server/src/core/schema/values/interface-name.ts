import { explainMacAddress } from './mac-address.ts';
import type { InterfaceRole, NamedInterface, ValueType } from './value-type.ts';
import { firstWord, wordsOf } from './words.ts';

/** The longest name the kernel takes for an interface (IFNAMSIZ minus the closing zero). */
export const longestInterfaceName = 15;

/** The name of one interface. */
export function interfaceName(role: InterfaceRole, describe = 'the name of an interface'): ValueType {
  return {
    kind: 'interface-name',
    describe,
    check: () => undefined,
    explain: () => undefined,
    complete: () => [],
    interfaces: (text) => [named(firstWord(text), role)].filter((found) => found.name !== ''),
    interfaceRole: role,
  };
}

/** Whether the hook of bridge-utils takes the value for a MAC address; everything else is an interface to it. */
function looksLikeMacAddress(text: string): boolean {
  return /..:..:..:..:..:../.test(text);
}

/** A MAC address, or the interface whose MAC address is meant. */
export const macAddressOrInterface: ValueType = {
  kind: 'mac-address-or-interface',
  describe: 'a MAC address, or the interface to take it from',
  check: () => undefined,
  explain: (text) => (looksLikeMacAddress(text) ? explainMacAddress(text) : undefined),
  complete: () => [],
  interfaces: (text) =>
    looksLikeMacAddress(text)
      ? []
      : wordsOf(text)
          .slice(0, 1)
          .map((word) => named(word, 'any')),
  interfaceRole: 'any',
};

function named(
  word: { readonly text: string; readonly span: NamedInterface['span'] },
  role: InterfaceRole,
): NamedInterface {
  return { name: word.text, role, span: word.span };
}
