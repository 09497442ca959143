/** A variable that ifupdown sets for hook commands and hook scripts. */
export interface HookVariable {
  readonly name: string;
  /** One line: what it holds. */
  readonly summary: string;
}

/** What every hook command finds in its environment (interfaces(5), HOOK SCRIPTS; ifupdown 0.8.41, execute.c, set_environ). */
export const hookVariables: readonly HookVariable[] = [
  { name: 'IFACE', summary: 'The name of the interface that is brought up or taken down.' },
  { name: 'LOGICAL', summary: 'The name of the stanza; another one than `IFACE` after a mapping or `eth0=home`.' },
  { name: 'ADDRFAM', summary: 'The address family of the stanza, such as `inet`.' },
  { name: 'METHOD', summary: 'The method of the stanza, such as `static`.' },
  { name: 'MODE', summary: '`start` under ifup, `stop` under ifdown.' },
  { name: 'PHASE', summary: '`pre-up`, `post-up`, `pre-down` or `post-down`; an `up` line sees `post-up`.' },
  { name: 'CLASS', summary: 'The class given by `--allow`; `auto` under `ifup -a`; not set for a single interface.' },
  { name: 'VERBOSITY', summary: '1 under `--verbose`, else 0.' },
  { name: 'PATH', summary: 'Where commands are looked up: ifupdown sets the usual six folders.' },
];

/** The variable that a word uses, as `$NAME` or `${NAME}`; the first one of several. */
export function findHookVariable(word: string): HookVariable | undefined {
  for (const match of word.matchAll(/\$\{?([A-Z]+)\b/g)) {
    const found = hookVariables.find(({ name }) => name === match[1]);
    if (found !== undefined) return found;
  }
  return undefined;
}
