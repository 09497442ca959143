import { expect, test } from 'vitest';
import { readXl } from '../../../support/xl.ts';

/** As xl 4.17 reads them: its JSON has these strings and no others. */
test.each([
  ['disk = [ "/a,raw,xvda,w", "/b,raw,xvdb,w" ]', ['/a,raw,xvda,w', '/b,raw,xvdb,w']],
  ['disk = [ "/a,raw,xvda,w", [ "/b" ], "/c" ]', ['/a,raw,xvda,w']],
  ['disk = [ [ "/a" ], "/b" ]\ndisk += [ "/c" ]', []],
  ['disk = [ "/a,raw,xvda,w" ]\ndisk += [ "/b,raw,xvdb,w", [ ], "/c" ]', ['/a,raw,xvda,w', '/b,raw,xvdb,w']],
  ['disk = [ "/a" ]\ndisk = [ "/b,raw,xvdb,w" ]', ['/b,raw,xvdb,w']],
  ['disk = "/a,raw,xvda,w"', []],
  ['vnuma = [ [ "pnode=0", "size=1" ], [ "pnode=1" ] ]', ['pnode=0', 'size=1', 'pnode=1']],
  ['cpus = "0-3"', ['0-3']],
  ['cpus = [ "0", 1, [ "2" ], "3" ]', ['0', '1']],
])('the strings that xl reads of %j', (text, strings) => {
  const { specs } = readXl(`name = "a"\nkernel = "/k"\n${text}\n`);
  expect(specs.map(({ value }) => value.atom.text)).toEqual(strings);
});
