import { expect, test } from 'vitest';
import { parseChannel } from '../../../../../server/src/core/syntax/xl/values/channel.ts';
import { atomOf, shown } from './specs.ts';

test.each([
  ['connection=pty,name=org.x'],
  [' connection = pty , name = a '],
  ['name=org.x,connection=socket', 'missing-path «name=org.x,connection=socket» refused'],
  ['name=org.x,connection=socket,path=/x'],
  ['name=org.x,connection=pty,path=/x', 'unused-path «path=/x» dropped'],
  ['name=org.x,connection=pty,zz=1', 'unknown-parameter «zz» dropped'],
  ['connection=pty', 'missing-name «connection=pty» fails-at-start'],
  ['name=a', 'missing-connection «name=a» refused'],
  ['name=a,connection=PTY', 'unknown-value «PTY» refused'],
  ['name=,connection=pty', 'empty-value «name=» refused'],
  ['name= ,connection=pty'],
  ['name,connection=pty', 'missing-equals-sign «name» refused'],
  ['=a,name=b,connection=pty', 'unknown-parameter «» dropped'],
  ['name=a=b,connection=pty'],
  ['', 'empty-text «» refused'],
  [',', 'empty-text «,» refused'],
])('%s', (text, ...expected) => {
  expect(shown(parseChannel(atomOf(text)))).toEqual(expected);
});

test.each([
  ['name=a=b,connection=pty', 'second-equals-sign «=b» dropped'],
  ['=name=b,connection=pty'],
  ['=a,name=b,connection=pty', 'empty-name «=a» refused'],
  ['name==,connection=pty', 'empty-value «name==» refused'],
])('xl before 4.18: %s', (text, ...expected) => {
  expect(shown(parseChannel(atomOf(text), 'each-sign'))).toEqual(expected);
});
