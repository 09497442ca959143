/** The options whose values ifupdown runs in a shell, in the order of an ifup and an ifdown (interfaces(5), IFACE OPTIONS). */
export const hookCommandNames: readonly string[] = ['pre-up', 'up', 'post-up', 'down', 'pre-down', 'post-down'];

/** Whether an option of this name, spelt exactly so, is a command. */
export function isHookCommand(name: string): boolean {
  return hookCommandNames.includes(name);
}
