import type { Assignment } from '../../syntax/xl/ast.ts';
import type { Setting, XlConfig } from './config.ts';
import { stringOf } from './values.ts';

/** The keys that say something to a kernel that dom0 loads. */
export const kernelParameters = ['ramdisk', 'cmdline', 'root', 'extra'] as const;

/** The setting of a key that is a string to xl; `undefined` where it is not set, or is dropped. */
export function stringSetting({ settings }: XlConfig, key: string): Setting | undefined {
  return stringOf(settings, key) === undefined ? undefined : settings.get(key);
}

/** The first line that makes up a setting. */
export function lineOf({ effective, assignments }: Setting): Assignment | undefined {
  return effective[0] ?? assignments[0];
}

/** Whether `kernel` names hvmloader, as xm wanted it for HVM guests: xl then ignores the key (xl_parse.c, strstr). */
export function isHvmloader(config: XlConfig): boolean {
  return config.guest === 'hvm' && (stringOf(config.settings, 'kernel') ?? '').includes('hvmloader');
}

/**
 * Whether the text has faults for which xl reads nothing at all: what seems to be missing may then stand in a line that
 * cannot be read.
 */
export function isUnreadable({ tree }: XlConfig): boolean {
  return tree.problems.length > 0;
}
