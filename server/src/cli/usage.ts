/** The way the command line is to be used, and what is said when it is used otherwise. */

import { defaultXenVersion } from '../core/index.ts';

/** Bad usage: its message is for the user, and the program ends with exit code 2. */
export class UsageError extends Error {}

export const help = `bridgewise: checks and mends the configuration of a Xen dom0: its network, and its domUs

Usage:
  bridgewise check [OPTION…] PATH…     check the files that the paths name or hold, and those that belong to them
  bridgewise topology [OPTION…] PATH   draw the dom0 that the path is of, or holds
  bridgewise explain RULE              what a rule reports, why, and what to do
  bridgewise lsp --stdio               serve an editor by the language server protocol
  bridgewise --help | --version

A PATH is a file, or a folder in which these are searched:
  network/interfaces, network/interfaces.new, network/interfaces.d/*, and any other file named interfaces whose first
  word is one of the language; files that they source are read too
  etc/xen/*.cfg, xen/auto/*, *.xl, *.xlcfg, etc/xen/xl.conf, and any other .cfg or .conf that says what xl reads
Hidden folders, node_modules, symbolic links to folders and what .gitignore files name are passed over.
.bridgewise.json in the folder of a file, or above it, holds settings.

Options of check:
  --format text|json      for people (default), or for programs
  --fail-on SEVERITY      exit with 1 from this severity on: error, warning (default), information, hint
  --dialect NAME          of interfaces files: auto (default), ifupdown, ifupdown2, ifupdown-ng
  --xen-version N.N       the series of Xen whose xl reads the files (default ${defaultXenVersion})
  --language NAME         take the files named by PATH for interfaces files (interfaces) or files for xl (xl), whatever
                          their names and what they say
  --stdin --filename NAME check what comes on standard input, as if it were the content of the file NAME
  --no-ignore             look also at what .gitignore files name
  --fix                   apply the safe fixes, in files named by PATH, or in the folders it names, only

Options of topology, besides --dialect and --xen-version:
  --format svg|mermaid|dot|json   a picture (default), text for Mermaid or Graphviz, or data

Exit codes:
  0  nothing of the severity given by --fail-on, or worse
  1  such a finding
  2  bad usage, or something that cannot be read or written; the rest is still checked
  3  a fault in bridgewise itself
`;
