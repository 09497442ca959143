import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { xlKindOfPath } from '../../server/src/core/syntax/xl/sniff.ts';

interface Language {
  readonly id: string;
  readonly filenamePatterns?: readonly string[];
  readonly extensions?: readonly string[];
}

/** As far as names that matter here go; VS Code, extensions/ini/package.json. */
const ofVSCode: readonly Language[] = [{ id: 'properties', extensions: ['.cfg', '.conf', '.properties'] }];
const known: readonly Language[] = [...ofVSCode, ...manifest.contributes.languages];

/** The paths of VS Code's pattern: `**` any folders or none, `*` anything in one name. */
function patternToRegExp(pattern: string): RegExp {
  const source = pattern
    .replaceAll('.', '\\.')
    .replaceAll(/\*\*\/|\*/g, (wildcard) => (wildcard === '*' ? '[^/]*' : '(?:.*/)?'));
  return new RegExp(`^${source}$`);
}

/**
 * The language that VS Code gives to a file by its path: that of the longest pattern, else that of the longest extension;
 * the later one of two that are as long is asked first. Case does not count. languagesAssociations.ts,
 * getAssociationByPath; nothing here is known by its whole name, which would count most.
 */
function languageOf(path: string): string | undefined {
  const name = path.toLowerCase();
  const longest = (of: (language: Language) => readonly string[], fits: (text: string) => boolean) =>
    known
      .flatMap((language) => of(language).map((text) => ({ id: language.id, text })))
      .reverse()
      .filter(({ text }) => fits(text.toLowerCase()))
      .reduce<{ id: string; text: string } | undefined>(
        (best, one) => (best === undefined || one.text.length > best.text.length ? one : best),
        undefined,
      );
  return (
    longest(
      ({ filenamePatterns }) => filenamePatterns ?? [],
      (pattern) => patternToRegExp(pattern).test(name),
    ) ??
    longest(
      ({ extensions }) => extensions ?? [],
      (extension) => name.endsWith(extension),
    )
  )?.id;
}

const ours = [
  '/etc/xen/web.cfg',
  '/hosts/alpha/etc/xen/web.cfg',
  '/etc/xen/auto/web.cfg',
  '/etc/xen/auto/web',
  '/srv/xen/auto/10-web',
  '/home/admin/web.xl',
  '/home/admin/web.xlcfg',
  '/xen/tools/examples/xlexample.hvm',
  '/srv/xen/web.pv',
  '/srv/xen/guests/dmz/web.pvh',
  '/etc/xen/xl.conf',
];

const others = [
  '/boot/efi/EFI/debian/xen.cfg',
  '/boot/efi/xen.cfg',
  '/etc/xen/xen.cfg',
  '/hosts/alpha/etc/xen/xen.cfg',
  '/etc/xen-tools/xen-tools.conf',
  '/etc/xen-tools/xm.tmpl',
  '/etc/xen/oxenstored.conf',
  '/etc/xen/scripts/vif-bridge',
  '/etc/xen/guests/web.cfg',
  '/etc/default/xendomains',
  '/srv/guests/web.cfg',
  '/srv/web.pv',
  '/etc/xl.conf',
];

describe('by the name alone', () => {
  test.each(ours)("%s is in xl's language", (path) => expect(languageOf(path)).toBe('xen-xl'));
  test.each(others)('%s is not', (path) => expect(languageOf(path)).not.toBe('xen-xl'));
  test.each([...ours, ...others])('the manifest and the core agree on %s', (path) => {
    expect(xlKindOfPath(path) !== undefined).toBe(languageOf(path) === 'xen-xl');
  });
});

test("what may be a domU all the same is left to a look at its text, which VS Code's language for it allows", () => {
  expect(['/etc/xen/xen.cfg', '/srv/guests/web.cfg'].map(languageOf)).toEqual(['properties', 'properties']);
});
