import { describe, expect, test } from 'vitest';
import { readXlNumber } from '../../../../server/src/core/schema/values/c-number.ts';
import { findKey } from '../../../../server/src/core/schema/xl/index.ts';

function problemOf(name: string, text: string): string | undefined {
  const problem = findKey('domain', name)?.value?.check(text);
  return problem && `${text.slice(problem.span.start, problem.span.end)}|${problem.effect}|${problem.message}`;
}

test.each([
  ['512', 512],
  ['0x1f', 31],
  ['0512', 330],
  [' 5', 5],
  ['-3600', -3600],
  ['+1', 1],
  ['', undefined],
  [' ', undefined],
  ['5 ', undefined],
  ['0x', undefined],
  ['08', undefined],
  ['yes', undefined],
  ['9999999999999999999999', undefined],
])('xl reads the number %j', (text, value) => {
  expect(readXlNumber(text)).toBe(value);
});

test.each([
  ['on_crash', 'restart'],
  ['type', 'pv'],
  ['type', 'p'],
  ['type', ''],
  ['builder', 'gen'],
  ['tsc_mode', 'NATIVE'],
  ['tsc_mode', '3'],
  ['bios', 'SeaBIOS'],
  ['bios', 'unknown'],
  ['gfx_passthru', '7'],
  ['altp2m', '0'],
  ['firmware', '/srv/my-firmware'],
  ['soundhw', 'pcspk'],
  ['spice_streaming_video', 'some'],
  ['viridian', '!Freq'],
  ['viridian', 'all'],
  ['smbios', 'OEM=x'],
  ['boot', 'dcn'],
  ['uuid', '12345678-1234-5678-9ABC-123456789abc'],
  ['vga', '{{ vga }}'],
  ['uuid', '@UUID@'],
])('nothing is wrong with %s = %j', (name, text) => {
  expect(problemOf(name, text)).toBeUndefined();
});

test.each([
  ['on_crash', 'Restart', 'Restart|fails|"Restart" is not destroy, restart, rename-restart,'],
  ['type', 'HVM', 'HVM|fails|"HVM" is not hvm, pv or pvh; xl exits with an error.'],
  ['builder', 'linux', 'linux|fails|"linux" is not hvm or generic; xl exits with an error.'],
  ['vga', ' std', ' std|fails|'],
  ['tsc_mode', '4', '4|fails|"4" is not '],
  ['viridian', 'ALL', 'ALL|fails|'],
  ['viridian', '!all', 'all|fails|'],
  ['smbios', 'maker=x', 'maker|fails|xl knows no SMBIOS text "maker"'],
  ['smbios', 'oem=', 'oem=|fails|"oem" has no text'],
  ['smbios', 'oem', 'oem|fails|"oem" has no "="'],
  ['boot', 'cx', 'x|fails|"x" is no boot device; QEMU refuses it and the guest does not start.'],
  ['boot', 'cdc', 'c|fails|"c" stands there twice'],
  ['boot', 'abcd', 'd|fails|A guest tries 3 devices at most'],
  ['uuid', '12345678123456789abc123456789abc', '12345678123456789abc123456789abc|fails|'],
])('what is wrong with %s = %j', (name, text, expected) => {
  expect(problemOf(name, text)?.slice(0, expected.length)).toBe(expected);
});

describe('what a value means', () => {
  test.each([
    ['type', 'p', 'paravirtual: a kernel that knows Xen, no emulated hardware'],
    ['tsc_mode', 'NATIVE', 'always native where the hardware can'],
    ['memory', '1536', '1.5 GiB'],
    ['memory', '0x200', '512 MiB'],
    ['boot', 'dc', 'CD-ROM, then first hard disk'],
    ['viridian', '!freq', 'left out: the frequencies of TSC and APIC'],
    ['smbios', 'oem=x', 'a free text of the maker; up to 99 of them'],
  ])('%s = %j', (name, text, meaning) => {
    expect(findKey('domain', name)?.value?.explain(text)).toBe(meaning);
  });

  test.each([
    ['memory', '512MB'],
    ['boot', 'x'],
    ['vga', 'other'],
  ])('nothing is said about %s = %j', (name, text) => {
    expect(findKey('domain', name)?.value?.explain(text)).toBeUndefined();
  });
});

test('a single word for viridian is no number and is dropped', () => {
  const single = findKey('domain', 'viridian')?.single;
  expect(single?.check('base')?.effect).toBe('dropped');
  expect(single?.check('2')).toBeUndefined();
});
