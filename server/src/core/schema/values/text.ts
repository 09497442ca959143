import type { ValueType } from './value-type.ts';

/** Any text; nothing is checked, since its reader takes everything or its rules are not ours to know. */
export function text(describe: string): ValueType {
  return { kind: 'text', describe, check: () => undefined, explain: () => undefined, complete: () => [] };
}

/** A command line for /bin/sh. */
export const command: ValueType = { ...text('a shell command'), kind: 'command' };

/** The path of a file. */
export function filePath(describe: string): ValueType {
  return { ...text(describe), kind: 'file-path' };
}
