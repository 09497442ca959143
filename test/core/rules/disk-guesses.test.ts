import { expect, test } from 'vitest';
import { checkXl } from '../../support/xl.ts';

test.each<[what: string, disks: string, found: readonly string[], fixes: readonly string[]]>([
  ['a prefix of three other letters', "'vbd:/dev/x,xvda,w'", ['unknown-disk-prefix'], []],
  [
    'a prefix with letters in another order',
    "'pyh:/dev/x,xvda,w'",
    ['unknown-disk-prefix'],
    ['Write `/dev/x,raw,xvda,w`'],
  ],
  ['a partition of no disk', "'/dev/x,raw,sdq1,w'", ['unknown-vdev'], []],
  ['a partition in a folder', "'/dev/x,raw,/dev/sda1,w'", ['unknown-vdev'], ['Write `sda1`']],
  ['no disk', "'/dev/x,raw,sdq,w'", ['unknown-vdev'], ['Write `sda`']],
  ['a word alone', "'raw'", ['unreadable-disk'], []],
  ['a path alone', "'/dev/x'", ['unreadable-disk'], ['Add `vdev=xvda`']],
  ['a disk in pieces', "'/dev/x', 'raw', 'xvda', 'w'", ['unreadable-disk'], ['Join the parts']],
  [
    'two disks in pieces',
    "'/dev/x', 'xvda', '/dev/y', 'xvdb'",
    ['unreadable-disk', 'unreadable-disk'],
    ['Join the parts', 'Join the parts'],
  ],
  ['pieces with comments', "'/dev/x', # the root\n 'raw', 'xvda', 'w'", ['unreadable-disk'], []],
  ['pieces in quotes of two kinds', `'/dev/x', "raw", 'xvda', 'w'`, ['unreadable-disk'], []],
])('%s', (_, disks, found, fixes) => {
  const findings = checkXl(`name = "a"\ntype = "hvm"\ndisk = [ ${disks} ]\n`).findings.filter(
    ({ severity }) => severity === 'error',
  );
  expect(findings.map(({ rule }) => rule)).toEqual(found);
  expect(findings.flatMap((finding) => finding.fixes.map(({ title }) => title))).toEqual(fixes);
});
