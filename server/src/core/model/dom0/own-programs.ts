/** Commands that run a program or script of the host's own, of which nobody knows what it does. */

/** Folders that hold what the host's own people wrote. */
const ownFolder = /^\/(?:etc|root|home|opt|srv|usr\/local)\//;

/** Words of the shell's grammar that may stand before a command, and variables for it. */
const grammar = /(?:!|\{|if|then|elif|else|while|until|do|time|\w+=\S*)/.source;

/** Programs that run the command behind them; with their options, and the numbers and names that go with these. */
const runner =
  /(?:\S*\/)?(?:exec|eval|command|nohup|setsid|sudo|env|nice|ionice|timeout|xargs|systemd-run)(?:\s+(?:-\w\s+[\w.]+|-\S+|\w+=\S*|\d\S*))*/
    .source;

const whatStandsBefore = new RegExp(`^(?:(?:${grammar}|${runner})\\s+)+`);

/** Programs that do what a file tells them, wherever it stands among their words; hostapd and the like may make bridges by theirs. */
const interpreter =
  /^(?:\S*\/)?(?:\.|source|(?:ba|da|k|z)?sh|su|busybox|python[\d.]*|perl|ruby|lua|php|node|make|run-parts|chroot|flock|start-stop-daemon|hostapd|openvpn|vtund|tincd|ip(?=.*\s-b))(?=\s)/;

/** Whether a command of the shell runs such a program. One that only reads a file there, as `nft -f /etc/nftables.conf` does, is none. */
export function runsOwnProgram(command: string): boolean {
  return (
    /\|\s*(?:ba|da)?sh\b/.test(command) ||
    command
      .replace(/["']/g, '')
      .split(/[;&|()`\n]/)
      .some((part) => runsIt(part.trim()))
  );
}

function runsIt(command: string): boolean {
  const bare = command.replace(whatStandsBefore, '');
  if (ownFolder.test(bare)) return true;
  const [program] = interpreter.exec(bare) ?? [];
  return program !== undefined && wordsBehind(bare, program).some((word) => ownFolder.test(word));
}

/** Left out is where the output goes. */
function wordsBehind(command: string, program: string): readonly string[] {
  const words = command.slice(program.length).replace(/>+\s*\S+/g, ' ');
  return words.split(/[\s<]+/);
}
