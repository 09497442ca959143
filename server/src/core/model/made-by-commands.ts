import { commandFor, hookCommandsOf } from './hook-commands.ts';
import { perHost } from './per-host.ts';

/** Commands that make a device, by brctl, ip or ovs-vsctl. */
const making = /\bbrctl\s+addbr\b|\bip\b.*\blink\s+add\b|\bovs-vsctl\b.*\badd-br\b/;

/** The names in the hook commands of a host that make devices: those of the devices, and of others that the commands name. */
export const namesMadeByCommands = perHost((host): ReadonlySet<string> => {
  const commands = host.stanzas.flatMap((stanza) =>
    hookCommandsOf(stanza)
      .filter((option) => making.test(option.value.text))
      .map((option) => commandFor(stanza, option)),
  );
  return new Set(commands.flatMap((command) => command.split(/[^\w.:@-]+/)));
});
