import cases from '../fixtures/check-xl-cases.json' with { type: 'json' };

/** One of Xen's own tests of xl's parsers, with what xl printed. */
export interface CheckXlCase {
  /** The version of xl that answered. */
  readonly version: string;
  /** What stands between commas in a configuration file. */
  readonly args: readonly string[];
  /** What the device came to, in libxl's JSON; `null`: xl refused it. */
  readonly got: object | null;
}

/** Xen's own tests of a parser; those of both versions. */
export function casesOf(script: 'check-xl-disk-parse' | 'check-xl-vif-parse'): readonly CheckXlCase[] {
  return cases.filter((one) => one.script === script).map(({ version, args, got }) => ({ version, args, got }));
}
