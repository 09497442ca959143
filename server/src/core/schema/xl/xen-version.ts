/** A stable series of Xen, such as `4.20`. */
export type XenVersion = `${number}.${number}`;

/** What Debian 13 ships. */
export const defaultXenVersion: XenVersion = '4.20';

/** The series whose xl the catalogues know, oldest first. */
export const xenVersions: readonly XenVersion[] = [
  ...['4.11', '4.12', '4.13', '4.14', '4.15', '4.16', '4.17', '4.18', '4.19', '4.20', '4.21', '4.22'],
] as readonly XenVersion[];

/** Whether xl of the series `version` has what came with `since`; `undefined`: it was always there. */
export function hasSince(version: XenVersion, since: XenVersion | undefined): boolean {
  return since === undefined || compareVersions(version, since) >= 0;
}

/** Negative where the first is the older one. */
export function compareVersions(one: XenVersion, other: XenVersion): number {
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [one, other].map((version) =>
    version.split('.').map(Number),
  ) as [number[], number[]];
  return major - otherMajor || minor - otherMinor;
}

/** Whether a text is the name of a series. */
export function isXenVersion(text: string): text is XenVersion {
  return /^\d+\.\d+$/.test(text);
}
