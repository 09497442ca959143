import { describe, expect, test } from 'vitest';
import { describeKey, faultLine, guestsLine, keyValueLine } from '../../../../server/src/core/schema/xl/describe.ts';
import { findKey } from '../../../../server/src/core/schema/xl/index.ts';
import type { KeyDoc } from '../../../../server/src/core/schema/xl/key-doc.ts';

function key(name: string): KeyDoc {
  return findKey('domain', name) as KeyDoc;
}

test.each([
  ['memory', 'Value: a whole number of MiB; default `32`'],
  ['vcpus', 'Value: a whole number, at least 1; default `1`'],
  ['mmio_hole', 'Value: a whole number of MiB, 256 to 3840; default `256`'],
  ['rtc_timeoffset', 'Value: a whole number, in seconds; default `0`'],
  ['localtime', 'Value: 1 or 0; default `0`'],
  ['vga', 'Value: stdvga, cirrus, none or qxl; default `cirrus`'],
  ['disk', 'Value: a list of strings, each a disk; default `[]`'],
  ['vsnd', 'Value: a list of lists, each a sound card; default `[]`'],
  ['cpus', 'Value: a list of CPUs such as 0-3,^1, or a list of such; default `all`'],
  ['viridian', 'Value: 0, 1 or a list of groups; default `0`'],
  ['max_grant_frames', 'Value: a whole number, 0 to 2147483647; default that of xl.conf'],
])('what %s takes', (name, line) => {
  expect(keyValueLine(key(name))).toBe(line);
});

test.each([
  ['memory', undefined],
  ['pvshim', 'Only for PVH guests'],
  ['bootloader', 'Only for PV and PVH guests'],
  ['timer_mode', 'Only for PVH and HVM guests; refused for PV'],
  ['vif2', 'Has no effect for any guest'],
])('whom %s is for', (name, line) => {
  expect(guestsLine(key(name))).toBe(line);
});

test.each([
  ['memory', 'A list or a word: xl drops the key with a warning'],
  ['max_grant_frames', 'A list or a word: xl exits without a message'],
  ['tee', 'A list: xl drops the key without a message; another value: xl exits'],
  ['device_model_args', 'A single value: xl exits'],
  ['cpus', 'Another value: xl exits'],
  ['usbdevice', undefined],
  ['boot', 'A list: xl drops the key with a warning; another value: the start fails'],
])('what xl makes of a wrong value of %s', (name, line) => {
  expect(faultLine(key(name))).toBe(line);
});

describe('all of a key', () => {
  test('with its values and what is new', () => {
    expect(describeKey(key('tee'), { xenVersion: '4.12' })).toBe(
      [
        '**tee**: Which trusted execution environment the guest may talk to.',
        [
          '- Value: none, optee or ffa; default `none`',
          '- Only on Arm',
          '- A list: xl drops the key without a message; another value: xl exits',
          '- **Xen 4.12 does not read it**: it came with 4.13',
        ].join('\n'),
        'Values:',
        [
          '- `none`: the guest does not reach the trusted environment',
          '- `optee`: OP-TEE, through Xen; it must know virtualisation',
          '- `ffa`: secure partitions by FF-A, a part of it (since Xen 4.18)',
        ].join('\n'),
        '*since Xen 4.13; xl.cfg(5), Devices; tools/xl/xl_parse.c*',
      ].join('\n\n'),
    );
  });

  test('without its values where they stand elsewhere', () => {
    expect(describeKey(key('vga'), { withoutValues: true })).not.toContain('Values:');
    expect(describeKey(key('vga'))).toContain('- `qxl`: ');
  });

  test('with the key that it needs', () => {
    expect(describeKey(key('spiceport'))).toContain('- Only together with `spice`');
  });

  test('with what to write instead', () => {
    expect(describeKey(key('stdvga'))).toContain('- **Deprecated**: write `vga = "stdvga"`');
    expect(describeKey(key('tsc_mode'))).toContain('- As a number it is deprecated: write the name of the mode');
    expect(describeKey(key('device_model_version'))).toContain('refused since Xen 4.21 (until Xen 4.21)');
  });

  test('and of an old series nothing about versions where it knows the key', () => {
    expect(describeKey(key('tee'), { xenVersion: '4.13' })).not.toContain('does not read it');
  });
});
