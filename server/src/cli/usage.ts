/** The way the command line is to be used, and what is said when it is used otherwise. */

/** Bad usage: its message is for the user, and the program ends with exit code 2. */
export class UsageError extends Error {}

export const help = `bridgewise: checks and mends the network configuration of a Xen dom0

Usage:
  bridgewise check [OPTION…] PATH…     check the hosts that the paths belong to, or hold
  bridgewise explain RULE              what a rule reports, why, and what to do
  bridgewise lsp --stdio               serve an editor by the language server protocol
  bridgewise --help | --version

A PATH is an interfaces file, or a folder in which they are searched: network/interfaces, network/interfaces.new,
network/interfaces.d/*, and any other file named interfaces whose first word is one of the language. Files that they
source are read too. .bridgewise.json in the folder of a file, or above it, holds settings.

Options of check:
  --format text|json      for people (default), or for programs
  --fail-on SEVERITY      exit with 1 from this severity on: error, warning (default), information, hint
  --dialect NAME          auto (default), ifupdown, ifupdown2, ifupdown-ng
  --language interfaces   take the files named by PATH for interfaces files, whatever their names and first words
  --stdin --filename NAME check what comes on standard input, as if it were the content of the file NAME
  --fix                   apply the safe fixes, in files named by PATH, or in the folders it names, only

Exit codes:
  0  nothing of the severity given by --fail-on, or worse
  1  such a finding
  2  bad usage, or something that cannot be read or written; the rest is still checked
  3  a fault in bridgewise itself
`;
