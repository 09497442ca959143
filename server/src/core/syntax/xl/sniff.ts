import { parseXl } from './parser.ts';

/** What a file in xl's language is for; the schema has a catalogue for each. */
type XlFileKind = 'domain' | 'xl.conf' | 'cpupool';

const byPath: readonly (readonly [RegExp, XlFileKind])[] = [
  [/(?:^|\/)etc\/xen\/xl\.conf$/, 'xl.conf'],
  // xen.cfg may be a copy of the one that Xen's EFI loader reads (efi.pandoc): its text tells.
  [/(?:^|\/)etc\/xen\/(?!xen\.cfg$)[^/]+\.cfg$/, 'domain'],
  [/(?:^|\/)xen\/auto\/[^/]+$/, 'domain'],
  [/\.xl(?:cfg)?$/, 'domain'],
  [/(?:^|\/)xen\/(?:[^/]+\/)*[^/]+\.(?:hvm|pv|pvh)$/, 'domain'],
];

/** What for the path says that a file in xl's language is, whatever stands in it. Takes the decoded path. */
export function xlKindOfPath(path: string): XlFileKind | undefined {
  return byPath.find(([pattern]) => pattern.test(path))?.[1];
}

const tellingKeys = /^(?:name|kernel|memory|vif|disk|builder|type|bootloader)$/;

/** What for a text in xl's language is; `undefined` for a text in another one, or one that tells nothing. */
export function looksLikeXl(text: string): XlFileKind | undefined {
  const { root, problems } = parseXl(text);
  if (problems.length > 0) return undefined;
  return root.assignments.some(({ key }) => tellingKeys.test(key.text)) ? 'domain' : undefined;
}
