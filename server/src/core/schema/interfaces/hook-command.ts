/** The options whose value is a command line for /bin/sh, in the order in which ifup and ifdown run them. */
const hookCommandNames: readonly string[] = ['pre-up', 'up', 'post-up', 'pre-down', 'down', 'post-down'];

/** Whether the option is a hook command; the spelling must be exact. */
export function isHookCommand(name: string): boolean {
  return hookCommandNames.includes(name);
}
