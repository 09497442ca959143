/**
 * An option's name as a hook script's environment knows it, without the `IF_` and in lower case: `-` is `_`, and every
 * character besides ASCII letters, digits and `_` is gone (ifupdown, execute.c, setlocalenv). Two names with one
 * canonical form are the same option to every hook.
 */
export function canonicalOptionName(name: string): string {
  const upToEqualsSign = name.split('=', 1)[0] ?? '';
  return upToEqualsSign
    .replaceAll('-', '_')
    .replace(/[^A-Za-z0-9_]/g, '')
    .toLowerCase();
}
