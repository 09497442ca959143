import { readXlNumber } from './c-number.ts';
import type { ValueType } from './value-type.ts';

const perGibibyte = 1024;

/** A number of MiB; `sizes` are those that completion offers. Whether it is a number is for the reader of numbers to say. */
export function xlMebibytes(sizes: readonly number[]): ValueType {
  return {
    kind: 'xl-mebibytes',
    describe: 'a whole number of MiB',
    check: () => undefined,
    explain(text) {
      const size = readXlNumber(text);
      return size === undefined || size < 0 ? undefined : sizeOf(size);
    },
    complete: () => sizes.map((size) => ({ label: String(size), detail: sizeOf(size) })),
  };
}

/** `512 MiB`, `2 GiB`, `1.5 GiB`. */
function sizeOf(size: number): string {
  if (size < perGibibyte) return `${size} MiB`;
  return `${Number((size / perGibibyte).toFixed(2))} GiB`;
}
