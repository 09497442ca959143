/** Longer names would make names of log files that Linux does not take: `qemu-dm-NAME.log.10` in at most 255 bytes. */
const longestName = 240;

/**
 * Why a text is no good name for a new domU, as a full sentence; `undefined`: it is one. xl takes any text, but makes names of
 * log files of it (libxl_utils.c, libxl_create_logfile), and where a domU is to be named on its command line it takes digits
 * alone for a number and what begins with `-` for an option (libxl_domain_qualifier_to_domid). What is left are the letters
 * that names of volumes have, too (lvm(8), Valid names).
 */
export function faultOfDomainName(name: string): string | undefined {
  if (name === '') return 'A domU needs a name.';
  if (/^[0-9]+$/.test(name)) return 'xl takes digits alone for the number of a domU, not for its name.';
  if (name.startsWith('-')) return 'xl takes what begins with - for an option, not for a name.';
  if (/^\.\.?$/.test(name)) return `${name} is a folder to every program.`;
  const odd = /[^A-Za-z0-9+_.-]/u.exec(name)?.[0];
  if (odd === '/') return 'The name becomes a part of the names of log files, which cannot have a slash.';
  if (odd !== undefined)
    return `Names of files and volumes are made of it: use letters without accents, digits, and + _ . - alone, not ${odd.trim() === '' ? 'a blank' : odd}.`;
  return name.length > longestName
    ? `A name has ${longestName} letters at most, for log files are named after it.`
    : undefined;
}
