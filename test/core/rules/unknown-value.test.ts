import { expect, test } from 'vitest';
import { checkXl } from '../../support/xl.ts';

test.each([
  [
    'on_crash = "reboot"',
    '`on_crash` takes `destroy`, `restart`, `rename-restart`, `preserve`, `coredump-destroy`, `coredump-restart` or `soft-reset`, not ' +
      '`reboot`. xl refuses the whole file: the guest is not created.',
  ],
  [
    'boot = "hd,cdrom"',
    '`boot` takes single letters, `c` for the first hard disk, `d` for the CD-ROM and `n` for the network, not `h`: QEMU ' +
      'refuses it and the guest does not start.',
  ],
  ['boot = "cdc"', '`boot`: "c" stands there twice; QEMU refuses it and the guest does not start.'],
  [
    'bios = ""',
    '`bios` takes `seabios`, `ovmf` or `rombios`, not `""`. xl refuses the whole file: the guest is not created.',
  ],
])('%s: the words that the key takes, and what follows', (line, message) => {
  const { findings } = checkXl(`name = "win"\ntype = "hvm"\n${line}\n`);
  expect(findings.map((finding) => [finding.rule, finding.message])).toEqual([['unknown-value', message]]);
});
