import { describe, expect, test } from 'vitest';
import { isInterfacesPath, looksLikeInterfaces } from '../../../../server/src/core/syntax/interfaces/sniff.ts';

test.each([
  '/etc/network/interfaces',
  '/etc/network/interfaces.new',
  '/etc/network/interfaces.d/eth0',
  '/hosts/alpha/etc/network/interfaces.d/50-cloud-init.cfg',
  'network/interfaces',
])('%s tells of the language', (path) => expect(isInterfacesPath(path)).toBe(true));

test.each([
  '/etc/shorewall/interfaces',
  '/etc/network/interfaces.bak',
  '/etc/network/interfaces.d/sub/x',
  '/etc/mynetwork/interfaces',
  'interfaces',
])('%s tells nothing', (path) => expect(isInterfacesPath(path)).toBe(false));

describe('the first word that is no comment decides', () => {
  test.each([
    'auto lo\n',
    '# c\n\n  iface eth0 inet dhcp\n',
    'source x',
    'source-directory x',
    'allow-hotplug eth0',
    'mapping eth0',
    'no-scripts x',
    'rename a=b',
    '\uFEFFauto lo\n',
  ])('%j is ours', (text) => expect(looksLikeInterfaces(text)).toBe(true));

  test.each([
    '',
    '# auto lo\n',
    '#ZONE INTERFACE OPTIONS\nnet eth0 dhcp\n?FORMAT 2\n',
    '?FORMAT 2\nauto lo\n',
    'automatic x\n',
    'allow- x\n',
    '[Match]\nName=eth0\n',
    'network:\n  version: 2\n',
  ])('%j is not', (text) => expect(looksLikeInterfaces(text)).toBe(false));
});
