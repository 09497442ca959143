/** The bridges that hook commands make, where they say so plainly. */
import { commandFor, hookCommandsOf } from './hook-commands.ts';
import type { HostModel } from './host.ts';
import { perHost } from './per-host.ts';

interface Said {
  readonly bridge: string;
  /** `undefined`: the command makes the bridge. */
  readonly port: string | undefined;
  /** Whether the command is one for bridges alone; `ip link set … master` is one for bonds and others, too. */
  readonly isSure: boolean;
}

/**
 * The ports that hook commands give to bridges, by the bridges' names: those of bridges that commands make (`brctl addbr`,
 * `ip link add … type bridge`), and those of others. What stands in a variable is left out.
 */
export const bridgesByCommands = perHost((host): ReadonlyMap<string, readonly string[]> => {
  const said = commandsOf(host).flatMap(saidBy);
  const bridges = new Set(said.flatMap(({ bridge, isSure }) => (isSure ? bridge : [])));
  for (const { name, bridge } of host.interfaces.values()) if (bridge !== undefined) bridges.add(name);
  const ports = new Map<string, Set<string>>();
  for (const { bridge, port } of said) {
    if (!bridges.has(bridge) || port === bridge) continue;
    const own = ports.get(bridge) ?? new Set();
    ports.set(bridge, port === undefined ? own : own.add(port));
  }
  return new Map([...ports].map(([bridge, own]) => [bridge, [...own]]));
});

/** The simple commands that run when interfaces come up, as words. */
function commandsOf(host: HostModel): readonly (readonly string[])[] {
  return host.stanzas.flatMap((stanza) =>
    hookCommandsOf(stanza)
      .filter(({ name, value }) => !name.includes('down') && /\bbrctl\b|\blink\b/.test(value.text))
      .flatMap((option) =>
        commandFor(stanza, option)
          .replace(/["']/g, '')
          .split(/[;&|()`\n]/),
      )
      .map((command) =>
        command
          .trim()
          .replace(/^(?:(?:!|\{|if|then|else|do)\s+)*(?:\S*\/)?/, '')
          .split(/\s+/),
      ),
  );
}

function saidBy([program, ...words]: readonly string[]): readonly Said[] {
  const said = program === 'brctl' ? saidByBrctl(words) : program === 'ip' ? saidByIp(words) : [];
  return said.filter(({ bridge, port }) => isName(bridge) && (port === undefined || isName(port)));
}

function saidByBrctl([verb, bridge = '', ...ports]: readonly string[]): readonly Said[] {
  if (verb === 'addbr') return [{ bridge, port: undefined, isSure: true }];
  return verb === 'addif' ? ports.map((port) => ({ bridge, port, isSure: true })) : [];
}

function saidByIp(words: readonly string[]): readonly Said[] {
  const [object, verb, ...rest] = words.filter((word) => !word.startsWith('-'));
  if (object !== 'link' || (verb !== 'add' && verb !== 'set')) return [];
  const behind = (keyword: string): string | undefined => {
    const at = rest.indexOf(keyword);
    return at < 0 ? undefined : rest[at + 1];
  };
  const own = (verb === 'add' ? behind('name') : undefined) ?? behind('dev') ?? rest[0] ?? '';
  const bridge = behind('master');
  return [
    ...(verb === 'add' && behind('type') === 'bridge' ? [{ bridge: own, port: undefined, isSure: true }] : []),
    ...(bridge === undefined ? [] : [{ bridge, port: own, isSure: false }]),
  ];
}

function isName(word: string): boolean {
  return /^[\w.:@-]{1,15}$/.test(word) && !['dev', 'name', 'link', 'master', 'type', 'up'].includes(word);
}
