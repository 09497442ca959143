import { expect, test } from 'vitest';
import { isEveryAddress, isLoopback, vncAddress, vncServerOf } from '../../../../server/src/core/model/xl/vnc.ts';
import { readXl } from '../../../support/xl.ts';

test.each([
  ['type = "hvm"', [true, undefined, undefined, undefined]],
  ['type = "hvm"\nvnc = 0', [false, undefined, undefined, undefined]],
  ['type = "hvm"\nvnclisten = "0.0.0.0:2"\nvncpasswd = "x"', [true, '0.0.0.0:2', 'x', undefined]],
  ['type = "hvm"\nvncdisplay = 4294967297', [true, undefined, undefined, 1]],
  ['type = "hvm"\nvfb = [ "vnclisten=0.0.0.0" ]', [true, undefined, undefined, undefined]],
  ['vnclisten = "0.0.0.0"', undefined],
  ['vnc = 1\nvnclisten = "0.0.0.0"', [true, '0.0.0.0', undefined, undefined]],
  ['vnc = 1\nvnclisten = "::"\nvfb = [ "vncdisplay=3x" ]', [true, undefined, undefined, 3]],
  ['vfb = [ "vnc=yes,vncpasswd=", "vncpasswd=y" ]', [false, undefined, '', undefined]],
  ['type = "pvh"\nvnc = 1', undefined],
  ['type = "pvh"\nvfb = [ "vnc=1" ]', [true, undefined, undefined, undefined]],
])('the VNC server of %j', (text, expected) => {
  const server = vncServerOf(readXl(`name = "a"\nkernel = "/k"\n${text}\n`));
  const { isOn, listen, password, display } = server ?? {};
  expect(server && [isOn, listen?.text, password?.text, display?.value]).toEqual(expected);
});

test.each([
  ['0.0.0.0', 'everybody'],
  ['0.0.0.0:5', 'everybody'],
  ['', 'everybody'],
  [':1', 'everybody'],
  ['[::]:0', 'everybody'],
  ['::', 'everybody'],
  ['192.0.2.7:1', 'a network'],
  ['dom0.example', 'a network'],
  ['127.0.0.1:7', 'dom0'],
  ['localhost', 'dom0'],
  ['[::1]:1', 'dom0'],
  ['::1', 'dom0'],
])('%j is reached by %s', (listen, who) => {
  const address = vncAddress(listen);
  expect(isEveryAddress(address) ? 'everybody' : isLoopback(address) ? 'dom0' : 'a network').toBe(who);
});
